import type { BrokenRule } from '../errors.ts';
import type { PlanDraft } from '../plan.ts';
import { brokenProductRule } from '../rules.ts';
import { periodOf } from './period.ts';
import { checkDay, isPlanDay } from './say.ts';

/** What the employer promises: each promise has somebody who keeps it, on a day within the plan. */
export function checkSupport(draft: PlanDraft): BrokenRule[] {
  const period = periodOf(draft);
  const ids = new Set(draft.participants.map((person) => person.id));
  return draft.items.flatMap((item, index) =>
    item.support.flatMap(({ owner, due }, place) => {
      const field = `/items/${index}/support/${place}`;
      const outside = period && isPlanDay(due) && (due < period.start || due > period.end);
      return [
        ...(ids.has(owner)
          ? []
          : [
              brokenProductRule(
                `${field}/owner`,
                'Nobody in the plan has this id: use the id of a participant.',
              ),
            ]),
        ...checkDay(`${field}/due`, due),
        ...(outside
          ? [
              brokenProductRule(
                `${field}/due`,
                `The support comes outside the plan: choose a day from ${period.start} to ${period.end}.`,
              ),
            ]
          : []),
      ];
    }),
  );
}
