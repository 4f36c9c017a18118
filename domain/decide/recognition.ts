import { isLive } from '../agenda.ts';
import type { Command } from '../commands.ts';
import { NotAllowedNow } from '../errors.ts';
import type { Fact } from '../events.ts';
import type { Plan } from '../plan.ts';
import { brokenProductRule, refuseIfAny } from '../rules.ts';
import { isBlank, LONG_TEXT, textProblems } from '../text.ts';

/** Puts something that went well on the record, with the weight of what did not. The same words twice are said once. */
export function recognise({ text, by, item }: Extract<Command, { type: 'Recognise' }>, plan: Plan): Fact[] {
  if (isRecognised({ text, by, item }, plan)) return [];
  if (!isLive(plan)) {
    const isOver = plan.status === 'closed' || plan.status === 'withdrawn';
    throw new NotAllowedNow('given recognition', plan.status, isOver ? 'Add a note.' : 'Launch it first.');
  }
  refuseIfAny([
    ...(isBlank(text) ? [brokenProductRule('/text', 'Say what went well.')] : []),
    ...textProblems(text, { oneLine: false, longest: LONG_TEXT }).map((problem) =>
      brokenProductRule('/text', problem),
    ),
    ...(by === undefined || plan.draft.participants.some(({ id }) => id === by)
      ? []
      : [brokenProductRule('/by', 'Nobody in the plan has this id: use the id of a participant.')]),
    ...(item === undefined || plan.draft.items.some(({ id }) => id === item)
      ? []
      : [brokenProductRule('/item', 'The plan has no such item: leave it out, or use the id of one.')]),
  ]);
  return [{ type: 'RecognitionAdded', text, ...(by ? { by } : {}), ...(item ? { item } : {}) }];
}

/** Whether these very words are on record already. */
export const isRecognised = (
  { text, by, item }: { text: string; by?: string | undefined; item?: string | undefined },
  plan: Plan,
): boolean => plan.recognitions.some((said) => said.text === text && said.by === by && said.item === item);
