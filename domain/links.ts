import { isLive } from './agenda.ts';
import { addHours } from './days.ts';
import type { PlanEvent } from './events.ts';
import type { Instant, LinkId, ParticipantId, Plan, PlanId, Request, RequestId } from './plan.ts';
import { isMisdirected } from './wrong-person.ts';

/** What one link lets one person do. Authority comes from here alone, never from an address or a form. */
export interface LinkScope {
  link: LinkId;
  planId: PlanId;
  participant: ParticipantId;
  purpose: 'answer' | 'read_decision';
  requestId: RequestId;
  /** Number of the event that handed it out, or that renewed it. */
  seq: number;
}

/** A link as an event hands it out: the first time with generation 1, then with one more each time it is renewed. */
export type IssuedLink = LinkScope & { generation: number };

/**
 * `plan`: its own page is no more, but whoever asked for a new link may read where things stand. `revoked`: it was handed
 * out to an address that is not the person's, and opens nothing.
 */
export type LinkState = 'open' | 'answered' | 'closed' | 'readable' | 'plan' | 'expired' | 'revoked';

const DAY = 24;
/** A receipt stays readable this long after its question closed, and the plan after a link to it was renewed. */
const RECEIPT_HOURS = 30 * DAY;
/** The plan itself, behind the link it was acknowledged by, and a decision: a year from the end. */
const DOCUMENT_HOURS = 365 * DAY;

/** The links an event hands out; `plan` is the plan after the event. */
export function linksOf(event: PlanEvent, plan: Plan): IssuedLink[] {
  const { seq } = event;
  const scope =
    (purpose: LinkScope['purpose'], requestId: RequestId, generation = 1) =>
    ({ participant, link }: { participant: string; link?: string }): IssuedLink[] =>
      link ? [{ link, planId: plan.id, participant, purpose, requestId, seq, generation }] : [];
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
    case 'AddressCorrected':
      return event.handed.flatMap((to) => scope('answer', to.requestId, to.generation)(to));
    case 'Escalated':
      return event.to.flatMap(scope('answer', event.requestId));
    case 'DecisionRecorded':
      return event.decision.copies.flatMap(scope('read_decision', event.requestId));
    case 'LinkRenewed':
      return scope(event.purpose, event.requestId, event.generation)(event);
    default:
      return [];
  }
}

/** Which issue of a link opens it now. */
export const generationOf = (link: LinkId, { renewals }: Pick<Plan, 'renewals'>): number =>
  renewals.findLast((made) => made.link === link)?.generation ?? 1;

/** What following a link shows now. Reading never changes it. */
export function linkState(scope: LinkScope, plan: Plan, now: Instant): LinkState {
  // Access moves with the people: whoever has left the plan reads nothing of it any more.
  if (!plan.draft.participants.some(({ id }) => id === scope.participant)) return 'expired';
  if (isRevoked(scope, plan)) return 'revoked';
  const state = ownState(scope, plan, now);
  return state === 'expired' && opensPlan(scope, plan, now) ? 'plan' : state;
}

/** Whether a new link in place of this one would open anything now. */
export function opensOnceRenewed(scope: LinkScope, plan: Plan, now: Instant): boolean {
  const { link, participant } = scope;
  const seq = plan.version + 1;
  const renewal = { link, participant, generation: generationOf(link, plan) + 1, seq, at: now, asked: true };
  const renewed = { ...plan, renewals: [...plan.renewals, renewal] };
  const state = linkState({ ...scope, seq }, renewed, now);
  return state !== 'expired' && state !== 'revoked';
}

/** Whether it was handed out to an address that is not, or not any more, the one of the person it is for. */
export const isRevoked = ({ participant, seq }: LinkScope, plan: Plan): boolean =>
  isMisdirected(participant, plan) ||
  plan.readdressed.some((change) => change.participant === participant && seq < change.seq);

function ownState(scope: LinkScope, plan: Plan, now: Instant): LinkState {
  if (scope.purpose === 'read_decision') {
    const decision = plan.decisions.find((made) => made.copies.some((copy) => copy.link === scope.link));
    return decision && now < addHours(decision.at, DOCUMENT_HOURS) ? 'readable' : 'expired';
  }
  const { request, person } = askedBy(scope, plan);
  if (!request || !person) return 'expired';
  const until = readableUntil(request, plan);
  if (until !== undefined && now >= until) return 'expired';
  if (person.answer) return 'answered';
  return request.status === 'open' ? 'open' : 'closed';
}

/** Only for a while after somebody asked for it; whoever was asked in a survey reads nothing of the plan. */
function opensPlan(scope: LinkScope, plan: Plan, now: Instant): boolean {
  const renewed = plan.renewals.findLast(({ link }) => link === scope.link);
  if (!renewed || now >= addHours(renewed.at, RECEIPT_HOURS)) return false;
  if (scope.purpose === 'read_decision') return true;
  const { request, person } = askedBy(scope, plan);
  return person !== undefined && request?.kind !== 'survey';
}

function askedBy({ link, requestId }: LinkScope, plan: Plan) {
  const request = plan.requests[requestId];
  return { request, person: request?.respondents.find((respondent) => respondent.link === link) };
}

/** `undefined` while it has no end: nobody loses the plan they are on. */
function readableUntil(request: Request, plan: Plan): Instant | undefined {
  if (request.kind === 'acknowledgement') return planReadableUntil(plan);
  return request.closedAt && addHours(request.closedAt, RECEIPT_HOURS);
}

/** Until when the plan itself is read; `undefined` while it has no end. */
export const planReadableUntil = (plan: Plan): Instant | undefined =>
  isLive(plan) ? undefined : addHours(plan.updatedAt, DOCUMENT_HOURS);
