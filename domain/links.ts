import { isLive } from './agenda.ts';
import { addHours } from './days.ts';
import type { PlanEvent } from './events.ts';
import type { Instant, LinkId, ParticipantId, Plan, PlanId, Request, RequestId } from './plan.ts';

/** What one link lets one person do. Authority comes from here alone, never from an address or a form. */
export interface LinkScope {
  link: LinkId;
  planId: PlanId;
  participant: ParticipantId;
  purpose: 'answer' | 'read_decision';
  requestId: RequestId;
}

export type LinkState = 'open' | 'answered' | 'closed' | 'readable' | 'expired';

const DAY = 24;
/** A receipt stays readable this long after its question closed. */
const RECEIPT_HOURS = 30 * DAY;
/** The plan itself, behind the link it was acknowledged by, and a decision: a year from the end. */
const DOCUMENT_HOURS = 365 * DAY;

/** The links an event hands out; `plan` is the plan after the event. */
export function linksOf(event: PlanEvent, plan: Plan): LinkScope[] {
  const scope =
    (purpose: LinkScope['purpose'], requestId: RequestId) => (to: { participant: string; link?: string }) =>
      to.link ? [{ link: to.link, planId: plan.id, participant: to.participant, purpose, requestId }] : [];
  switch (event.type) {
    case 'RequestOpened':
      return event.respondents.flatMap(scope('answer', event.request.id));
    case 'RespondentsInvited':
      return event.respondents.flatMap(scope('answer', event.requestId));
    case 'PlanAmended':
    case 'ManagerChanged':
    case 'CapacityReduced':
    case 'CreditGranted':
    case 'PlanResumed':
    case 'PlanExtended':
      return event.revision.handed.flatMap((to) => scope('answer', to.requestId)(to));
    case 'Escalated':
      return event.to.flatMap(scope('answer', event.requestId));
    case 'DecisionRecorded':
      return event.decision.copies.flatMap(scope('read_decision', event.requestId));
    default:
      return [];
  }
}

/** What following a link shows now. Reading never changes it. */
export function linkState(scope: LinkScope, plan: Plan, now: Instant): LinkState {
  // Access moves with the people: whoever has left the plan reads nothing of it any more.
  if (!plan.draft.participants.some(({ id }) => id === scope.participant)) return 'expired';
  if (scope.purpose === 'read_decision') {
    const decision = plan.decisions.find((made) => made.copies.some((copy) => copy.link === scope.link));
    return decision && now < addHours(decision.at, DOCUMENT_HOURS) ? 'readable' : 'expired';
  }
  const request = plan.requests[scope.requestId];
  const person = request?.respondents.find((respondent) => respondent.link === scope.link);
  if (!request || !person) return 'expired';
  const until = readableUntil(request, plan);
  if (until !== undefined && now >= until) return 'expired';
  if (person.answer) return 'answered';
  return request.status === 'open' ? 'open' : 'closed';
}

/** `undefined` while it has no end: nobody loses the plan they are on. */
function readableUntil(request: Request, plan: Plan): Instant | undefined {
  if (request.kind === 'acknowledgement') {
    return isLive(plan) ? undefined : addHours(plan.updatedAt, DOCUMENT_HOURS);
  }
  return request.closedAt && addHours(request.closedAt, RECEIPT_HOURS);
}
