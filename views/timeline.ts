import type { Fact } from '../domain/events.ts';
import type { RulePack } from '../domain/pack.ts';
import type { Decision, Instant, ParticipantId, Plan, RequestId } from '../domain/plan.ts';
import { dayInWords, listInWords, momentInWords } from './dates.ts';
import { authority } from './models/by-rule.ts';
import { isIssuer } from './models/issuer.ts';
import { nameOf } from './models/plan-view.ts';
import { questionOf, theQuestion } from './models/questions.ts';
import { otherNameTyped } from './models/typed-name.ts';
import { en, type Words } from './words/en.ts';

type FactOf<T extends Fact['type']> = Extract<Fact, { type: T }>;

/** What turns ids of a plan into words. `pack` names outcomes; without it their codes are said. */
interface Speech {
  plan: Plan;
  words: Words;
  pack: RulePack | undefined;
}

const speaker = ({ plan, words, pack }: Speech) => ({
  w: words.timeline,
  people: (ids: ParticipantId[]): string =>
    ids.length > 0
      ? listInWords(
          ids.map((id) => nameOf(plan, id)),
          words.locale,
        )
      : words.timeline.nobody,
  day: (day: string): string => dayInWords(day, words.locale),
  moment: (at: Instant): string => momentInWords(at, plan.timeZone, words.locale),
  question: (id: RequestId, date?: string): string => {
    const { kind, date: known } = questionOf(plan, id);
    return theQuestion(kind, date ?? known, words) ?? words.timeline.question.check_in(id);
  },
  outcome: (code: string): string =>
    pack?.decision.outcomes.is.find((outcome) => outcome.code === code)?.title ?? code.replaceAll('_', ' '),
  authority: ({ rule }: Decision): string => authority(rule, pack, words),
});
type Speaker = ReturnType<typeof speaker>;

/** What happened, as one plain sentence that names people by their names. */
export function describe(fact: Fact, plan: Plan, pack?: RulePack, words: Words = en): string {
  const say = speaker({ plan, words, pack });
  const w = say.w.past;
  switch (fact.type) {
    case 'PlanDrafted':
      return w.PlanDrafted(fact.draft.title, say.people([fact.draft.subject.participant]));
    case 'PlanApproved':
    case 'PlanStarted':
    case 'OpportunityPeriodEnded':
    case 'PlanWithdrawn':
      return w[fact.type];
    case 'PlanLaunched':
      return w.PlanLaunched(say.day(plan.draft.startDate), say.day(plan.draft.endDate));
    case 'RequestOpened': {
      const asked = fact.respondents.map(({ participant }) => participant);
      const sentence = asked.length === 1 ? w.RequestOpenedOne : w.RequestOpened;
      const { id, date, dueAt } = fact.request;
      return sentence(say.question(id, date), say.people(asked), say.moment(dueAt));
    }
    case 'RequestAnswered':
      return answered(fact, plan, say);
    case 'Reminded':
      return w.Reminded(say.people(fact.to), say.question(fact.requestId), fact.step);
    case 'RequestMissed':
      return missed(fact, say);
    case 'MailUndelivered':
      return undelivered(fact, say);
    case 'NoteAdded':
      return noted(fact, say);
    case 'Escalated':
      return escalated(fact, w, say);
    case 'DecisionRecorded': {
      const { by, outcome } = fact.decision;
      return by
        ? w.DecisionRecorded(say.outcome(outcome), say.people([by]))
        : words.common.byRule(say.authority(fact.decision));
    }
    case 'PlanExtended':
      return w.PlanExtended(say.day(fact.endDate));
    case 'PlanClosed':
      return w.PlanClosed(say.outcome(fact.outcome));
    case 'RunRestarted':
    case 'RunFailed':
      return w[fact.type](fact.run);
  }
}

