import { daysInclusive } from '../calendar.ts';
import { addDays } from '../days.ts';
import type { BrokenRule } from '../errors.ts';
import type { RulePack } from '../pack.ts';
import type { PlanDraft } from '../plan.ts';
import { broken, brokenProductRule } from '../rules.ts';
import { checkDay, isPlanDay } from './say.ts';

/** Two years, and the day a leap year adds: a period that lies further ahead is a mistake of the pen. */
const LONGEST_WATCH = 731;

/** The appraisals around the plan: it starts soon after one (LS1), and may have to be held until the end of the next (U4). */
export function checkAppraisal(draft: PlanDraft, pack: RulePack): BrokenRule[] {
  return [...checkReceived(draft, pack), ...checkNextPeriod(draft, pack)];
}

function checkReceived({ subject, startDate }: PlanDraft, pack: RulePack): BrokenRule[] {
  const field = '/subject/evaluationReceived';
  const { evaluationReceived: received } = subject;
  const { startWithinOfEvaluation: within } = pack;
  if (received === undefined) {
    const message = `Say when the evaluation was received: the plan starts within ${within.is} days of it.`;
    return within.is === null ? [] : [broken(field, message, within, pack)];
  }
  if (!isPlanDay(received)) return checkDay(field, received);
  if (!isPlanDay(startDate)) return [];
  if (received > startDate) {
    const message = 'The evaluation comes before the plan: check this day, or move the start.';
    return [brokenProductRule(field, message)];
  }
  const days = daysInclusive(received, startDate) - 1;
  if (within.is === null || days <= within.is) return [];
  const message = `The plan starts ${days} days after the evaluation was received: start it by ${addDays(received, within.is)}.`;
  return [broken('/startDate', message, within, pack)];
}

function checkNextPeriod({ subject, startDate, endDate }: PlanDraft, pack: RulePack): BrokenRule[] {
  const field = '/subject/appraisalPeriodEnds';
  const { appraisalPeriodEnds: ends } = subject;
  const { monitoring } = pack;
  const needed = monitoring.is?.lasts === 'appraisal_period';
  if (ends === undefined) {
    const message =
      'Say when the next full appraisal period ends: success has to be held through it, so it is watched until then.';
    return needed ? [broken(field, message, monitoring, pack)] : [];
  }
  if (!isPlanDay(ends)) return checkDay(field, ends);
  if (!needed || !isPlanDay(startDate) || !isPlanDay(endDate)) return [];
  if (ends <= endDate) {
    const message = `The period ends before the plan is over: name the last day of the next full one, after ${endDate}.`;
    return [broken(field, message, monitoring, pack)];
  }
  const last = addDays(endDate, LONGEST_WATCH);
  if (ends <= last) return [];
  const message = `Success is watched for two years after the plan at most: name a day up to ${last}.`;
  return [brokenProductRule(field, message)];
}
