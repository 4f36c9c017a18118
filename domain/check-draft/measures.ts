import type { BrokenRule } from '../errors.ts';
import type { RulePack } from '../pack.ts';
import type { Item, PlanDraft } from '../plan.ts';
import { broken, brokenProductRule } from '../rules.ts';
import { isPlainNumber } from './say.ts';

/** Whether an item's numbers can be compared at all. */
export function isMeasurable({ measure }: Item): boolean {
  return isPlainNumber(measure.baseline) && isPlainNumber(measure.target);
}

/** How improvement is seen: numbers the record can keep, and a target that lies the way the measure should move. */
export function checkMeasures({ items }: PlanDraft, pack: RulePack): BrokenRule[] {
  return items.flatMap((item, index) => [
    ...checkNumbers(`/items/${index}`, item),
    ...checkDirection(`/items/${index}/measure/target`, item, pack),
  ]);
}

function checkNumbers(field: string, { measure, rating, checkIns }: Item): BrokenRule[] {
  const numbers: [string, number | undefined][] = [
    ['rating', rating],
    ['measure/baseline', measure.baseline],
    ['measure/target', measure.target],
    ...checkIns.map(({ benchmark }, index): [string, number] => [`checkIns/${index}/benchmark`, benchmark]),
  ];
  return numbers.flatMap(([name, number]) =>
    number === undefined || isPlainNumber(number)
      ? []
      : [
          brokenProductRule(
            `${field}/${name}`,
            'Use a number with at most 12 digits before the point and 6 after it.',
          ),
        ],
  );
}

/** A step is measurable when the measure has somewhere to go (D2). */
function checkDirection(field: string, item: Item, pack: RulePack): BrokenRule[] {
  const { baseline, target, direction } = item.measure;
  const { minActions } = pack.content;
  if (!isMeasurable(item)) return [];
  if (target === baseline) {
    return [
      broken(
        field,
        'The target is where things stand already: say what should be reached.',
        minActions,
        pack,
      ),
    ];
  }
  if ((direction === 'increase') === target > baseline) return [];
  const message = `The measure should ${direction}, but its target is ${target > baseline ? 'above' : 'below'} the baseline: change one of them.`;
  return [broken(field, message, minActions, pack)];
}
