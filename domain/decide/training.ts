import { isLive } from '../agenda.ts';
import { isPlanDay } from '../check-draft/say.ts';
import type { Command, Context } from '../commands.ts';
import { type BrokenRule, NotAllowedNow } from '../errors.ts';
import type { Fact } from '../events.ts';
import type { Plan } from '../plan.ts';
import { brokenProductRule, pinnedRules, refuseIfAny } from '../rules.ts';
import { SHORT_TEXT, textProblems } from '../text.ts';

/** As the record says it: which promise of which item, and the day it was kept. */
type Kept = Pick<Extract<Fact, { type: 'TrainingCompleted' }>, 'item' | 'what' | 'on'>;

/**
 * Puts on record that a promised training was attended, as a training system or HR knows it. Said twice it is said once;
 * a later day is a fact of its own. What the employee says of the promise stands above it.
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
  const today = pinnedRules(plan, context.library).calendar.dayOf(context.now);
  const promise = promiseMeant(command, plan);
  refuseIfAny([
    ...promise.broken,
    ...(isPlanDay(on) && on <= today
      ? []
      : [brokenProductRule('/on', `Give the day it was attended, today, ${today}, at the latest.`)]),
    ...(by === undefined || plan.draft.participants.some(({ id }) => id === by)
      ? []
      : [brokenProductRule('/by', 'Nobody in the plan has this id: use the id of a participant.')]),
    ...textProblems(evidence ?? '', { oneLine: true, longest: SHORT_TEXT }).map((problem) =>
      brokenProductRule('/evidence', problem),
    ),
  ]);
  const kept: Kept = { item, what: promise.what, on };
  if (plan.trainings.some((known) => isSame(known, kept))) return [];
  return [{ type: 'TrainingCompleted', ...kept, ...(by && { by }), ...(evidence && { evidence }) }];
}

const isSame = (one: Kept, other: Kept): boolean =>
  one.item === other.item && one.what === other.what && one.on === other.on;

/** The words of the promise that is meant, by its own words or by its place among the item's promises, from 1. */
function promiseMeant(
  { item: id, what, promise }: Extract<Command, { type: 'CompleteTraining' }>,
  plan: Plan,
): { what: string; broken: BrokenRule[] } {
  const item = plan.draft.items.find((each) => each.id === id);
  if (!item) {
    const ids = plan.draft.items.map((each) => each.id).join(', ');
    const message = `The plan has no such item: use one of ${ids}.`;
    return { what: '', broken: [brokenProductRule('/item', message)] };
  }
  const field = promise === undefined ? '/what' : '/promise';
  const refused = (message: string) => ({ what: '', broken: [brokenProductRule(field, message)] });
  if ((what === undefined) === (promise === undefined)) {
    return refused('Say which training: give either what, its words in the plan, or promise, its number.');
  }
  const meant = item.support.find((each, at) =>
    promise === undefined ? each.what === what : at + 1 === promise,
  );
  const trainings = item.support.flatMap((each, at) => (each.kind === 'training' ? [at + 1] : []));
  if (meant?.kind === 'training') return { what: meant.what, broken: [] };
  return refused(
    trainings.length > 0
      ? `The item promises no such training: those it promises have the numbers ${trainings.join(', ')}.`
      : 'The item promises no training: add a note, or amend the plan.',
  );
}
