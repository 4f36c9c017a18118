import type { BrokenRule } from '../errors.ts';
import type { RulePack } from '../pack.ts';
import type { PlanDraft } from '../plan.ts';
import { broken, brokenProductRule } from '../rules.ts';
import { checkDay, count, isPlanDay } from './say.ts';

/** Why there is a plan: coaching came before it (D14), and what it rests on had happened when it starts. */
export function checkReason({ reason, startDate }: PlanDraft, pack: RulePack): BrokenRule[] {
  const { priorCoaching, evidence } = reason;
  const { minPriorCoaching, minEvidence } = pack.content;
  const comparable = (day: string) => isPlanDay(day) && isPlanDay(startDate);
  const rules: BrokenRule[] = [];

  if (priorCoaching.length < minPriorCoaching.is) {
    const message = `The plan tells of ${count(priorCoaching.length, 'talk')} before it: say when the matter was talked over, at least ${count(minPriorCoaching.is, 'time')}.`;
    rules.push(broken('/reason/priorCoaching', message, minPriorCoaching, pack));
  }
  for (const [index, { date }] of priorCoaching.entries()) {
    const field = `/reason/priorCoaching/${index}/date`;
    rules.push(...checkDay(field, date));
    if (comparable(date) && date >= startDate) {
      const message = 'Coaching comes before the plan starts: check this day, or move the start.';
      rules.push(broken(field, message, minPriorCoaching, pack));
    }
  }
  if (evidence.length < minEvidence.is) {
    const message = `The plan rests on ${count(evidence.length, 'piece')} of evidence: say what happened and when, at least ${count(minEvidence.is, 'piece')}.`;
    rules.push(broken('/reason/evidence', message, minEvidence, pack));
  }
  for (const [index, { date }] of evidence.entries()) {
    const field = `/reason/evidence/${index}/date`;
    rules.push(...checkDay(field, date));
    if (comparable(date) && date > startDate) {
      rules.push(
        brokenProductRule(field, 'Evidence is of what had happened by the start date: check this day.'),
      );
    }
  }
  return rules;
}
