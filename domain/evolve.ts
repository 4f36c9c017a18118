import { runningPause } from './agenda.ts';
import { UnknownEvent } from './errors.ts';
import { type Actor, currentVersion, type Fact, type PlanEvent, UPCASTS } from './events.ts';
import { addressCorrected, misdirected, suspended } from './evolve/addresses.ts';
import { drafted, launched, redrafted, takenOver } from './evolve/beginnings.ts';
import {
  answered,
  closedAs,
  escalated,
  heard,
  invited,
  lapsed,
  opened,
  over,
  reminded,
  returned,
  served,
} from './evolve/requests.ts';
import { revised } from './evolve/revision.ts';
import type { Instant, Plan } from './plan.ts';

/**
 * The plan after one more event, in whatever version it was recorded.
 *
 * @throws UnknownEvent for types and versions this code was never taught, so that nothing is skipped.
 */
export function evolve(plan: Plan | undefined, recorded: PlanEvent): Plan {
  return evolved(plan, recorded, (list, more) => [...list, ...more]);
}

/** A list with more at its end. */
type Grow = <T>(list: T[], more: T[]) => T[];

function evolved(plan: Plan | undefined, recorded: PlanEvent, grow: Grow): Plan {
  const event = upToDate(recorded);
  const next = event.type === 'PlanDrafted' ? drafted(event) : apply(existing(plan, event), event, grow);
  return { ...next, undriven: undrivenAfter(plan, event), version: event.seq, updatedAt: event.at };
}

/** A run that fails is nothing that happened to the plan. */
function undrivenAfter(plan: Plan | undefined, event: PlanEvent): Plan['undriven'] {
  const before = plan?.undriven ?? null;
  if (event.type === 'RunFailed') return before;
  if (event.type !== 'RunRestarted' || event.because !== 'nobody_driving') return null;
  return { restarts: (before?.restarts ?? 0) + 1, at: event.at };
}

function upToDate(event: PlanEvent): PlanEvent {
  const upcasts = UPCASTS[event.type];
  if (!upcasts || !Number.isInteger(event.v) || event.v < 1 || event.v > upcasts.length + 1) {
    throw new UnknownEvent(event.type, event.v);
  }
  return upcasts.slice(event.v - 1).reduce((older, upcast) => upcast(older), event);
}

/** The plan that a whole list of events tells. */
export function fold(events: readonly PlanEvent[]): Plan {
  // Nobody sees the plans in between, so what only ever grows grows in place: the time is linear in the events.
  const inPlace: Grow = (list, more) => {
    list.push(...more);
    return list;
  };
  const plan = events.reduce<Plan | undefined>((before, event) => evolved(before, event, inPlace), undefined);
  if (!plan) throw new RangeError('A plan has at least one event.');
  return plan;
}

/** A fact in its place after `plan`'s last event. */
export function stamp(fact: Fact, plan: Plan | undefined, at: Instant, actor: Actor): PlanEvent {
  return { ...fact, v: currentVersion(fact.type), seq: (plan?.version ?? 0) + 1, at, actor };
}

function existing(plan: Plan | undefined, event: PlanEvent): Plan {
  if (!plan) throw new RangeError(`${event.type} cannot be the first event of a plan.`);
  return plan;
}

