import type { Fact } from '../../domain/events.ts';
import type { RulePack } from '../../domain/pack.ts';
import type { Pause, Plan } from '../../domain/plan.ts';
import { isReached } from '../../domain/reached.ts';
import { itemName } from '../models/answer-view.ts';
import { en, type Words } from '../words/en.ts';
import { answered } from './answered.ts';
import { linkNews, mailNews } from './links.ts';
import { served } from './on-paper.ts';
import { revised } from './revised.ts';
import { escalated, type FactOf, reminded, type Speaker, speaker } from './speaker.ts';

/** What happened, as one plain sentence that names people by their names. `plan` is the plan after it. */
export function describe(
  fact: Fact,
  plan: Plan,
  pack?: RulePack,
  words: Words = en,
  zone = plan.timeZone,
): string {
  const say = speaker({ plan, words, pack, zone });
  const w = say.w.past;
  switch (fact.type) {
    case 'PlanDrafted':
      return w.PlanDrafted(fact.draft.title, say.people([fact.draft.subject.participant]));
    case 'PlanRedrafted':
      return w.PlanRedrafted(fact.draft.title);
    case 'DraftReturned':
    case 'PlanApproved':
    case 'PlanStarted':
    case 'OpportunityPeriodEnded':
    case 'LegalHoldSet':
    case 'LegalHoldReleased':
    case 'PlanWithdrawn':
      return w[fact.type];
    case 'DraftShared':
      return w.DraftShared(say.subject);
    case 'PlanLaunched':
      return w.PlanLaunched(say.day(plan.draft.startDate), say.day(plan.draft.endDate));

    case 'RequestOpened':
      return opened(fact, say);
    case 'RespondentsInvited':
      return w.RespondentsInvited(say.question(fact.requestId), fact.respondents.length);
    case 'RequestAnswered':
      return answered(fact, plan, words, say);
    case 'ServedOnPaper':
      return served(fact, words, say);
    case 'AnswerReturned':
      return w.AnswerReturned(say.people([fact.to]), say.people([fact.by]), say.question(fact.requestId));
    case 'Reminded':
      return reminded(fact, plan, w, say);
    case 'RequestMissed':
      return missed(fact, say);
    case 'RequestLapsed': {
      const isSurvey = plan.requests[fact.requestId]?.kind === 'survey';
      return w[isSurvey ? 'surveyOver' : 'RequestLapsed'](say.question(fact.requestId));
    }
    case 'Escalated':
      return escalated(fact, w, say);
    case 'MailUndelivered':
      return undelivered(fact, plan, words, say);
    case 'LinkRenewed':
    case 'WrongPersonReported':
    case 'AddressCorrected':
    case 'AddressSuspended':
      return linkNews(fact, words.linkHelp.timeline, say);
    case 'MailFound':
    case 'MailDelayed':
      return mailNews(fact, words.linkHelp.timeline, say);
    case 'NoteAdded':
      return noted(fact, say);

    case 'PlanAmended':
    case 'ManagerChanged':
    case 'CapacityReduced':
    case 'PlanResumed':
    case 'CreditGranted':
    case 'PlanExtended':
      return revised(fact, plan, say);
    case 'PausePlanned':
      return w.PausePlanned(say.day(fact.pause.from), until(fact.pause, say));
    case 'PauseCancelled':
      return w.PauseCancelled(say.day(fact.from));
    case 'PlanPaused':
      return paused(fact, say);
    case 'PauseReviewDue':
      return w.PauseReviewDue(say.dayOf(fact.nextAt));

    case 'CheckInAttributed':
      return w.CheckInAttributed[fact.to](say.question(fact.requestId));
    case 'ReadingsRecorded': {
      const count = fact.readings.length;
      return fact.by ? w.ReadingsRecordedBy(say.people([fact.by]), count) : w.ReadingsRecorded(count);
    }
    case 'TrainingCompleted':
      return w.TrainingCompleted(fact.what, say.day(fact.on));
    case 'RecognitionAdded':
      return fact.by ? w.RecognitionAddedBy(say.people([fact.by])) : w.RecognitionAdded;
    case 'ResponseGiven':
      return w.responded(say.people([fact.by]), say.regarding(fact.regarding));
    case 'AccommodationRequested':
      return w.AccommodationRequested(say.people([fact.by]));
    case 'SupportUndelivered':
      return w.SupportUndelivered(fact.what);

    case 'DecisionProposed': {
      const { by, answer, awaiting } = fact.proposal;
      return w.DecisionProposed(say.people([by]), say.outcome(answer.outcome), awaiting.length);
    }
    case 'DecisionRecorded': {
      const { by, outcome } = fact.decision;
      return by
        ? w.DecisionRecorded(say.outcome(outcome), say.people([by]))
        : words.common.byRule(say.authority(fact.decision));
    }
    case 'PlanClosed':
      return w.PlanClosed(say.outcome(fact.outcome));
    case 'MonitoringStarted':
      return w.MonitoringStarted(say.day(fact.until));
    case 'RelapseRecorded': {
      const name = pack ? itemName(plan, fact.item, pack, words) : fact.item;
      return w.RelapseRecorded(say.day(fact.date), name, fact.what);
    }
    case 'MonitoringEnded':
      return w.MonitoringEnded[fact.clean ? 'clean' : 'relapsed'];
    case 'RunRestarted':
      return w.RunRestarted[fact.because](fact.run);
    case 'RunFailed':
      return w.RunFailed(fact.run);
  }
}

