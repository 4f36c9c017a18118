import type { Decision } from '../../domain/plan.ts';
import { dayInWords, momentInWords } from '../dates.ts';
import { itemName, type Line, outcomeTitle } from './answer-view.ts';
import { nameOf, personInWords } from './plan-view.ts';
import { type RecordEntry, recordView } from './record-view.ts';
import type { ViewContext } from './view-context.ts';

export interface DecisionCopyModel {
  own: boolean;
  subject: string;
  planTitle: string;
  facts: Line[];
  /** Why the outcome stands although nobody decided. */
  byRule: string | undefined;
  reasons: Line[];
  summary: string | undefined;
  notice: boolean;
  record: RecordEntry[];
}

/** A decision as the people concerned read it, with everything it was made from. */
export function decisionCopyModel(decision: Decision, context: ViewContext): DecisionCopyModel {
  const { plan, pack, reader, words } = context;
  const w = words.decisionCopy;
  const facts: [string, string | undefined][] = [
    [w.outcome, outcomeTitle(decision.outcome, pack)],
    [w.extendTo, decision.extendTo && dayInWords(decision.extendTo, words.locale)],
    [w.decidedBy, decision.by && personInWords(plan, decision.by, words)],
    [w.absenceReason, decision.absenceReason],
    [w.recorded, momentInWords(decision.at, plan.timeZone, words.locale)],
    [w.reference, plan.id],
  ];
  return {
    own: plan.draft.subject.participant === reader,
    subject: nameOf(plan, plan.draft.subject.participant),
    planTitle: plan.draft.title,
    facts: facts.flatMap(([label, value]) => (value ? [{ label, value }] : [])),
    byRule: decision.rule && w.byRule(decision.rule),
    reasons: decision.reasons.map(({ item, reason }) => ({
      label: itemName(plan, item, pack, words),
      value: reason,
    })),
    summary: decision.summary,
    notice: decision.servesAsNotice === true,
    record: recordView(plan, pack, words),
  };
}
