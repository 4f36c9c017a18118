import type { Fact } from '../../domain/events.ts';
import type { RulePack } from '../../domain/pack.ts';
import type { Plan } from '../../domain/plan.ts';
import { questionOf } from '../models/questions.ts';
import { en, type Words } from '../words/en.ts';
import { linkNews, mailNews } from './links.ts';
import { answeredOnPaper, servedPlanned } from './on-paper.ts';
import { escalated, type FactOf, isGiven, reminded, type Speaker, speaker } from './speaker.ts';

/** What will happen if nobody does anything, as one plain sentence. */
export function describePlanned(
  fact: Fact,
  plan: Plan,
  pack?: RulePack,
  words: Words = en,
  zone = plan.timeZone,
): string {
  const say = speaker({ plan, words, pack, zone });
  const w = say.w.planned;
  switch (fact.type) {
    case 'PlanDrafted':
    case 'PlanRedrafted':
    case 'DraftReturned':
    case 'PlanApproved':
    case 'PlanStarted':
    case 'NoteAdded':
    case 'PlanAmended':
    case 'CapacityReduced':
    case 'PauseReviewDue':
    case 'ReadingsRecorded':
    case 'RecognitionAdded':
    case 'OpportunityPeriodEnded':
    case 'DecisionProposed':
    case 'LegalHoldSet':
    case 'LegalHoldReleased':
    case 'PlanWithdrawn':
    case 'RunFailed':
      return w[fact.type];
    case 'RunRestarted':
      return w.RunRestarted[fact.because];
    case 'LinkRenewed':
    case 'WrongPersonReported':
    case 'AddressCorrected':
    case 'AddressSuspended':
      return linkNews(fact, words.linkHelp.planned, say);
    case 'MailFound':
    case 'MailDelayed':
      return mailNews(fact, words.linkHelp.planned, say);
    case 'DraftShared':
      return w.DraftShared(say.subject);
    case 'PlanLaunched':
      return w.PlanLaunched(say.day(plan.draft.startDate), say.day(plan.draft.endDate));

    case 'RequestOpened':
      return opened(fact, say);
    case 'RespondentsInvited':
      return w.RespondentsInvited(say.question(fact.requestId), fact.respondents.length);
    case 'RequestAnswered':
      return answering(fact, plan, words, say);
    case 'ServedOnPaper':
      return servedPlanned(fact, words, say);
    case 'AnswerReturned':
      return w.AnswerReturned(say.people([fact.to]));
    case 'Reminded':
      return reminded(fact, plan, w, say);
    case 'RequestMissed':
      return w.RequestMissed(say.question(fact.requestId), say.people([...fact.by, ...fact.notReached]));
    case 'RequestLapsed':
      return w.RequestLapsed(say.question(fact.requestId));
    case 'Escalated':
      return escalated(fact, w, say);
    case 'MailUndelivered':
      return w.MailUndelivered(say.people([fact.to]));

    case 'ManagerChanged':
      return w.ManagerChanged(say.people([fact.to]));
    case 'PausePlanned': {
      const { from, until } = fact.pause;
      return w.PausePlanned(say.day(from), until === null ? undefined : say.day(until));
    }
    case 'PauseCancelled':
      return w.PauseCancelled(say.day(fact.from));
    case 'PlanPaused': {
      const { from, until } = fact.pause;
      return w.PlanPaused(say.day(from), until === null ? undefined : say.day(until));
    }
    case 'PlanResumed':
      return w.PlanResumed(say.day(fact.on), say.days(fact.tolledDays));
    case 'CheckInAttributed':
      return w.CheckInAttributed(say.question(fact.requestId));
    case 'CreditGranted':
      return w.CreditGranted(say.days(fact.days));
    case 'ResponseGiven':
      return w.ResponseGiven(say.people([fact.by]), say.regarding(fact.regarding));
    case 'AccommodationRequested':
      return w.AccommodationRequested(say.people([fact.by]));
    case 'TrainingCompleted':
      return w.TrainingCompleted(fact.what);
    case 'SupportUndelivered':
      return w.SupportUndelivered(fact.what);

    case 'DecisionRecorded':
      return fact.decision.by ? w.DecisionRecorded : w.decidedByRule(say.authority(fact.decision));
    case 'PlanExtended':
      return w.PlanExtended(say.day(fact.endDate));
    case 'PlanClosed':
      return w.PlanClosed(say.outcome(fact.outcome));
    case 'MonitoringStarted':
      return w.MonitoringStarted(say.day(fact.until));
    case 'RelapseRecorded':
      return w.RelapseRecorded(say.day(fact.date));
    case 'MonitoringEnded':
      return w.MonitoringEnded[fact.clean ? 'clean' : 'relapsed'];
  }
}

function opened({ request, respondents, uninvited }: FactOf<'RequestOpened'>, say: Speaker): string {
  const w = say.w.planned;
  const question = say.question(request.id, request);
  const due = say.moment(request.dueAt);
  if (request.kind === 'survey') {
    return w.RequestOpenedMany(question, respondents.length + (uninvited?.length ?? 0), due);
  }
  const asked = say.people(respondents.map(({ participant }) => participant));
  return request.kind === 'attribution'
    ? w.askedWhoMissed(asked, say.missed(request), due)
    : w.RequestOpened(question, asked, due);
}

function answering(
  { answer, by, requestId }: FactOf<'RequestAnswered'>,
  plan: Plan,
  words: Words,
  say: Speaker,
): string {
  const w = say.w.planned;
  if (answer.kind === 'acknowledgement' && answer.onPaper)
    return answeredOnPaper(answer, say.people([by]), words);
  const question = say.question(requestId);
  if (answer.kind === 'survey') return w.surveyed(question);
  const verb = isGiven(questionOf(plan, requestId)) ? 'gave' : 'RequestAnswered';
  return w[verb](say.people([by]), question);
}
