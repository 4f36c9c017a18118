import { opportunityDays, tolledDays } from '../../domain/opportunity.ts';
import type { RulePack } from '../../domain/pack.ts';
import type {
  Action,
  Item,
  ItemId,
  Participant,
  ParticipantId,
  Plan,
  Reading,
  Request,
} from '../../domain/plan.ts';
import { apart } from '../bidi.ts';
import { dayInWords, numberInWords } from '../dates.ts';
import { sees } from '../visibility.ts';
import type { Words } from '../words/en.ts';
import type { Line } from './answer-view.ts';
import type { Said } from './said.ts';
import type { ViewContext } from './view-context.ts';

export interface Dated {
  day: string;
  summary: string;
  /** Which parts of it stand in the plan, where the rest is ours. */
  parts?: string[];
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
  /** What of the sentences above stands in the plan as it was written; the rest is ours. */
  written: { isGoal: boolean; actions: string[][]; measure: string[]; support: string[] };
}

/** The whole plan as one reader sees it, every value in words. */
export interface PlanView {
  title: string;
  /** Whether the reader is the person the plan is about. */
  own: boolean;
  subject: string;
  facts: Line[];
  starts: string;
  ends: string;
  issuer: string;
  reason: string;
  coaching: Dated[];
  evidence: Dated[];
  /** What was asked before the plan was written; only HR sees it. */
  triage: Line[];
  items: ItemView[];
  /** Follow-ups of the whole plan, beside the check-ins of its items. */
  followUps: Dated[];
  /** Rules nobody can check for people. */
  shown: string[];
  consequence: string;
}

/** Whoever takes part in the plan, or did. */
const personOf = ({ draft, former }: Plan, id: ParticipantId): Participant | undefined =>
  [...draft.participants, ...former].find((person) => person.id === id);

/** The name of a participant, also of one who left, as it can stand in a sentence; the bare id if the plan does not know them. */
export const nameOf = (plan: Plan, id: ParticipantId): string => apart(ownNameOf(plan, id));

/** The same, sign by sign as it was written down. */
export const ownNameOf = (plan: Plan, id: ParticipantId): string => personOf(plan, id)?.name ?? id;

/** Where a number is from: what was said, or else who brought it along. */
export const sourceOf = ({ source, by }: Reading, plan: Plan): string | undefined =>
  source ?? (by === undefined ? undefined : nameOf(plan, by));

/** `Dana Reyes (Supervisor)`. */
export function personInWords(plan: Plan, id: ParticipantId, words: Words): string {
  const person = personOf(plan, id);
  return person ? words.plan.person(apart(person.name), words.common.roles[person.role]) : id;
}

export function headingOf(item: Item, pack: RulePack, words: Words): string {
  if (item.source.kind === 'smart_goal') return words.plan.smartGoal;
  const { code } = item.source;
  return pack.content.competencies.is.find((competency) => competency.code === code)?.title ?? code;
}

/** A value in the measure's unit. */
export const amount = (value: number, item: Item, words: Words): string =>
  words.plan.amount(numberInWords(value, words.locale), item.measure.unit);

/** A value in the measure's unit, by the item's id; the bare number when the plan has no such item any more. */
export function numberOf(value: number, id: ItemId, plan: Plan, words: Words): string {
  const item = plan.draft.items.find((each) => each.id === id);
  return item ? amount(value, item, words) : numberInWords(value, words.locale);
}

export function supportInWords(support: Item['support'][number], plan: Plan, words: Words): string {
  return words.plan.supportSays(
    words.common.support[support.kind],
    support.what,
    nameOf(plan, support.owner),
    dayInWords(support.due, words.locale),
  );
}

