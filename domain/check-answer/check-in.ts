import { isPlainNumber } from '../check-draft/say.ts';
import { checkInItems, readingItems } from '../check-ins.ts';
import type { BrokenRule } from '../errors.ts';
import type { CheckInAnswer, Day } from '../plan.ts';
import { brokenProductRule } from '../rules.ts';
import { type Asked, checkPresent } from './asked.ts';

/** Every item that is asked about is rated or measured once, and no other; a follow-up that asks for notes has some. */
export function checkCheckIn(answer: CheckInAnswer, { request, plan, today }: Asked): BrokenRule[] {
  const saysNothing = request.followUp?.asks === 'notes' && answer.meeting === 'held';
  return [
    ...checkMeeting(answer, request.date, today),
    ...checkRatings(
      answer.items.map(({ item }) => item),
      checkInItems(plan, request.id).map(({ item }) => item.id),
    ),
    ...checkNumbers(
      answer.readings ?? [],
      readingItems(plan, request.id).map(({ item }) => item.id),
      plan.draft.items.map(({ id }) => id),
    ),
    ...(saysNothing
      ? checkPresent('/comment', answer.comment, 'Say in a few words what was done.', {
          code: 'note_missing',
        })
      : []),
  ];
}

/** A meeting may be held before its day; that it was not held is known only when the day has come. */
function checkMeeting({ meeting }: CheckInAnswer, day: Day | undefined, today: Day): BrokenRule[] {
  if (meeting === 'held' || day === undefined || today >= day) return [];
  const message = `The day is still to come: say that you did not meet on ${day} or after it. If you met earlier, say that you met.`;
  return [brokenProductRule('/meeting', message, { code: 'not_held_early', day })];
}

function checkRatings(rated: string[], asked: string[]): BrokenRule[] {
  return [
    ...asked
      .filter((id) => !rated.includes(id))
      .map((id) =>
        brokenProductRule(`/items/${id}/progress`, 'Choose how far this has come.', {
          code: 'progress_missing',
        }),
      ),
    ...rated
      .filter((id, at) => !asked.includes(id) || rated.indexOf(id) !== at)
      .map((id) =>
        brokenProductRule(`/items/${id}`, 'This check-in does not ask about that item, or asks only once.', {
          code: 'item_not_asked',
        }),
      ),
  ];
}

function checkNumbers(
  given: NonNullable<CheckInAnswer['readings']>,
  asked: string[],
  known: string[],
): BrokenRule[] {
  const measured = given.map(({ item }) => item);
  return [
    ...asked
      .filter((id) => !measured.includes(id))
      .map((id) =>
        brokenProductRule(`/readings/${id}`, 'Give the number for this item.', { code: 'number_missing' }),
      ),
    ...given.flatMap(({ item, value }, at) => {
      const field = `/readings/${item}`;
      if (!known.includes(item))
        return [
          brokenProductRule(field, 'The plan has no such item: leave it out.', { code: 'item_unknown' }),
        ];
      if (measured.indexOf(item) !== at)
        return [brokenProductRule(field, 'Give one number for this item.', { code: 'number_twice' })];
      return isPlainNumber(value)
        ? []
        : [
            brokenProductRule(field, 'Write a plain number, with at most 6 digits after the point.', {
              code: 'number_not_plain',
            }),
          ];
    }),
  ];
}
