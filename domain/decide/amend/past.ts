import { runningPause } from '../../agenda.ts';
import { addDays } from '../../days.ts';
import type { BrokenRule } from '../../errors.ts';
import type { Day, Plan, PlanDraft } from '../../plan.ts';
import { brokenProductRule } from '../../rules.ts';
import { same } from '../../same.ts';

/** Days that are over stay as they were, and nothing is put on a day that is over. */
export function checkPast(draft: PlanDraft, plan: Plan, today: Day): BrokenRule[] {
  const last = lastDayThatCounted(plan, today);
  return [
    ...draft.items.flatMap((item, index) => {
      const before = plan.draft.items.find(({ id }) => id === item.id);
      const field = `/changes/items/${index}`;
      return [
        ...compare(`${field}/checkIns`, before?.checkIns ?? [], item.checkIns, ({ date }) => date, last),
        ...compare(`${field}/support`, before?.support ?? [], item.support, ({ due }) => due, last),
      ];
    }),
    ...compare(
      '/changes/followUps',
      plan.draft.followUps ?? [],
      draft.followUps ?? [],
      ({ date }) => date,
      last,
    ),
  ];
}

/** While a plan stands still its later days are all still to come. */
export function lastDayThatCounted(plan: Plan, today: Day): Day {
  const pause = runningPause(plan);
  return pause && pause.from <= today ? addDays(pause.from, -1) : today;
}

function compare<T>(
  field: string,
  before: T[],
  after: T[],
  dayOf: (entry: T) => Day,
  last: Day,
): BrokenRule[] {
  const gone = before
    .filter((entry) => dayOf(entry) <= last && !after.some((kept) => same(entry, kept)))
    .map(dayOf);
  return [
    ...gone.map((day) =>
      brokenProductRule(
        field,
        `What was set for ${day} is over and stays in the plan as it was: put it back.`,
      ),
    ),
    ...after.flatMap((entry, place) =>
      dayOf(entry) <= last && !before.some((had) => same(entry, had))
        ? [brokenProductRule(`${field}/${place}`, `This day is over or begun: choose one after ${last}.`)]
        : [],
    ),
  ];
}
