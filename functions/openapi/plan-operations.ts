import * as z from 'zod/mini';
import { LANGUAGES, PLAN_STATUSES } from '../../domain/plan.ts';
import { CommandShape } from '../api/command-shapes.ts';
import { PreviewShape } from '../api/preview-plan.ts';
import { PlanDraftShape } from '../api/schema.ts';
import { IDEMPOTENCY_KEY, IF_MATCH, type Operation, page, query } from './operation.ts';
import { cursor } from './parts.ts';
import {
  DraftedShape,
  DryRunShape,
  PlanForManagerShape,
  PlanShape,
  PreviewAnswerShape,
  SummaryShape,
  TimelineAnswerShape,
} from './plan-answers.ts';
import { OF_A_BODY, OF_A_CHANGE, OF_A_PLAN } from './problems.ts';
import { EventsAnswerShape, RecordShape } from './record-answers.ts';

const flag = { type: 'string', enum: ['true'] };

/** The routes of plans. */
export const PLAN_OPERATIONS: Readonly<Record<string, Operation>> = {
  'GET /api/plans': {
    id: 'listPlans',
    tag: 'Plans',
    summary: 'List plans',
    says: 'Newest first; every filter narrows the list. Managers get the plans that they supervise or review. Where `cursor` is there, more is left; `lookedThrough` says how many were looked at when the list was cut short.',
    parameters: [
      query('status', 'Only plans in this state.', { type: 'string', enum: PLAN_STATUSES }),
      query('overdue', 'Only plans with an open question that is past its day.', flag),
      query('waitingOn', 'Only plans that wait for this role, or for the person with this address.', {
        type: 'string',
      }),
      query('bounced', 'Only plans of which a mail did not arrive and nobody put it right.', flag),
      query('decisionWithinDays', 'Only plans whose decision is due within so many business days.', {
        type: 'integer',
        minimum: 0,
        maximum: 366,
      }),
      query(
        'q',
        'Beginnings of words: of the names of the person it is about and of the supervisor, of the id, and of the first words of the title (all of a title that is not long).',
        { type: 'string' },
      ),
      ...page(100, 50),
    ],
    answers: [
      {
        status: 200,
        says: 'One page of plans.',
        name: 'PlanList',
        shape: z.looseObject({
          plans: z.array(z.union([SummaryShape, z.looseObject({ planId: z.string() })])),
          cursor,
        }),
      },
    ],
    problems: ['bad_cursor', 'rules_broken', 'no_email'],
  },
  'POST /api/plans': {
    id: 'draftPlan',
    tag: 'Plans',
    summary: 'Draft a plan',
    says: 'Keeps a draft that breaks no rule; one that does is refused with every rule it breaks. Nobody is written to before the launch. `warnings` are advice about the wording.',
    parameters: [IDEMPOTENCY_KEY],
    body: { shape: PlanDraftShape, name: 'PlanDraft' },
    answers: [
      {
        status: 201,
        says: 'The plan. Location is its address, ETag its version.',
        name: 'DraftedPlan',
        shape: DraftedShape,
        headers: ['Location', 'ETag'],
      },
    ],
    problems: [...OF_A_BODY, ...OF_A_CHANGE, 'erased', 'about_you'],
  },
  'POST /api/plans/preview': {
    id: 'previewPlan',
    tag: 'Plans',
    summary: 'Look ahead',
    says: 'Lives the whole life of a draft on the real calendar, with silence or answers, and keeps nothing. Broken rules are part of the answer.',
    body: { shape: PreviewShape, name: 'PlanPreview' },
    answers: [{ status: 200, says: 'What would happen.', name: 'PlanFuture', shape: PreviewAnswerShape }],
    problems: OF_A_BODY,
  },
  'GET /api/plans/{planId}': {
    id: 'getPlan',
    tag: 'Plans',
    summary: 'Read a plan',
    says: 'HR and auditors get the plan in full. Managers get what its supervisor or reviewer may know: no addresses, no reason of a pause, nothing about adjustments, legal holds or questions that are HR’s own, nobody who is only surveyed, and no version.',
    answers: [
      {
        status: 200,
        says: 'The plan. ETag is its version; to a manager it is a mark of what they read.',
        name: 'Plan',
        shape: z.union([PlanShape, PlanForManagerShape]),
        headers: ['ETag'],
      },
    ],
    problems: [...OF_A_PLAN, 'no_email'],
  },
  'GET /api/plans/{planId}/events': {
    id: 'listEvents',
    tag: 'Record',
    summary: 'List the events of a plan',
    says: 'In order, each with its number `seq`. Who answered what to a survey is left out, and from the first such event on the hashes are as well.',
    parameters: page(1000, 1000),
    answers: [{ status: 200, says: 'One page of events.', name: 'EventList', shape: EventsAnswerShape }],
    problems: [...OF_A_PLAN, 'bad_cursor', 'rules_broken'],
  },
  'GET /api/plans/{planId}/timeline': {
    id: 'planTimeline',
    tag: 'Record',
    summary: 'Read what happened and what will',
    says: 'One plain sentence per event: first what happened, then what will happen if everybody stays silent.',
    parameters: [
      query('language', 'The language of the sentences; English when absent.', {
        type: 'string',
        enum: LANGUAGES,
      }),
      ...page(1000, 1000),
    ],
    answers: [{ status: 200, says: 'One page of it.', name: 'Timeline', shape: TimelineAnswerShape }],
    problems: [...OF_A_PLAN, 'bad_cursor', 'rules_broken'],
  },
  'GET /api/plans/{planId}/record': {
    id: 'planRecord',
    tag: 'Record',
    summary: 'Take out the sealed record',
    says: 'The whole record in one file that can be checked elsewhere, without us. It holds everything, survey answers one by one too, so it is for people who may see everything. Reading it is logged.',
    answers: [
      {
        status: 200,
        says: 'The file.',
        name: 'SealedRecord',
        shape: RecordShape,
        headers: ['Content-Disposition'],
      },
    ],
    problems: OF_A_PLAN,
  },
  'POST /api/plans/{planId}/commands': {
    id: 'commandPlan',
    tag: 'Plans',
    summary: 'Move or change a plan',
    says: 'One command: its `type` and what it needs. With `"dryRun": true` it is decided and not kept, and the answer says what would happen and who would be written to.\n\nTraining systems send `training_completed`, whatever measures the work sends `readings`; both are for programs as much as for people. Give each sending an Idempotency-Key, so that a lost answer can be followed by the same request.',
    parameters: [IDEMPOTENCY_KEY, IF_MATCH],
    body: { shape: CommandShape, name: 'Command' },
    answers: [
      {
        status: 200,
        says: 'The plan as it is now or, tried only, what would happen. ETag is the version of the plan.',
        name: 'CommandAnswer',
        shape: z.union([SummaryShape, DryRunShape]),
        headers: ['ETag'],
      },
    ],
    problems: [
      ...OF_A_PLAN,
      ...OF_A_BODY,
      ...OF_A_CHANGE,
      'not_allowed_now',
      'bad_if_match',
      'plan_moved_on',
    ],
  },
};