/** What will happen if nobody does anything, as one plain sentence. */
export function describePlanned(fact: Fact, plan: Plan, pack?: RulePack, words: Words = en): string {
  const say = speaker({ plan, words, pack });
  const w = say.w.planned;
  switch (fact.type) {
    case 'PlanDrafted':
    case 'PlanApproved':
    case 'PlanStarted':
    case 'NoteAdded':
    case 'OpportunityPeriodEnded':
    case 'PlanWithdrawn':
    case 'RunRestarted':
    case 'RunFailed':
      return w[fact.type];
    case 'PlanLaunched':
      return w.PlanLaunched(say.day(plan.draft.startDate), say.day(plan.draft.endDate));
    case 'RequestOpened': {
      const asked = fact.respondents.map(({ participant }) => participant);
      const { id, date, dueAt } = fact.request;
      return w.RequestOpened(say.question(id, date), say.people(asked), say.moment(dueAt));
    }
    case 'RequestAnswered':
      return w.RequestAnswered(say.people([fact.by]), say.question(fact.requestId));
    case 'Reminded':
      return w.Reminded(say.people(fact.to), say.question(fact.requestId), fact.step);
    case 'RequestMissed':
      return w.RequestMissed(say.question(fact.requestId), say.people([...fact.by, ...fact.notReached]));
    case 'MailUndelivered':
      return w.MailUndelivered(say.people([fact.to]));
    case 'Escalated':
      return escalated(fact, w, say);
    case 'DecisionRecorded':
      return fact.decision.by ? w.DecisionRecorded : w.decidedByRule(say.authority(fact.decision));
    case 'PlanExtended':
      return w.PlanExtended(say.day(fact.endDate));
    case 'PlanClosed':
      return w.PlanClosed(say.outcome(fact.outcome));
  }
}

function answered({ answer, by, requestId }: FactOf<'RequestAnswered'>, plan: Plan, say: Speaker): string {
  const w = say.w.past;
  const name = say.people([by]);
  const typed = otherNameTyped(answer, by, plan);
  const typing = typed === undefined ? '' : w.typing(typed);
  switch (answer.kind) {
    case 'acknowledgement':
      if (answer.choice === 'decline') return w.declined(name, typing);
      return isIssuer(plan, by) ? w.signedByIssuer(name, typing) : w.signed(name, typing);
    case 'check_in':
      return w.checkedIn(name, say.question(requestId), answer.meeting === 'held');
    case 'decision':
      return w.decided(name, typing);
  }
}

interface EscalationWords {
  Escalated: (question: string, names: string) => string;
  handedOver: (question: string, names: string, mayAnswer: string) => string;
}

function escalated(fact: FactOf<'Escalated'>, w: EscalationWords, say: Speaker): string {
  const question = say.question(fact.requestId);
  const told = say.people(fact.to.map(({ participant }) => participant));
  const mayAnswer = fact.to.filter(({ link }) => link).map(({ participant }) => participant);
  return mayAnswer.length > 0
    ? w.handedOver(question, told, say.people(mayAnswer))
    : w.Escalated(question, told);
}

/** Nobody whom no message reached is said to have kept silent. */
function missed({ requestId, by, notReached }: FactOf<'RequestMissed'>, say: Speaker): string {
  const w = say.w.past;
  const question = say.question(requestId);
  if (notReached.length === 0) return w.RequestMissed(question, say.people(by), by.length);
  if (by.length === 0) return w.missedUnreached(question, say.people(notReached));
  return w.missedAndUnreached(question, say.people(by), by.length, say.people(notReached));
}

function undelivered({ to, requestId, outcome }: FactOf<'MailUndelivered'>, say: Speaker): string {
  const w = say.w.past;
  const name = say.people([to]);
  return requestId
    ? w.undeliveredAbout[outcome](name, say.question(requestId))
    : w.undelivered[outcome](name);
}

/** That somebody's words were added and when they came, not the words. */
function noted({ from, requestId, late }: FactOf<'NoteAdded'>, say: Speaker): string {
  const w = say.w.past.NoteAdded;
  const note = from ? w.from(say.people([from])) : w.plain;
  const said = requestId ? w.about(note, say.question(requestId)) : note;
  if (!late) return w.inTime(said);
  return requestId ? w.afterQuestion(said) : w.outsidePlan(said);
}
