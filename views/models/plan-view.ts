import type { RulePack } from '../../domain/pack.ts';
import type { Item, ParticipantId, Plan, Request } from '../../domain/plan.ts';
import { dayInWords, numberInWords } from '../dates.ts';
import type { Words } from '../words/en.ts';
import type { ViewContext } from './view-context.ts';

export interface Dated {
  day: string;
  summary: string;
}

export interface ItemView {
  id: string;
  /** The competency's title, or what kind of goal it is. */
  heading: string;
  /** What the competency means, or the goal in full. */
  description: string | undefined;
  rating: string | undefined;
  deficiency: string;
  desiredOutcome: string;
  actions: string[];
  measure: string;
  checkIns: { day: string; benchmark: string }[];
  support: string[];
}

/** The whole plan as one reader sees it, every value in words. */
export interface PlanView {
  title: string;
  /** Whether the reader is the person the plan is about. */
  own: boolean;
  subject: string;
  facts: { label: string; value: string }[];
  starts: string;
  ends: string;
  issuer: string;
  reason: string;
  coaching: Dated[];
  evidence: Dated[];
  items: ItemView[];
  consequence: string;
}

/** The name of a participant; the bare id if the plan does not know them. */
export const nameOf = (plan: Plan, id: ParticipantId): string =>
  plan.draft.participants.find((person) => person.id === id)?.name ?? id;

/** `Dana Reyes (Supervisor)`. */
export function personInWords(plan: Plan, id: ParticipantId, words: Words): string {
  const person = plan.draft.participants.find((each) => each.id === id);
  return person ? words.plan.person(person.name, words.common.roles[person.role]) : id;
}

export function headingOf(item: Item, pack: RulePack, words: Words): string {
  if (item.source.kind === 'smart_goal') return words.plan.smartGoal;
  const { code } = item.source;
  return pack.content.competencies.is.find((competency) => competency.code === code)?.title ?? code;
}

/** A value in the measure's unit. */
export const amount = (value: number, item: Item, words: Words): string =>
  words.plan.amount(numberInWords(value, words.locale), item.measure.unit);

export function supportInWords(support: Item['support'][number], plan: Plan, words: Words): string {
  return words.plan.supportSays(
    words.common.support[support.kind],
    support.what,
    nameOf(plan, support.owner),
    dayInWords(support.due, words.locale),
  );
}

export function itemView(item: Item, plan: Plan, pack: RulePack, words: Words): ItemView {
  const { source, measure } = item;
  const number = (value: number) => numberInWords(value, words.locale);
  return {
    id: item.id,
    heading: headingOf(item, pack, words),
    description:
      source.kind === 'smart_goal'
        ? source.goal
        : pack.content.competencies.is.find((each) => each.code === source.code)?.description,
    rating: item.rating === undefined ? undefined : words.plan.rating(number(item.rating)),
    deficiency: item.deficiency,
    desiredOutcome: item.desiredOutcome,
    actions: item.actions,
    measure: words.plan.measureSays(
      measure.name,
      number(measure.baseline),
      number(measure.target),
      measure.unit,
      measure.direction === 'increase',
    ),
    checkIns: item.checkIns.map(({ date, benchmark }) => ({
      day: dayInWords(date, words.locale),
      benchmark: amount(benchmark, item, words),
    })),
    support: item.support.map((each) => supportInWords(each, plan, words)),
  };
}

/** The plan as `reader` sees it. */
export function planView(plan: Plan, reader: ParticipantId, pack: RulePack, words: Words): PlanView {
  const { draft } = plan;
  const dated = (entries: { date: string; summary: string }[]): Dated[] =>
    entries.map(({ date, summary }) => ({ day: dayInWords(date, words.locale), summary }));
  return {
    title: draft.title,
    own: draft.subject.participant === reader,
    subject: nameOf(plan, draft.subject.participant),
    facts: factsOf(plan, words),
    starts: dayInWords(draft.startDate, words.locale),
    ends: dayInWords(plan.endDate, words.locale),
    issuer: nameOf(plan, draft.issuer.participant),
    reason: draft.reason.summary,
    coaching: dated(draft.reason.priorCoaching),
    evidence: dated(draft.reason.evidence),
    items: draft.items.map((item) => itemView(item, plan, pack, words)),
    consequence: pack.decision.consequence.is,
  };
}

/** The plan, for whoever comes back to the question they acknowledged it by; other questions do not show it. */
export const planBehind = (
  { kind }: Request,
  { plan, reader, pack, words }: ViewContext,
): PlanView | undefined => (kind === 'acknowledgement' ? planView(plan, reader, pack, words) : undefined);

function factsOf(plan: Plan, words: Words): { label: string; value: string }[] {
  const { subject, issuer, participants, startDate } = plan.draft;
  const w = words.plan;
  const others = participants.filter(({ id }) => id !== subject.participant && id !== issuer.participant);
  const facts: [string, string | undefined][] = [
    [words.common.subjects[subject.type], nameOf(plan, subject.participant)],
    [w.agency, subject.agency],
    [w.jobTitle, subject.jobTitle],
    [w.serviceType, subject.serviceType],
    [w.grade, subject.grade],
    [w.starts, dayInWords(startDate, words.locale)],
    [w.ends, dayInWords(plan.endDate, words.locale)],
    [w.issuedBy, personInWords(plan, issuer.participant, words)],
    [w.absence, issuer.absenceReason],
    [w.people, others.map(({ id }) => personInWords(plan, id, words)).join(', ')],
  ];
  return facts.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}
