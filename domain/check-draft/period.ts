import { daysInclusive, isTimeZone } from '../calendar.ts';
import { addDays } from '../days.ts';
import type { BrokenRule } from '../errors.ts';
import type { RulePack } from '../pack.ts';
import type { Day, PlanDraft } from '../plan.ts';
import { broken, brokenProductRule } from '../rules.ts';
import { checkDay, count, isPlanDay } from './say.ts';

/** First and last day, both included. */
export interface Period {
  start: Day;
  end: Day;
}

/** The opportunity period when its days exist and stand in order; otherwise nothing can be measured against it. */
export function periodOf(draft: PlanDraft): Period | undefined {
  const { startDate: start, endDate: end } = draft;
  return isPlanDay(start) && isPlanDay(end) && start <= end ? { start, end } : undefined;
}

/**
 * The period that days of the plan have to lie in. Where it is refused as too short it reaches as far as the pack
 * allows: days beyond an end that cannot stay are not faults of their own.
 */
export function periodToPlanIn(draft: PlanDraft, pack: RulePack): Period | undefined {
  const period = periodOf(draft);
  const { minDays, maxDays } = pack.duration;
  if (!period || daysInclusive(period.start, period.end) >= minDays.is) return period;
  return { start: period.start, end: addDays(period.start, maxDays.is - 1) };
}

/** When the plan runs: a zone and days that exist, in order, as long as the pack says (D2, D8), under this version (D15). */
export function checkPeriod(draft: PlanDraft, pack: RulePack): BrokenRule[] {
  const { startDate, endDate, timeZone } = draft;
  const zoneKnown = timeZone === undefined || isTimeZone(timeZone);
  const reversed = isPlanDay(startDate) && isPlanDay(endDate) && endDate < startDate;
  return [
    ...(zoneKnown
      ? []
      : [brokenProductRule('/timeZone', 'There is no such time zone: use a name such as America/New_York.')]),
    ...checkDay('/startDate', startDate),
    ...checkDay('/endDate', endDate),
    ...(reversed
      ? [brokenProductRule('/endDate', 'The plan ends before it starts: move one of the two days.')]
      : []),
    ...checkVersion(draft, pack),
    ...checkDuration(draft, pack),
  ];
}

function checkVersion({ startDate }: PlanDraft, pack: RulePack): BrokenRule[] {
  const { from, until } = pack.effective.is;
  if (!isPlanDay(startDate)) return [];
  const early = from !== null && startDate < from;
  const late = until !== null && startDate > until;
  if (!early && !late) return [];
  const span = early ? `from ${from}` : `until ${until}`;
  const message = `Version ${pack.version} of these rules is for plans that start ${span}: use the version in force on the start date.`;
  return [broken('/startDate', message, pack.effective, pack)];
}

function checkDuration(draft: PlanDraft, pack: RulePack): BrokenRule[] {
  const period = periodOf(draft);
  if (!period) return [];
  const { minDays, maxDays, incrementDays } = pack.duration;
  const days = daysInclusive(period.start, period.end);
  const lasts = `The plan lasts ${count(days, 'day')}, the first and the last included`;
  if (days < minDays.is) {
    return [broken('/endDate', `${lasts}: make it at least ${minDays.is}.`, minDays, pack)];
  }
  if (days > maxDays.is) {
    return [broken('/endDate', `${lasts}: make it at most ${maxDays.is}.`, maxDays, pack)];
  }
  if (incrementDays.is !== null && days % incrementDays.is !== 0) {
    const message = `${lasts}: make it a whole number of steps of ${incrementDays.is} days.`;
    return [broken('/endDate', message, incrementDays, pack)];
  }
  return [];
}
