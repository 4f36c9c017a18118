import { promisesAsked } from '../check-ins.ts';
import type { BrokenRule } from '../errors.ts';
import type { SupportAnswer } from '../plan.ts';
import { brokenProductRule } from '../rules.ts';
import { promisesFor } from '../support.ts';
import type { Asked } from './asked.ts';

/** Every promise this person can speak to is answered once, and none that was not made for the day. */
export function checkSupport({ promises }: SupportAnswer, { by, plan, request }: Asked): BrokenRule[] {
  const key = (item: string, what: string): string => JSON.stringify([item, what]);
  const answered = promises.map(({ item, what }) => key(item, what));
  const made = promisesAsked(plan, request.id).map(({ item, what }) => key(item.id, what));
  const unsaid = promisesFor(plan, request.id, by).filter(
    ({ item, what }) => !answered.includes(key(item.id, what)),
  );
  return [
    ...[...new Set(unsaid.map(({ item }) => item.id))].map((id) =>
      brokenProductRule('/promises', `Say of everything promised for "${id}" whether it was delivered.`, {
        code: 'promise_unsaid',
        item: id,
      }),
    ),
    ...answered.flatMap((promise, at) =>
      made.includes(promise) && answered.indexOf(promise) === at
        ? []
        : [
            brokenProductRule(
              `/promises/${at}`,
              'This was not promised for that day, or is answered twice: leave it out.',
              { code: 'promise_unknown' },
            ),
          ],
    ),
  ];
}