/** A question to many says how many, not who: naming all of them would name the ones who stay silent. */
function opened({ request, respondents, uninvited }: FactOf<'RequestOpened'>, say: Speaker): string {
  const w = say.w.past;
  const question = say.question(request.id, request);
  const due = say.moment(request.dueAt);
  if (request.kind === 'survey') {
    return w.RequestOpenedMany(question, respondents.length + (uninvited?.length ?? 0), due);
  }
  const asked = respondents.map(({ participant }) => participant);
  if (request.kind === 'attribution') {
    return w.askedWhoMissed(say.people(asked), asked.length > 1, say.missed(request), due);
  }
  return w[asked.length === 1 ? 'RequestOpenedOne' : 'RequestOpened'](question, say.people(asked), due);
}

/** Nobody whom no message reached is said to have kept silent. */
function missed({ requestId, by, notReached }: FactOf<'RequestMissed'>, say: Speaker): string {
  const w = say.w.past;
  const question = say.question(requestId);
  if (notReached.length === 0) return w.RequestMissed(question, say.people(by), by.length);
  if (by.length === 0) return w.missedUnreached(question, say.people(notReached));
  return w.missedAndUnreached(question, say.people(by), by.length, say.people(notReached));
}

/** Of a question that has closed, also what the record had said about them until then, and does not hold any more. */
function undelivered(
  { to, requestId, outcome }: FactOf<'MailUndelivered'>,
  plan: Plan,
  { linkHelp }: Words,
  say: Speaker,
): string {
  const w = say.w.past;
  const name = say.people([to]);
  if (!requestId) return w.undelivered[outcome](name);
  const said = w.undeliveredAbout[outcome](name, say.question(requestId));
  const request = plan.requests[requestId];
  const person = request?.respondents.find(({ participant }) => participant === to);
  const isCleared =
    request?.status === 'missed' && person && !person.answer && !isReached(person, request, plan);
  return isCleared ? `${said} ${linkHelp.saysNothing(name)}` : said;
}

/** That somebody's words were added and when they came, not the words. */
function noted({ from, requestId, late }: FactOf<'NoteAdded'>, say: Speaker): string {
  const w = say.w.past.NoteAdded;
  const note = from ? w.from(say.people([from])) : w.plain;
  const said = requestId ? w.about(note, say.question(requestId)) : note;
  if (!late) return w.inTime(said);
  return requestId ? w.afterQuestion(said) : w.outsidePlan(said);
}

const until = ({ until: last }: Pause, say: Speaker): string | undefined =>
  last === null ? undefined : say.day(last);

function paused({ pause }: FactOf<'PlanPaused'>, say: Speaker): string {
  const w = say.w.past;
  return pause.reason === 'accommodation'
    ? w.PlanPausedForAdjustment(say.day(pause.from))
    : w.PlanPaused(say.day(pause.from), until(pause, say));
}
