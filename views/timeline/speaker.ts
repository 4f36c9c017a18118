import type { Fact } from '../../domain/events.ts';
import type { RulePack } from '../../domain/pack.ts';
import type { Decision, Instant, ParticipantId, Plan, RequestId } from '../../domain/plan.ts';
import { dayIn, dayInWords, listInWords, momentInWords } from '../dates.ts';
import { authority } from '../models/by-rule.ts';
import { whatFor } from '../models/fairness.ts';
import { nameOf } from '../models/plan-view.ts';
import { type Named, questionOf, theMissed, theQuestion } from '../models/questions.ts';
import type { Words } from '../words/en.ts';

export type FactOf<T extends Fact['type']> = Extract<Fact, { type: T }>;

/** What turns ids of a plan into words. `pack` names outcomes; without it their codes are said. */
export interface Speech {
  plan: Plan;
  words: Words;
  pack: RulePack | undefined;
  /** IANA zone moments are said in; the plan's when absent. */
  zone?: string | undefined;
}

/** Says people, days, questions and outcomes of one plan in words. */
export const speaker = ({ plan, words, pack, zone = plan.timeZone }: Speech) => ({
  w: words.timeline,
  people: (ids: ParticipantId[]): string =>
    ids.length > 0
      ? listInWords(
          ids.map((id) => nameOf(plan, id)),
          words.locale,
        )
      : words.timeline.nobody,
  list: (parts: string[]): string => listInWords(parts, words.locale),
  subject: nameOf(plan, plan.draft.subject.participant),
  day: (day: string): string => dayInWords(day, words.locale),
  dayOf: (at: Instant): string => dayInWords(dayIn(at, plan.timeZone), words.locale),
  days: (count: number): string => words.common.days(count),
  moment: (at: Instant): string => momentInWords(at, zone, words.locale),
  question: (id: RequestId, known?: Named): string => theQuestion(known ?? questionOf(plan, id), plan, words),
  /** The check-in that somebody is asked about: who missed it. */
  missed: (asked: Named): string => theMissed(asked, plan, words),
  regarding: (id: RequestId): string => whatFor(id, { plan, words }),
  outcome: (code: string): string =>
    pack?.decision.outcomes.is.find((outcome) => outcome.code === code)?.title ?? code.replaceAll('_', ' '),
  authority: ({ rule }: Decision): string => authority(rule, pack, words),
});
export type Speaker = ReturnType<typeof speaker>;

interface EscalationWords {
  escalatedToNobody: (question: string) => string;
  Escalated: (question: string, names: string) => string;
  handedOver: (question: string, names: string, mayAnswer: string) => string;
}

/** Who heard of it, and who of them may answer; past or planned by the words given. */
export function escalated(fact: FactOf<'Escalated'>, w: EscalationWords, say: Speaker): string {
  const question = say.question(fact.requestId);
  if (fact.to.length === 0) return w.escalatedToNobody(question);
  const told = say.people(fact.to.map(({ participant }) => participant));
  const mayAnswer = fact.to.filter(({ link }) => link).map(({ participant }) => participant);
  return mayAnswer.length > 0
    ? w.handedOver(question, told, say.people(mayAnswer))
    : w.Escalated(question, told);
}

interface ReminderWords {
  Reminded: (names: string, question: string, step: number) => string;
  RemindedMany: (count: number, question: string, step: number) => string;
  remindedNobody: (question: string, step: number) => string;
}

/** Who was reminded; of a survey only how many, or the record would tell who has not answered it. */
export function reminded(fact: FactOf<'Reminded'>, plan: Plan, w: ReminderWords, say: Speaker): string {
  const question = say.question(fact.requestId);
  if (fact.to.length === 0) return w.remindedNobody(question, fact.step);
  return questionOf(plan, fact.requestId).kind === 'survey'
    ? w.RemindedMany(fact.to.length, question, fact.step)
    : w.Reminded(say.people(fact.to), question, fact.step);
}

/** Kinds whose name in a sentence is something one gives rather than answers. */
export const isGiven = ({ kind }: Named): boolean =>
  kind === 'support' || kind === 'response' || kind === 'approval' || kind === 'accommodation';
