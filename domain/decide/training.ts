import { isLive } from '../agenda.ts';
import { isPlanDay } from '../check-draft/say.ts';
import type { Command, Context } from '../commands.ts';
import { pointerToken } from '../diff/pointer.ts';
import { type BrokenRule, NotAllowedNow } from '../errors.ts';
import type { Fact } from '../events.ts';
import type { Day, Instant, ItemId, Plan } from '../plan.ts';
import { brokenProductRule, pinnedRules, refuseIfAny } from '../rules.ts';
import { SHORT_TEXT, textProblems } from '../text.ts';

/** As the record says it: which promise of which item, and the day it was kept. */
type Kept = Pick<Extract<Fact, { type: 'TrainingCompleted' }>, 'item' | 'what' | 'due' | 'on'>;

/**
 * Puts on record that a promised training was attended, as a training system or HR knows it. Said twice it is said once;
 * a later day is a fact of its own. What the employee says of the promise stands above it.
 *
 * A training of before the promise was made does not keep it. No law says so: it is this product's own rule, because what
 * was promised to help with this plan is help that comes after the promise.
 */
export function completeTraining(
  command: Extract<Command, { type: 'CompleteTraining' }>,
  plan: Plan,
  context: Context,
): Fact[] {
  if (!isLive(plan)) {
    const isOver = plan.status === 'closed' || plan.status === 'withdrawn';
    throw new NotAllowedNow('given trainings', plan.status, isOver ? 'Add a note.' : 'Launch it first.');
  }
  const { item, on, by, evidence } = command;
  const { calendar } = pinnedRules(plan, context.library);
  const today = calendar.dayOf(context.now);
  const promise = promiseMeant(command, plan);
  const since = calendar.dayOf(madeAt(item, promise, plan));
  refuseIfAny([
    ...promise.broken,
    ...(isPlanDay(on) && on <= today
      ? []
      : [brokenProductRule('/on', `Give the day it was attended, today, ${today}, at the latest.`)]),
    ...(isPlanDay(on) && on < since
      ? [
          brokenProductRule(
            '/on',
            `This was promised on ${since}: a training of an earlier day does not keep the promise. Give the day it was attended since, or add a note.`,
          ),
        ]
      : []),
    ...(by === undefined || plan.draft.participants.some(({ id }) => id === by)
      ? []
      : [brokenProductRule('/by', 'Nobody in the plan has this id: use the id of a participant.')]),
    ...textProblems(evidence ?? '', { oneLine: true, longest: SHORT_TEXT }).map((problem) =>
      brokenProductRule('/evidence', problem),
    ),
  ]);
  const kept: Kept = { item, what: promise.what, due: promise.due, on };
  if (plan.trainings.some((known) => isSame(known, kept))) return [];
  return [{ type: 'TrainingCompleted', ...kept, ...(by && { by }), ...(evidence && { evidence }) }];
}

const isSame = (one: Kept, other: Kept): boolean =>
  one.item === other.item && one.what === other.what && one.due === other.due && one.on === other.on;

interface Meant {
  what: string;
  due: Day;
  broken: BrokenRule[];
}

/** The promise that is meant, by its words or by its place among the item's promises, from 1. */
function promiseMeant(
  { item: id, what, promise, due }: Extract<Command, { type: 'CompleteTraining' }>,
  plan: Plan,
): Meant {
  const item = plan.draft.items.find((each) => each.id === id);
  if (!item) {
    const ids = plan.draft.items.map((each) => each.id).join(', ');
    return refused('/item', `The plan has no such item: use one of ${ids}.`);
  }
  const field = promise === undefined ? '/what' : '/promise';
  if ((what === undefined) === (promise === undefined)) {
    return refused(
      field,
      'Say which training: give either what, its words in the plan, or promise, its number.',
    );
  }
  const trainings = item.support.flatMap((each, at) =>
    each.kind === 'training' ? [{ ...each, number: at + 1 }] : [],
  );
  if (trainings.length === 0) {
    return refused(field, 'The item promises no training: add a note, or amend the plan.');
  }
  const named = trainings.filter((each) =>
    promise === undefined ? each.what === what : each.number === promise,
  );
  const inWords = (list: typeof trainings) =>
    list.map((each) => `number ${each.number}, due ${each.due}`).join('; ');
  if (named.length === 0) {
    const those = inWords(trainings);
    return refused(field, `The item promises no such training: those it promises are ${those}.`);
  }
  const [meant, other] = due === undefined ? named : named.filter((each) => each.due === due);
  if (!meant) return refused('/due', `It is not due on ${due}: there is ${inWords(named)}.`);
  if (other) {
    const message = `The item promises this more than once (${inWords(named)}), and one attendance keeps one promise: say which by promise, its number, or by due.`;
    return refused('/due', message);
  }
  return { what: meant.what, due: meant.due, broken: [] };
}

const refused = (field: string, message: string): Meant => ({
  what: '',
  due: '',
  broken: [brokenProductRule(field, message)],
});

/**
 * When a promise came into the plan: when the plan was drafted, or with the new version that added it. One that reads
 * anew is the old promise still.
 */
function madeAt(item: ItemId, { what, due }: Pick<Meant, 'what' | 'due'>, plan: Plan): Instant {
  const field = `/items/${pointerToken(item)}`;
  const alike = plan.draft.items
    .find(({ id }) => id === item)
    ?.support.filter((promise) => promise.what === what);
  const isThis = (added: string): boolean =>
    added.startsWith(`${what} (`) && (alike?.length === 1 || added.endsWith(` due ${due}`));
  const addedBy = plan.versions.findLast(({ changes }) =>
    changes.some(
      (change) =>
        change.before === null &&
        (change.field === field ||
          (change.field.startsWith(`${field}/support/`) && isThis(change.after ?? ''))),
    ),
  );
  return addedBy?.at ?? plan.createdAt;
}
