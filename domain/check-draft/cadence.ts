import { daysInclusive } from '../calendar.ts';
import type { BrokenRule } from '../errors.ts';
import type { RulePack } from '../pack.ts';
import type { Day, FollowUpType, PlanDraft } from '../plan.ts';
import { broken } from '../rules.ts';
import { type Period, periodOf } from './period.ts';
import { isPlanDay } from './say.ts';

/** No longer than the pack says passes without a follow-up of a kind, from the first day of the plan to the last. */
export function checkCadence(draft: PlanDraft, pack: RulePack): BrokenRule[] {
  const period = periodOf(draft);
  if (!period) return [];
  const { cadence, types } = pack.followUps;
  return cadence.is.flatMap(({ type, everyDays }) => {
    const title = types.is.find((kind) => kind.type === type)?.title ?? type;
    return gaps(daysOf(type, draft, period)).flatMap(({ from, to, days }) => {
      if (days <= everyDays) return [];
      const message = `From ${from} to ${to} (${days} days) nothing of the kind "${title}" (${type}) is planned: plan one at least every ${everyDays} days, from the first day to the last.`;
      return [broken('/followUps', message, cadence, pack)];
    });
  });
}

/** The first and the last day of the plan, and every day between them with a follow-up of the type. */
function daysOf(type: FollowUpType, draft: PlanDraft, { start, end }: Period): Day[] {
  const planned = (draft.followUps ?? []).filter((followUp) => followUp.type === type);
  // A check-in of an item is a follow-up on its progress.
  const checkIns = type === 'progress' ? draft.items.flatMap((item) => item.checkIns) : [];
  const days = [...planned, ...checkIns]
    .map(({ date }) => date)
    .filter((day) => isPlanDay(day) && day >= start && day <= end);
  return [...new Set([start, ...days, end])].sort();
}

const gaps = (days: Day[]): { from: Day; to: Day; days: number }[] =>
  days.slice(1).map((to, place) => {
    const from = days[place] ?? to;
    return { from, to, days: daysInclusive(from, to) - 1 };
  });
