import * as z from 'zod/mini';
import {
  BrokenRuleShape,
  count,
  cursor,
  day,
  MailShape,
  maybe,
  moment,
  OpenRequestShape,
  ParticipantAnswerShape,
  planId,
  requestKind,
  role,
  status,
  text,
  WarningShape,
} from './parts.ts';

const summary = {
  planId,
  title: text,
  status,
  outcome: z.nullable(text),
  run: count,
  version: count,
  nextDueAt: z.nullable(moment),
  startDate: day,
  endDate: day,
  timeZone: text,
  pack: text,
  createdAt: moment,
  updatedAt: moment,
  participants: z.array(ParticipantAnswerShape),
  openRequests: z.array(OpenRequestShape),
};

/** A plan as lists and commands answer it. */
export const SummaryShape = z.strictObject(summary);

export const DraftedShape = z.strictObject({ ...summary, warnings: z.array(WarningShape) });

const ChangeShape = z.strictObject({
  field: text,
  before: z.nullable(text),
  after: z.nullable(text),
});

const version = {
  number: count,
  at: moment,
  because: text,
  startDate: day,
  endDate: day,
  changes: z.array(ChangeShape),
};
const pause = {
  from: day,
  until: z.nullable(day),
  beginsAt: moment,
  endsAt: z.nullable(moment),
  resumedOn: maybe(day),
  tolledDays: maybe(count),
};
const MeasureShape = z.strictObject({
  name: text,
  unit: text,
  baseline: z.number(),
  target: z.number(),
  direction: z.enum(['increase', 'decrease']),
});
const ReadingAnswerShape = z.strictObject({
  date: day,
  value: z.number(),
  source: maybe(text),
  by: maybe(text),
  corrected: maybe(z.literal(true)),
});
const SurveyResultShape = z.strictObject({
  requestId: text,
  date: maybe(day),
  status: text,
  asked: count,
  answered: count,
  questions: z.nullable(
    z.array(z.strictObject({ text, mean: z.number(), counts: z.array(count).check(z.length(5)) })),
  ),
  comments: z.array(text),
});
const proposal = z.nullable(
  z.strictObject({
    requestId: text,
    by: text,
    outcome: text,
    at: moment,
    awaiting: z.array(text),
  }),
);
const monitoring = z.nullable(z.strictObject({ until: day, endsAt: moment }));
const relapse = z.nullable(z.strictObject({ date: day, item: text }));

const lists = {
  attributions: z.array(z.strictObject({ requestId: text, to: z.enum(['manager', 'employee', 'excused']) })),
  credits: z.array(z.strictObject({ requestId: text, days: count })),
  readings: z.array(
    z.strictObject({ item: text, measure: MeasureShape, readings: z.array(ReadingAnswerShape) }),
  ),
  support: z.array(
    z.strictObject({
      item: text,
      kind: z.enum(['training', 'mentor', 'tool', 'hours', 'other']),
      what: text,
      owner: text,
      due: day,
      delivered: z.nullable(z.enum(['yes', 'partly', 'no', 'unconfirmed'])),
      attendedOn: z.nullable(day),
    }),
  ),
  surveys: z.array(SurveyResultShape),
};

/** One plan in full. */
export const PlanShape = z.strictObject({
  ...summary,
  versions: z.array(
    z.strictObject({
      ...version,
      reason: maybe(text),
      takenOver: maybe(z.strictObject({ by: text, from: text, handover: maybe(text) })),
    }),
  ),
  pauses: z.array(z.strictObject({ ...pause, reason: z.enum(['approved_absence', 'accommodation']) })),
  tolledDays: count,
  opportunityDays: count,
  ...lists,
  proposal,
  monitoring,
  relapse,
  legalHold: z.nullable(z.strictObject({ since: moment, reason: text })),
});

/** One plan as its supervisor or reviewer may know it: what is not theirs to see is not there. */
export const PlanForManagerShape = z.strictObject({
  ...{ planId, title: text, status, outcome: z.nullable(text), startDate: day, endDate: day },
  ...{ timeZone: text, pack: text, createdAt: moment },
  participants: z.array(z.strictObject({ id: text, role, name: text })),
  openRequests: z.array(OpenRequestShape),
  versions: maybe(z.array(z.strictObject(version))),
  pauses: maybe(z.array(z.strictObject(pause))),
  tolledDays: count,
  opportunityDays: count,
  attributions: maybe(lists.attributions),
  credits: maybe(lists.credits),
  readings: maybe(lists.readings),
  support: maybe(lists.support),
  surveys: maybe(lists.surveys),
  proposal: maybe(proposal),
  monitoring: maybe(monitoring),
  relapse: maybe(relapse),
});

/** What a draft would lead to. */
export const PreviewAnswerShape = z.strictObject({
  broken: z.array(BrokenRuleShape),
  warnings: z.array(WarningShape),
  future: z.array(z.strictObject({ at: moment, text: z.array(text), mails: z.array(MailShape) })),
  deadlines: z.array(
    z.strictObject({
      requestId: text,
      kind: requestKind,
      date: maybe(day),
      opensAt: moment,
      dueAt: moment,
      closesAt: z.nullable(moment),
      asked: z.array(text),
    }),
  ),
});

/** What a command would do. */
export const DryRunShape = z.strictObject({
  preview: z.array(z.strictObject({ what: text, text })),
  mails: z.array(MailShape),
  after: z.strictObject({ ...summary, endDateAfterPause: maybe(day) }),
});

export const TimelineAnswerShape = z.strictObject({
  planId,
  timeZone: text,
  entries: z.array(z.strictObject({ at: moment, kind: z.enum(['past', 'planned']), what: text, text })),
  cursor,
});
