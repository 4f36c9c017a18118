import { pointerToken } from '../../diff/pointer.ts';
import type { BrokenRule } from '../../errors.ts';
import type { ItemId, Plan, PlanDraft } from '../../plan.ts';
import { brokenProductRule } from '../../rules.ts';

/** Readings and ratings are kept by an item's id, also when it was taken out: no other goal takes them over. */
export function checkItemIds({ items }: PlanDraft, plan: Plan): BrokenRule[] {
  const stays = new Set(plan.draft.items.map(({ id }) => id));
  return items.flatMap(({ id }, index) =>
    !stays.has(id) && hadItem(plan, id)
      ? [
          brokenProductRule(
            `/changes/items/${index}/id`,
            'An item that was taken out has this id, and its numbers and ratings stay under it: give this one another.',
          ),
        ]
      : [],
  );
}

/** Whether an item of this id is in the plan, or was in one of its versions. */
export const hadItem = ({ draft, versions }: Plan, id: ItemId): boolean =>
  draft.items.some((item) => item.id === id) ||
  versions.some(({ changes }) =>
    changes.some(({ field, after }) => field === `/items/${pointerToken(id)}` && after === null),
  );
