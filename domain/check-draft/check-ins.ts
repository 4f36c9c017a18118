import type { BusinessCalendar } from '../calendar.ts';
import type { BrokenRule } from '../errors.ts';
import type { RulePack } from '../pack.ts';
import type { CheckInDate, Day, Item, PlanDraft } from '../plan.ts';
import { broken, brokenProductRule } from '../rules.ts';
import { isMeasurable } from './measures.ts';
import { type Period, periodToPlanIn } from './period.ts';
import { checkWorkingDayWithin } from './plan-days.ts';
import { checkDay, count, isPlainNumber, isPlanDay } from './say.ts';

/** When progress is looked at: often enough (D13), in order, on working days of the period, each with a benchmark on the way. */
export function checkCheckIns(draft: PlanDraft, pack: RulePack, calendar: BusinessCalendar): BrokenRule[] {
  const period = periodToPlanIn(draft, pack);
  return draft.items.flatMap((item, index) => {
    const field = `/items/${index}/checkIns`;
    return [
      ...checkNumber(field, item, pack),
      ...item.checkIns.flatMap((checkIn, place) => [
        ...checkDate(
          `${field}/${place}/date`,
          checkIn.date,
          item.checkIns[place - 1]?.date,
          period,
          calendar,
        ),
        ...checkBenchmark(`${field}/${place}/benchmark`, checkIn, item.checkIns[place - 1], item),
      ]),
    ];
  });
}

function checkNumber(field: string, { checkIns }: Item, pack: RulePack): BrokenRule[] {
  const { checkInsPerItem } = pack.content;
  const { min, max } = checkInsPerItem.is;
  const has = `The item has ${count(checkIns.length, 'check-in')}`;
  if (checkIns.length < min) return [broken(field, `${has}: plan at least ${min}.`, checkInsPerItem, pack)];
  if (max !== null && checkIns.length > max) {
    return [broken(field, `${has}: plan at most ${max}.`, checkInsPerItem, pack)];
  }
  return [];
}

function checkDate(
  field: string,
  date: Day,
  previous: Day | undefined,
  period: Period | undefined,
  calendar: BusinessCalendar,
): BrokenRule[] {
  if (!isPlanDay(date)) return checkDay(field, date);
  const rules: BrokenRule[] = [];
  if (previous !== undefined && isPlanDay(previous) && date <= previous) {
    rules.push(
      brokenProductRule(
        field,
        date === previous
          ? 'This day is the same as the one before it: give each check-in its own.'
          : 'This day is before the one above it: put the check-ins in order.',
      ),
    );
  }
  return [...rules, ...checkWorkingDayWithin(field, date, period, calendar, 'The check-in is')];
}

function checkBenchmark(
  field: string,
  { benchmark }: CheckInDate,
  previous: CheckInDate | undefined,
  item: Item,
): BrokenRule[] {
  const { baseline, target } = item.measure;
  if (!isPlainNumber(benchmark) || !isMeasurable(item)) return [];
  const [low, high] = baseline < target ? [baseline, target] : [target, baseline];
  if (benchmark >= low && benchmark <= high) {
    const turnsBack = previous && Math.abs(target - benchmark) > Math.abs(target - previous.benchmark);
    if (!turnsBack) return [];
    const message = `The benchmark goes back behind the one before it (${previous.benchmark}): expect as much or more.`;
    return [brokenProductRule(field, message)];
  }
  return [brokenProductRule(field, `The benchmark is not on the way: choose one from ${low} to ${high}.`)];
}
