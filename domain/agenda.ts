import type { Instant, Pause, Plan, PlanStatus, Request, RequestId, ScheduledRequest } from './plan.ts';

/** Something that becomes due by itself if nobody does anything. */
export interface Step {
  at: Instant;
  do:
    | 'resume'
    | 'start'
    | 'end'
    | 'pause'
    | 'open'
    | 'invite'
    | 'remind'
    | 'default'
    | 'miss'
    | 'escalate'
    | 'review_pause'
    | 'end_monitoring';
  requestId?: RequestId;
}

/** At one moment, in this order: a plan starts before it asks, people are reminded before they are marked. */
const ORDER: Step['do'][] = [
  'resume',
  'start',
  'end',
  'pause',
  'open',
  'invite',
  'remind',
  'default',
  'miss',
  'escalate',
  'review_pause',
  'end_monitoring',
];

/** The statuses of a plan that something still comes due of. */
export const LIVE: readonly PlanStatus[] = [
  'consulting',
  'acknowledging',
  'active',
  'paused',
  'deciding',
  'monitoring',
];

/** Whether the plan still has a life of its own: something of it is running and not over. */
export const isLive = (plan: Plan): boolean => LIVE.includes(plan.status);

export const openRequests = (plan: Plan): Request[] =>
  Object.values(plan.requests).filter((request) => request.status === 'open');

/** The pause the plan stands still in, if it does. */
export const runningPause = (plan: Plan): Pause | undefined =>
  plan.status === 'paused'
    ? plan.pauses.filter((pause) => !pause.resumedOn).sort((a, b) => (a.from < b.from ? -1 : 1))[0]
    : undefined;

/** Pauses that are known ahead and have not begun. */
export const plannedPauses = (plan: Plan): Pause[] =>
  plan.pauses.filter((pause) => !pause.resumedOn && pause !== runningPause(plan));

/** What comes due by itself, soonest first. Empty when the plan is not live. */
export function agenda(plan: Plan): Step[] {
  if (!isLive(plan)) return [];
  if (plan.status === 'paused') return whilePaused(plan).sort(bySoonest);
  const before = plan.status === 'acknowledging' || plan.status === 'active';
  const steps: Step[] = [
    ...(plan.status === 'acknowledging' ? at(plan.startsAt, 'start') : []),
    ...(before ? at(plan.endsAt, 'end') : []),
    ...(before ? plannedPauses(plan).flatMap((pause) => at(pause.beginsAt, 'pause')) : []),
    ...(plan.status === 'monitoring' ? at(plan.monitoring?.endsAt, 'end_monitoring') : []),
    ...plan.scheduled.flatMap((planned) => at(planned.opensAt, 'open', planned.id)),
    ...openRequests(plan).flatMap(ladderSteps),
  ];
  return steps.sort(bySoonest);
}

/** Nothing is asked of the two sides while the clock stands still; what waits for HR waits for HR all the same. */
function whilePaused(plan: Plan): Step[] {
  return [
    ...at(runningPause(plan)?.endsAt, 'resume'),
    ...at(plan.pauseReviewAt, 'review_pause'),
    ...openRequests(plan).filter(waitsForHr).flatMap(ladderSteps),
  ];
}

/** Questions that are HR's own, whatever the plan does meanwhile. */
export const waitsForHr = ({ kind }: Pick<Request, 'kind'>): boolean =>
  kind === 'attribution' || kind === 'accommodation' || kind === 'approval';

const at = (moment: Instant | null | undefined, what: Step['do'], requestId?: RequestId): Step[] =>
  moment ? [{ at: moment, do: what, ...(requestId ? { requestId } : {}) }] : [];

/** The steps of an open question's ladder that are still ahead: the next of each kind. */
export function ladderSteps(request: Request): Step[] {
  return [
    ...(request.uninvited.length > 0 ? at(request.openedAt, 'invite', request.id) : []),
    // Whoever has answered is not reminded, even while somebody else still has to confirm what they said.
    ...(request.respondents.some((person) => !person.answer)
      ? at(request.reminders[request.remindersSent], 'remind', request.id)
      : []),
    ...at(request.legalDefault?.at, 'default', request.id),
    ...at(request.missedAt, 'miss', request.id),
    ...at(request.nextEscalationAt, 'escalate', request.id),
  ];
}

/** The first thing that happens to a question once it is open. */
export function firstLadderMoment(planned: ScheduledRequest): Instant | undefined {
  return [...planned.reminders, planned.legalDefault?.at, planned.missedAt, planned.escalations[0]?.at]
    .filter((at): at is Instant => Boolean(at) && (at as Instant) > planned.opensAt)
    .sort()[0];
}

function bySoonest(a: Step, b: Step): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  return ORDER.indexOf(a.do) - ORDER.indexOf(b.do);
}
