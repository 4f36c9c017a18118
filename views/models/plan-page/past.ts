import type { PlanEvent } from '../../../domain/events.ts';
import { evolve } from '../../../domain/evolve.ts';
import type { Plan, RequestId } from '../../../domain/plan.ts';
import { describe } from '../../timeline.ts';
import { type FactKind, sees } from '../../visibility.ts';
import { questionOf } from '../questions.ts';
import type { ViewContext } from '../view-context.ts';
import type { Moment } from './ahead.ts';
import { briefDayOf, isAsked } from './days.ts';

/** What has happened as far as this reader may know, oldest first. */
export function whatHappened(events: readonly PlanEvent[], context: ViewContext): Moment[] {
  const { pack, words, zone } = context;
  let plan: Plan | undefined;
  const escalated = new Set<RequestId>();
  // Going up again and again is one piece of news.
  const isRepeated = (event: PlanEvent): boolean => {
    if (event.type !== 'Escalated') return false;
    const isKnown = escalated.has(event.requestId);
    escalated.add(event.requestId);
    return isKnown;
  };
  const moments = events.flatMap((event) => {
    plan = evolve(plan, event);
    const kind = kindOf(event, context.plan);
    if (kind === undefined || !isTold(kind, event, context) || isRepeated(event)) return [];
    const text = describe(asTold(event, context), plan, pack, words, zone);
    return [{ day: briefDayOf(event.at, context), text }];
  });
  return joined(moments, context);
}

/** The same sentence on the same day is said once, with how often. */
function joined(moments: Moment[], { words }: ViewContext): Moment[] {
  const counts = new Map<string, { moment: Moment; count: number }>();
  for (const moment of moments) {
    const key = `${moment.day}\n${moment.text}`;
    counts.set(key, { moment, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].map(({ moment: { day, text }, count }) => ({
    day,
    text: count > 1 ? words.planPage.past.times(text, count) : text,
  }));
}

/** The kind of information an event is; `undefined` of what concerns only the machinery, and of reminders, which say nothing new. */
function kindOf(event: PlanEvent, plan: Plan): FactKind | undefined {
  switch (event.type) {
    case 'RunRestarted':
    case 'RunFailed':
    case 'Reminded':
    // How a draft came about is nobody's news before it is given to people.
    case 'PlanRedrafted':
    case 'DraftReturned':
      return undefined;
    case 'PlanLaunched':
    case 'PlanStarted':
    case 'OpportunityPeriodEnded':
    case 'PlanWithdrawn':
      return 'goals';
    case 'DraftShared':
      return 'reason';
    case 'RequestOpened':
      return opened(event.request.id, plan);
    case 'RequestAnswered':
      return answered(event);
    case 'ServedOnPaper':
      return 'acknowledgements';
    case 'AnswerReturned':
      return 'returned';
    case 'RequestLapsed':
      return lapsed(event.requestId, plan);
    case 'RequestMissed':
      return 'silence';
    case 'MailUndelivered':
    case 'MailFound':
    case 'MailDelayed':
    case 'AddressSuspended':
      return 'undelivered';
    case 'PlanAmended':
    case 'ManagerChanged':
    case 'CapacityReduced':
    case 'PlanExtended':
      return 'changes';
    case 'PausePlanned':
    case 'PauseCancelled':
    case 'PlanPaused':
    case 'PlanResumed':
      return 'pause';
    case 'CheckInAttributed':
    case 'CreditGranted':
      return 'missed_by';
    case 'ReadingsRecorded':
      return 'readings';
    case 'TrainingCompleted':
      return 'support_delivered';
    case 'RecognitionAdded':
      return 'recognitions';
    case 'ResponseGiven':
      return 'responses';
    case 'AccommodationRequested':
      return 'adjustment_asked';
    case 'SupportUndelivered':
      return 'support_delivered';
    case 'DecisionProposed':
      return 'proposal';
    case 'DecisionRecorded':
    case 'PlanClosed':
      return 'decision';
    case 'MonitoringStarted':
    case 'RelapseRecorded':
    case 'MonitoringEnded':
      return 'aftermath';
    case 'LegalHoldSet':
    case 'LegalHoldReleased':
      return 'legal_hold';
    default:
      return 'told';
  }
}

function opened(requestId: RequestId, plan: Plan): FactKind {
  const { kind } = questionOf(plan, requestId);
  if (kind === 'attribution') return 'missed_question';
  return kind === 'accommodation' ? 'adjustment_answer' : kind === 'approval' ? 'proposal' : 'told';
}

function lapsed(requestId: RequestId, plan: Plan): FactKind {
  const { kind } = questionOf(plan, requestId);
  if (kind === 'survey') return 'survey_results';
  return kind === 'response' ? 'responses' : 'told';
}

function answered({ answer }: Extract<PlanEvent, { type: 'RequestAnswered' }>): FactKind {
  switch (answer.kind) {
    case 'acknowledgement':
      return 'acknowledgements';
    case 'check_in':
      return 'answers_closed';
    case 'survey':
      return 'survey_answers';
    case 'support':
      return 'support_delivered';
    case 'response':
      return 'responses';
    case 'attribution':
      return 'missed_question';
    case 'accommodation':
      return 'adjustment_answer';
    case 'approval':
    case 'decision':
      return 'proposal';
  }
}

/** Who answered an open check-in, and whether the meeting was held, is nobody's to know before it is over. */
function isTold(kind: FactKind, event: PlanEvent, context: ViewContext): boolean {
  const { plan, reader } = context;
  if (event.type === 'RequestAnswered') {
    if (event.by === reader && event.answer.kind !== 'survey') return sees(context, 'own_answers');
    const isOpen = plan.requests[event.requestId]?.status === 'open';
    const now = kind === 'answers_closed' && isOpen ? 'answers_open' : kind;
    return sees(context, now, { asked: isAsked(event.requestId, reader, plan) });
  }
  if (event.type === 'ResponseGiven') {
    return event.by === reader || sees(context, kind, { asked: isAsked(event.regarding, reader, plan) });
  }
  // Where one's own mail goes, and that one asked for a new link, is no secret from oneself.
  if (event.type === 'LinkRenewed' || event.type === 'AddressCorrected') {
    return event.participant === reader || sees(context, kind);
  }
  return sees(context, kind);
}

/** Why the plan stands still is in the sentence about it: told as an approved absence to everybody else (L4). */
function asTold(event: PlanEvent, context: ViewContext): PlanEvent {
  if (event.type !== 'PlanPaused' || sees(context, 'pause_reason')) return event;
  return { ...event, pause: { ...event.pause, reason: 'approved_absence' } };
}
