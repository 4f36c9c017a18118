import { openRequests, waitsForHr } from '../agenda.ts';
import type { Context } from '../commands.ts';
import { diffDrafts } from '../diff.ts';
import type { Instant, ParticipantId, Plan, PlanDraft, Request, Revision } from '../plan.ts';
import type { Rules } from '../rules.ts';
import { endOf } from '../schedule.ts';
import { type Shifted, shiftMoment } from '../shift.ts';
import { droppedFrom } from './revise/dropped.ts';
import { handedOver } from './revise/handed.ts';
import { stillToAsk } from './revise/still-to-ask.ts';
import { reopens, supersededBy } from './revise/superseded.ts';

/** How a plan is to read from now on, and why. */
export interface Revising {
  because: Revision['because'];
  reason?: string;
  draft: PlanDraft;
  /** Of a pause that is over: from which moment on, and by how many days, everything moved. */
  shift?: { begins: Instant; by: number; dayOf: Shifted['dayOf'] };
  /** Whose places somebody took: what they had answered is not asked again. */
  replaced?: { from: ParticipantId[]; to: ParticipantId };
}

/**
 * The next version of the plan with every moment still ahead: what is not asked yet is scheduled anew, what is open
 * moves, changes hands or is dropped, and both sides are asked to sign for what they did not see happen.
 */
export function revise(plan: Plan, change: Revising, rules: Rules, context: Context): Revision {
  const { because, reason, draft } = change;
  const { calendar } = rules;
  const number = plan.versions.length + 1;
  const endsAt = endOf(draft.endDate, calendar);
  const superseded = supersededBy(plan, change, reopens(plan, endsAt, context.now), rules);
  const open = openRequests(plan).filter(({ id }) => !superseded.includes(id));
  const dropped = droppedFrom(plan, open, draft, rules);
  return {
    number,
    because,
    ...(reason !== undefined ? { reason } : {}),
    draft,
    changes: diffDrafts(plan.draft, draft),
    startsAt: calendar.at(draft.startDate, '00:00'),
    endsAt,
    schedule: stillToAsk(plan, { ...change, number, open }, rules, context),
    moved: open.flatMap((request) => movedLadder(request, change, rules)),
    ...handedOver(plan, open, change, dropped, rules, context),
    ...(dropped.length > 0 ? { dropped } : {}),
    superseded,
  };
}

/** Where an open question's day and moments go after a pause; nothing when they stay. */
function movedLadder(request: Request, { shift }: Revising, { pack, calendar }: Rules): Revision['moved'] {
  if (!shift || shift.by === 0 || waitsForHr(request)) return [];
  const { opens, closes } = pack.workingHours.is;
  const { begins, by } = shift;
  const move = (at: Instant): Instant =>
    shiftMoment(at, { begins, by, times: [closes, opens, '00:00'] }, calendar);
  const topic = request.kind === 'support' ? 'support' : request.followUp?.type;
  return [
    {
      requestId: request.id,
      ...(request.date && topic ? { date: shift.dayOf(topic, request.date) } : {}),
      opensAt: request.opensAt,
      dueAt: move(request.dueAt),
      reminders: request.reminders.map(move),
      missedAt: request.missedAt && move(request.missedAt),
      escalations: request.escalations.map((rung) => ({ ...rung, at: move(rung.at) })),
      ...(request.legalDefault
        ? { legalDefault: { ...request.legalDefault, at: move(request.legalDefault.at) } }
        : {}),
    },
  ];
}
