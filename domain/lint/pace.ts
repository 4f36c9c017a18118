import type { BusinessCalendar } from '../calendar.ts';
import { daysInclusive, isDay } from '../calendar.ts';
import type { Item, PlanDraft } from '../draft.ts';
import type { Warning } from './rules.ts';

/** The business days before the first benchmark that make a working week. */
const WORKING_WEEK = 5;
const PERCENT = /%|\b(percent|per cent|percentage|pct)\b/i;
/** What may well be more than all of what was planned. */
const MORE_THAN_ALL = /\b(quota|growth|change|increase|of (the )?(goal|target|plan|budget|forecast))\b/i;

/** Whether the numbers of an item lead somewhere, and a person could follow them. Days are read on `calendar`, when given. */
export function lintPace(draft: PlanDraft, calendar?: BusinessCalendar): Warning[] {
  return draft.items.flatMap((item, index) => {
    const field = `/items/${index}`;
    return [
      ...lintPercent(field, item),
      ...lintTarget(`${field}/measure/target`, item),
      ...lintWay(`${field}/checkIns`, item),
      ...lintSteps(`${field}/checkIns`, item),
      ...lintStart(`${field}/checkIns/0/date`, item, draft, calendar),
    ];
  });
}

const pointsTheWrongWay = ({ measure: { baseline, target, direction } }: Item): boolean =>
  (direction === 'increase') !== target > baseline;

function lintTarget(field: string, item: Item): Warning[] {
  const { baseline, target, direction, unit } = item.measure;
  if (target === baseline) {
    const message = 'The target is where things stand already: say what should be reached.';
    return [{ field, rule: 'G-TARGET', message }];
  }
  if (pointsTheWrongWay(item)) {
    const message = `The measure should ${direction}, but the target lies the other way: change one of them.`;
    return [{ field, rule: 'G-TARGET', message }];
  }
  const perfect = direction === 'decrease' ? target === 0 : PERCENT.test(unit) && target === 100;
  const message = 'A single slip would fail this: leave room for one, such as 95 percent or two a month.';
  return perfect ? [{ field, rule: 'G-PERFECT', message }] : [];
}

function lintPercent(field: string, { measure, checkIns }: Item): Warning[] {
  const { name, unit, baseline, target } = measure;
  if (!PERCENT.test(unit) || MORE_THAN_ALL.test(`${name} ${unit}`)) return [];
  const numbers: [string, number][] = [
    ['measure/baseline', baseline],
    ['measure/target', target],
    ...checkIns.map(({ benchmark }, at): [string, number] => [`checkIns/${at}/benchmark`, benchmark]),
  ];
  const message = 'A rate in percent lies between 0 and 100: check the number, or choose another unit.';
  return numbers
    .filter(([, number]) => number < 0 || number > 100)
    .map(([at]) => ({ field: `${field}/${at}`, rule: 'G-PERCENT', message }));
}

/** The benchmarks with the baseline before them: where each step begins, and what share of the whole way it is. */
function stepsOf({ measure: { baseline, target }, checkIns }: Item): { from: number; share: number }[] {
  const points = [baseline, ...checkIns.map(({ benchmark }) => benchmark)];
  return checkIns.map(({ benchmark }, at) => {
    const from = points[at] ?? baseline;
    return { from, share: (benchmark - from) / (target - baseline) };
  });
}

function lintWay(field: string, item: Item): Warning[] {
  const { baseline, target } = item.measure;
  if (target === baseline || pointsTheWrongWay(item)) return [];
  const [low, high] = baseline < target ? [baseline, target] : [target, baseline];
  return stepsOf(item).flatMap(({ from, share }, at): Warning[] => {
    const benchmark = item.checkIns[at]?.benchmark ?? from;
    const where = { field: `${field}/${at}/benchmark`, rule: 'G-WAY' as const };
    if (benchmark < low || benchmark > high) {
      return [
        { ...where, message: `This is not on the way from ${baseline} to ${target}: choose one between.` },
      ];
    }
    return share < 0
      ? [{ ...where, message: `This is less than the ${from} before it: expect as much or more.` }]
      : [];
  });
}

function lintSteps(field: string, item: Item): Warning[] {
  const { baseline, target } = item.measure;
  const { checkIns } = item;
  if (checkIns.length < 2 || target === baseline || pointsTheWrongWay(item)) return [];
  if (checkIns[0]?.benchmark === target) {
    const message = 'The first benchmark is the target already: begin with a part of the way.';
    return [{ field: `${field}/0/benchmark`, rule: 'G-PACE', message }];
  }
  if (checkIns.length < 3) return [];
  return stepsOf(item).flatMap(({ from, share }, at): Warning[] => {
    if (!(share > 0.5) || share > 1) return [];
    const message = `From ${from} to here is more than half of the whole way: spread it over the check-ins.`;
    return [{ field: `${field}/${at}/benchmark`, rule: 'G-PACE', message }];
  });
}

function lintStart(
  field: string,
  { checkIns }: Item,
  { startDate }: PlanDraft,
  calendar?: BusinessCalendar,
): Warning[] {
  const first = checkIns[0]?.date;
  if (!calendar || first === undefined || !isNear(startDate) || !isNear(first) || first < startDate)
    return [];
  // Counting is only worth it when the two days are close.
  if (daysInclusive(startDate, first) > 4 * WORKING_WEEK) return [];
  const days = calendar.businessDaysBetween(startDate, first);
  if (days >= WORKING_WEEK) return [];
  const message = `This comes ${days} working days after the start: give at least ${WORKING_WEEK} before the first benchmark.`;
  return [{ field, rule: 'G-PACE', message }];
}

/** A day that can be counted to; drafts that were not checked yet may hold anything. */
const isNear = (day: string): boolean => isDay(day) && day >= '2000-01-01' && day <= '2199-12-31';