function apply(plan: Plan, event: Exclude<PlanEvent, { type: 'PlanDrafted' }>, grow: Grow): Plan {
  switch (event.type) {
    case 'PlanRedrafted':
      return redrafted(plan, event);
    case 'PlanApproved':
      return { ...plan, status: 'approved' };
    case 'DraftShared':
      return { ...plan, status: 'consulting', run: event.run };
    case 'PlanLaunched':
      return launched(plan, event);
    case 'PlanStarted':
      return { ...plan, status: 'active', startedAt: event.at };

    case 'RequestOpened':
      return opened(plan, event);
    case 'RespondentsInvited':
      return invited(plan, event);
    case 'RequestAnswered':
      return consulted(responded(answered(plan, event), event, grow), event.complete && event.requestId);
    case 'ServedOnPaper':
      return served(plan, event);
    case 'Reminded':
      return reminded(plan, event);
    case 'RequestMissed':
      return closedAs(plan, event.requestId, 'missed', event.at);
    case 'RequestLapsed':
      return consulted(lapsed(plan, event), event.requestId);
    case 'AnswerReturned':
      return { ...returned(plan, event), proposal: null };
    case 'Escalated':
      return escalated(plan, event);

    case 'PlanAmended':
    case 'PlanExtended':
      return revised(plan, event.revision, event);
    case 'ManagerChanged':
      return takenOver(revised(plan, event.revision, event), event, plan.draft.issuer.participant);
    case 'CapacityReduced': {
      const { percent, items, signedOffBy } = event;
      const shares = { ...plan.capacity?.shares, ...Object.fromEntries(items.map((id) => [id, percent])) };
      return { ...revised(plan, event.revision, event), capacity: { percent, items, signedOffBy, shares } };
    }
    case 'CreditGranted':
      return withCredit(revised(plan, event.revision, event), event);

    case 'PausePlanned':
      return { ...plan, pauses: [...plan.pauses, event.pause] };
    case 'PauseCancelled':
      return {
        ...plan,
        pauses: plan.pauses.filter(({ from, resumedOn }) => resumedOn || from !== event.from),
      };
    case 'PlanPaused':
      return {
        ...plan,
        status: 'paused',
        pauses: [...plan.pauses.filter(({ from }) => from !== event.pause.from), event.pause],
        pauseReviewAt: event.reviewAt,
      };
    case 'PauseReviewDue':
      return { ...plan, pauseReviewAt: event.nextAt };
    case 'PlanResumed':
      return resumed(revised(plan, event.revision, event), event);

    case 'CheckInAttributed':
      return {
        ...plan,
        attributions: { ...plan.attributions, [event.requestId]: { to: event.to, creditDays: 0 } },
      };
    case 'ReadingsRecorded':
      return { ...plan, readings: grow(plan.readings, event.readings) };
    case 'TrainingCompleted': {
      const { item, what, due, on, at } = event;
      return { ...plan, trainings: grow(plan.trainings, [{ item, what, due, on, at }]) };
    }
    case 'RecognitionAdded': {
      const { text, by, item, at } = event;
      const recognition = { at, text, ...(by ? { by } : {}), ...(item ? { item } : {}) };
      return { ...plan, recognitions: grow(plan.recognitions, [recognition]) };
    }
    case 'ResponseGiven':
      return withResponse(plan, event, grow);

    case 'OpportunityPeriodEnded':
      return { ...plan, status: 'deciding' };
    case 'DecisionProposed':
      return { ...plan, proposal: event.proposal };
    case 'DecisionRecorded':
      return decided(plan, event);
    case 'PlanClosed':
      return over({ ...plan, status: 'closed', outcome: event.outcome, closedAt: event.at }, event);
    case 'PlanWithdrawn':
      return over({ ...plan, status: 'withdrawn', closedAt: event.at }, event);

    case 'MonitoringStarted': {
      const { run, until, endsAt, schedule } = event;
      return { ...plan, status: 'monitoring', run, monitoring: { until, endsAt }, scheduled: schedule };
    }
    case 'RelapseRecorded':
      return { ...plan, relapse: { date: event.date, item: event.item } };
    case 'MonitoringEnded':
      return over({ ...plan, status: 'closed' }, event);

    case 'LegalHoldSet':
      return { ...plan, legalHold: { since: event.at, reason: event.reason } };
    case 'LegalHoldReleased':
      return { ...plan, legalHold: null };
    case 'RunRestarted':
      return { ...plan, run: event.run };
    case 'MailUndelivered': {
      const { key, template, to, requestId, outcome } = event;
      const mail = { key, template, to, outcome, ...(requestId ? { requestId } : {}) };
      const others = plan.undelivered.filter((known) => known.key !== key);
      // What is known for certain takes the place of not knowing.
      return others.length < plan.undelivered.length
        ? { ...plan, undelivered: [...others, mail] }
        : { ...plan, undelivered: grow(plan.undelivered, [mail]) };
    }
    case 'MailFound':
      return { ...plan, undelivered: plan.undelivered.filter(({ key }) => key !== event.key) };
    case 'MailDelayed':
      return { ...plan, delayed: grow(plan.delayed, [event.key]) };
    case 'AddressSuspended':
      return suspended(plan, event);
    case 'LinkRenewed': {
      const { link, participant, generation, seq, at, actor } = event;
      const by = actor.kind === 'principal' ? { by: 'office' as const } : {};
      const renewal = { link, participant, generation, seq, at, asked: true, ...by };
      return { ...plan, renewals: grow(plan.renewals, [renewal]) };
    }
    case 'WrongPersonReported':
      return misdirected(plan, event);
    case 'AddressCorrected':
      return addressCorrected(plan, event);
    case 'NoteAdded':
      return heard(plan, event);
    case 'AccommodationRequested':
    case 'DraftReturned':
    case 'SupportUndelivered':
    case 'RunFailed':
      return plan;
  }
}

/** Once the employee has responded to the draft, or the time for it is over, the plan may be launched. */
function consulted(plan: Plan, closed: string | false): Plan {
  const isDraft = closed && plan.requests[closed]?.responseTo === 'draft';
  return isDraft ? { ...plan, status: 'approved', consulted: true } : plan;
}

function responded(
  plan: Plan,
  { answer, at, by, requestId }: Extract<PlanEvent, { type: 'RequestAnswered' }>,
  grow: Grow,
): Plan {
  if (answer.kind !== 'response' || answer.choice !== 'respond') return plan;
  const regarding = plan.requests[requestId]?.regarding ?? requestId;
  return withResponse(plan, { at, by, regarding, text: answer.text ?? '' }, grow);
}

/** A question whose answer somebody else had to confirm is answered when that decision counts. */
function decided(plan: Plan, event: Extract<PlanEvent, { type: 'DecisionRecorded' }>): Plan {
  const { decision, requestId, at } = event;
  const isConfirmed = decision.by !== undefined && plan.requests[requestId]?.status === 'open';
  const closed = isConfirmed ? closedAs(plan, requestId, 'answered', at) : plan;
  return { ...closed, decisions: [...plan.decisions, { ...decision, requestId }], proposal: null };
}

const withResponse = (
  plan: Plan,
  { at, by, regarding, text }: Plan['responses'][number],
  grow: Grow,
): Plan => ({ ...plan, responses: grow(plan.responses, [{ at, by, regarding, text }]) });

function withCredit(plan: Plan, { requestId, days }: Extract<PlanEvent, { type: 'CreditGranted' }>): Plan {
  const to = plan.attributions[requestId]?.to ?? 'manager';
  return { ...plan, attributions: { ...plan.attributions, [requestId]: { to, creditDays: days } } };
}

function resumed(plan: Plan, { on, tolledDays }: Extract<PlanEvent, { type: 'PlanResumed' }>): Plan {
  // A pause planned from the very day the clock runs again has not begun.
  const running = runningPause(plan);
  return {
    ...plan,
    status: plan.startedAt ? 'active' : 'acknowledging',
    pauses: plan.pauses.map((pause) => (pause === running ? { ...pause, resumedOn: on, tolledDays } : pause)),
    pauseReviewAt: null,
  };
}
