import type { Fact } from '../domain/events.ts';
import type { RulePack } from '../domain/pack.ts';
import type { Answer, Instant, ParticipantId, Plan, RequestId } from '../domain/plan.ts';
import { dayInWords, listInWords, momentInWords } from './dates.ts';
import { nameOf } from './models/plan-view.ts';
import { questionOf } from './models/questions.ts';
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
    const day = date ?? known;
    const w = words.timeline.question;
    return kind === 'check_in' ? w.check_in(day ? dayInWords(day, words.locale) : id) : w[kind];
  },
  outcome: (code: string): string =>
    pack?.decision.outcomes.is.find((outcome) => outcome.code === code)?.title ?? code.replaceAll('_', ' '),
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
      return answered(fact.answer, say.people([fact.by]), fact.requestId, say);
    case 'Reminded':
      return w.Reminded(say.people(fact.to), say.question(fact.requestId), fact.step);
    case 'RequestMissed':
      return w.RequestMissed(say.question(fact.requestId), say.people(fact.by), fact.by.length);
    case 'Escalated':
      return escalated(fact, w, say);
    case 'DecisionRecorded':
      return decided(fact, w.DecisionRecorded, w.decidedByRule, say);
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
      return w.RequestMissed(say.question(fact.requestId), say.people(fact.by));
    case 'Escalated':
      return escalated(fact, w, say);
    case 'DecisionRecorded':
      return decided(fact, () => w.DecisionRecorded, w.decidedByRule, say);
    case 'PlanExtended':
      return w.PlanExtended(say.day(fact.endDate));
    case 'PlanClosed':
      return w.PlanClosed(say.outcome(fact.outcome));
  }
}

function answered(answer: Answer, name: string, requestId: RequestId, say: Speaker): string {
  const w = say.w.past;
  switch (answer.kind) {
    case 'acknowledgement':
      return answer.choice === 'sign' ? w.signed(name) : w.declined(name);
    case 'check_in':
      return w.checkedIn(name, say.question(requestId), answer.meeting === 'held');
    case 'decision':
      return w.decided(name);
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

function decided(
  { decision }: FactOf<'DecisionRecorded'>,
  byPerson: (outcome: string, name: string) => string,
  byRule: (outcome: string, rule: string) => string,
  say: Speaker,
): string {
  const outcome = say.outcome(decision.outcome);
  return decision.by ? byPerson(outcome, say.people([decision.by])) : byRule(outcome, decision.rule ?? '');
}
