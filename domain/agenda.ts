import type { Instant, Plan, Request, RequestId, ScheduledRequest } from './plan.ts';

/** Something that becomes due by itself if nobody does anything. */
export interface Step {
  at: Instant;
  do: 'start' | 'end' | 'open' | 'remind' | 'default' | 'miss' | 'escalate';
  requestId?: RequestId;
}

/** At one moment, in this order: a plan starts before it asks, people are reminded before they are marked. */
const ORDER: Step['do'][] = ['start', 'end', 'open', 'remind', 'default', 'miss', 'escalate'];

/** Whether the plan still has a life of its own: launched and not over. */
export const isLive = (plan: Plan): boolean =>
  plan.status === 'acknowledging' || plan.status === 'active' || plan.status === 'deciding';

export const openRequests = (plan: Plan): Request[] =>
  Object.values(plan.requests).filter((request) => request.status === 'open');

/** What comes due by itself, soonest first. Empty when the plan is not live. */
export function agenda(plan: Plan): Step[] {
  if (!isLive(plan)) return [];
  const steps: Step[] = [
    ...(plan.status === 'acknowledging' && plan.startsAt
      ? [{ at: plan.startsAt, do: 'start' as const }]
      : []),
    ...(plan.status !== 'deciding' && plan.endsAt ? [{ at: plan.endsAt, do: 'end' as const }] : []),
    ...plan.scheduled.map((planned) => ({ at: planned.opensAt, do: 'open' as const, requestId: planned.id })),
    ...openRequests(plan).flatMap(ladderSteps),
  ];
  return steps.sort(bySoonest);
}

/** The steps of an open question's ladder that are still ahead: the next of each kind. */
export function ladderSteps(request: Request): Step[] {
  const requestId = request.id;
  const at = (moment: Instant | null | undefined, what: Step['do']): Step[] =>
    moment ? [{ at: moment, do: what, requestId }] : [];
  return [
    ...at(request.reminders[request.remindersSent], 'remind'),
    ...at(request.legalDefault?.at, 'default'),
    ...at(request.missedAt, 'miss'),
    ...at(request.nextEscalationAt, 'escalate'),
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