/** An action with whatever is said of it beside what it is. */
function actionInWords({ what, due, responsible, outcome }: Action, plan: Plan, words: Words): string {
  const w = words.plan;
  const more = [
    due && w.actionDue(dayInWords(due, words.locale)),
    responsible && w.actionBy(nameOf(plan, responsible)),
    outcome && w.actionOutcome(outcome),
  ].filter(Boolean);
  return more.length > 0 ? w.action(what, more.join('; ')) : what;
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
    actions: item.actions.map((action) => actionInWords(action, plan, words)),
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
    written: {
      isGoal: source.kind === 'smart_goal',
      actions: item.actions.map(({ what, outcome = '' }) => [what, outcome]),
      measure: [measure.name, measure.unit, measure.unit],
      support: item.support.map(({ what }) => what),
    },
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
    ends: dayInWords(draft.endDate, words.locale),
    issuer: nameOf(plan, draft.issuer.participant),
    reason: draft.reason.summary,
    coaching: dated(draft.reason.priorCoaching),
    evidence: dated(draft.reason.evidence),
    triage: sees({ plan, reader }, 'triage') ? triageOf(plan, words) : [],
    items: draft.items.map((item) => itemView(item, plan, pack, words)),
    followUps: (draft.followUps ?? []).map(({ date, type, agenda }) => ({
      day: dayInWords(date, words.locale),
      summary: words.plan.followUp(words.common.followUps[type], agenda ?? ''),
      parts: agenda ? [agenda] : [],
    })),
    shown: shownAt('plan', pack, words),
    consequence: pack.decision.consequence.is,
  };
}

/** The plan, for whoever comes back to the question they acknowledged it by; other questions do not show it. */
export const planBehind = (
  { kind }: Request,
  { plan, reader, pack, words }: ViewContext,
): PlanView | undefined => (kind === 'acknowledgement' ? planView(plan, reader, pack, words) : undefined);

function factsOf(plan: Plan, words: Words): Line[] {
  const { subject, issuer, participants, startDate, endDate } = plan.draft;
  const w = words.plan;
  // Whoever answers a survey is not named to the people it is about.
  const others = participants.filter(
    ({ id, role }) => id !== subject.participant && id !== issuer.participant && role !== 'stakeholder',
  );
  const surveyed = participants.filter(({ role }) => role === 'stakeholder').length;
  const facts: [string, string | undefined, Said?][] = [
    [words.common.subjects[subject.type], nameOf(plan, subject.participant)],
    [w.agency, subject.agency, 'plan'],
    [w.jobTitle, subject.jobTitle, 'plan'],
    [w.serviceType, subject.serviceType, 'plan'],
    [w.grade, subject.grade],
    [w.starts, dayInWords(startDate, words.locale)],
    [w.ends, dayInWords(endDate, words.locale)],
    ...tolled(plan, words),
    [w.issuedBy, personInWords(plan, issuer.participant, words)],
    [w.absence, issuer.absenceReason, 'plan'],
    [w.people, others.map(({ id }) => personInWords(plan, id, words)).join(', ')],
    [w.surveyed, surveyed > 0 ? w.surveyedSays(surveyed) : undefined],
  ];
  return facts.flatMap(([label, value, said]) =>
    value ? [{ label, value, ...(said ? { said } : {}) }] : [],
  );
}

/** How long the plan is once days have been taken out of it, and how many those are. */
function tolled(plan: Plan, words: Words): [string, string][] {
  const days = tolledDays(plan);
  if (days === 0) return [];
  return [
    [words.plan.absent, words.common.days(days)],
    [words.plan.total, words.plan.totalSays(opportunityDays(plan))],
  ];
}

function triageOf({ draft: { triage } }: Plan, words: Words): Line[] {
  if (!triage) return [];
  const w = words.plan.triage;
  const said = (yes: boolean): string => (yes ? words.common.yes : words.common.no);
  return [
    { label: w.purpose, value: w.purposes[triage.purpose] },
    { label: w.expectationsKnown, value: said(triage.expectationsKnown) },
    { label: w.helpGiven, value: said(triage.helpGiven) },
    { label: w.managerDidTheirPart, value: said(triage.managerDidTheirPart) },
  ];
}

/** The rules a pack wants to be read at this place, each with where it is written. */
export const shownAt = (place: 'plan' | 'decision', pack: RulePack, words: Words): string[] =>
  pack.shown
    .filter(({ is }) => is === place)
    .flatMap(({ rule }) => {
      const cited = pack.rules.find(({ id }) => id === rule);
      return cited ? [words.plan.shownSays(cited.says, cited.citation)] : [];
    });
