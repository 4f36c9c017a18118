import type { Instant, Plan, RecordedDecision } from '../../domain/plan.ts';
import { dayInWords, listInWords, momentInWords } from '../dates.ts';
import { itemName, type Line, outcomeTitle } from './answer-view.ts';
import { awaitedBefore } from './awaited.ts';
import type { Block } from './blocks.ts';
import { byRule } from './by-rule.ts';
import { fairnessBlocks } from './fairness.ts';
import { nameOf, type PlanView, personInWords, planView } from './plan-view.ts';
import { type RecordEntry, recordView } from './record-view.ts';
import { type Said, saidBy } from './said.ts';
import type { ViewContext } from './view-context.ts';

export interface DecisionCopyModel {
  own: boolean;
  subject: string;
  planTitle: string;
  facts: Line[];
  /** Who still had time to answer what when it was recorded, one sentence each. */
  awaited: string[];
  /** Why the outcome stands although nobody decided. */
  byRule: string | undefined;
  reasons: Line[];
  /** In whose language what was written for it is. */
  said: Said;
  summary: string | undefined;
  /** Why it says something else than the check-ins did. */
  explanation: string | undefined;
  notice: boolean;
  record: RecordEntry[];
  /** What was in view beside the answers, and what was said in response since. */
  fairness: Block[];
  plan: PlanView;
}

/** A decision as the people concerned read it, with everything it was made from. */
export function decisionCopyModel(decision: RecordedDecision, context: ViewContext): DecisionCopyModel {
  const { plan, pack, reader, words, zone } = context;
  const said = saidBy(plan, decision.by);
  return {
    own: plan.draft.subject.participant === reader,
    subject: nameOf(plan, plan.draft.subject.participant),
    planTitle: plan.draft.title,
    facts: factsOf(decision, context),
    awaited: awaitedBefore(decision.at, plan, words).map(({ names, until, question }) =>
      words.decisionCopy.awaited(names, until, question),
    ),
    byRule: byRule(decision, pack, words),
    reasons: decision.reasons.map(({ item, reason }) => ({
      label: itemName(plan, item, pack, words),
      value: reason,
      said,
    })),
    said,
    summary: decision.summary,
    explanation: decision.explanation,
    notice: decision.servesAsNotice === true,
    record: recordView(plan, pack, words, zone),
    fairness: fairnessBlocks(context),
    plan: planView(plan, reader, pack, words),
  };
}

/** Whose plan, for which time, and the decision with its own times. */
export function factsOf(decision: RecordedDecision, context: ViewContext): Line[] {
  const { plan, pack, words, zone } = context;
  const { subject } = plan.draft;
  const { startDate, endDate } = periodAt(decision, plan);
  const w = words.decisionCopy;
  const day = (date: string): string => dayInWords(date, words.locale);
  const moment = (at: Instant): string => momentInWords(at, zone, words.locale);
  const dueAt = dueOf(decision, plan);
  const facts: [string, string | undefined][] = [
    [words.common.subjects[subject.type], nameOf(plan, subject.participant)],
    [w.agency, subject.agency],
    [w.jobTitle, subject.jobTitle],
    [w.period, w.periodSays(day(startDate), day(endDate))],
    [w.extended, listInWords(earlierExtensions(decision, plan).map(day), words.locale)],
    [w.outcome, outcomeTitle(decision.outcome, pack)],
    [w.extendTo, decision.extendTo && day(decision.extendTo)],
    [w.early, decision.early ? w.earlySays : undefined],
    [w.proposedBy, decision.proposedBy && personInWords(plan, decision.proposedBy, words)],
    [w.decidedBy, decision.by && personInWords(plan, decision.by, words)],
    [w.absenceReason, decision.absenceReason],
    [w.due, dueAt && moment(dueAt)],
    [w.recorded, moment(decision.at)],
    [w.lateBy, dueAt && lateBy(decision, dueAt, context)],
    [w.reference, plan.id],
  ];
  return facts.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}

/** The period as it was when the decision was made: what it changed itself came after. */
const periodAt = (
  { at }: RecordedDecision,
  { versions, draft }: Plan,
): { startDate: string; endDate: string } =>
  versions.findLast((version) => version.at < at) ?? versions[0] ?? draft;

/** Of the question it answers; a decision made before its time answers none. */
const dueOf = ({ requestId }: RecordedDecision, { requests }: Plan): Instant | undefined =>
  requests[requestId]?.dueAt;

const earlierExtensions = (decision: RecordedDecision, plan: Plan): string[] =>
  plan.decisions
    .slice(0, plan.decisions.indexOf(decision))
    .flatMap(({ extendTo }) => (extendTo ? [extendTo] : []));

/** An outcome that nobody decided has no lateness of its own: it comes from the time having run out. */
function lateBy(
  { by, at }: RecordedDecision,
  dueAt: Instant,
  { calendar, words }: ViewContext,
): string | undefined {
  if (!by || at <= dueAt) return undefined;
  return words.decisionCopy.businessDays(
    calendar.businessDaysBetween(calendar.dayOf(dueAt), calendar.dayOf(at)),
  );
}
