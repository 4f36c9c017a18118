import type { BrokenRule } from '../errors.ts';
import type { RulePack } from '../pack.ts';
import type { PlanDraft } from '../plan.ts';
import { broken, brokenProductRule } from '../rules.ts';
import { periodToPlanIn } from './period.ts';
import { checkDayWithin } from './plan-days.ts';
import { count } from './say.ts';

/** What the employer promises: enough help (F1), each promise with somebody who keeps it, on a day within the plan. */
export function checkSupport(draft: PlanDraft, pack: RulePack): BrokenRule[] {
  const period = periodToPlanIn(draft, pack);
  const ids = new Set(draft.participants.map((person) => person.id));
  return [
    ...checkNumber(draft, pack),
    ...draft.items.flatMap((item, index) =>
      item.support.flatMap(({ owner, due }, place) => {
        const field = `/items/${index}/support/${place}`;
        const nobody = 'Nobody in the plan has this id: use the id of a participant.';
        return [
          ...(ids.has(owner) ? [] : [brokenProductRule(`${field}/owner`, nobody)]),
          ...checkDayWithin(`${field}/due`, due, period, 'The support comes'),
        ];
      }),
    ),
  ];
}

/** Help is counted over the whole plan; where it is missing, the first item is the place to start. */
function checkNumber({ items }: PlanDraft, pack: RulePack): BrokenRule[] {
  const { minSupport } = pack.content;
  const promises = items.flatMap((item) => item.support).length;
  if (promises >= minSupport.is || items.length === 0) return [];
  const message = `The plan promises help ${count(promises, 'time')}: say what will be given, by whom and when, at least ${count(minSupport.is, 'time')}.`;
  return [broken('/items/0/support', message, minSupport, pack)];
}
