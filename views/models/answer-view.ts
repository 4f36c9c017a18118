import type { RulePack } from '../../domain/pack.ts';
import type {
  Answer,
  CheckInAnswer,
  DecisionAnswer,
  ItemId,
  ParticipantId,
  Plan,
} from '../../domain/plan.ts';
import { dayInWords } from '../dates.ts';
import type { Words } from '../words/en.ts';
import { isIssuer } from './issuer.ts';
import { headingOf } from './plan-view.ts';

/** One answered field in words. */
export interface Line {
  label: string;
  value: string;
}

type Pair = [label: string, value: string | undefined];
const lines = (pairs: Pair[]): Line[] => pairs.flatMap(([label, value]) => (value ? [{ label, value }] : []));

/** The heading of an item with its number, as it stands on the plan. */
export function itemName(plan: Plan, id: ItemId, pack: RulePack, words: Words): string {
  const index = plan.draft.items.findIndex((item) => item.id === id);
  const item = plan.draft.items[index];
  return item ? words.plan.item(index + 1, headingOf(item, pack, words)) : id;
}

/** What a person answered, field by field, in the order of the form. */
export function answerView(
  answer: Answer,
  by: ParticipantId,
  plan: Plan,
  pack: RulePack,
  words: Words,
): Line[] {
  const w = words.receipt.answer;
  switch (answer.kind) {
    case 'acknowledgement':
      return lines([
        [
          w.choice,
          answer.choice === 'decline' ? w.declined : isIssuer(plan, by) ? w.signedByIssuer : w.signed,
        ],
        [w.reason, answer.reason],
        [w.comment, answer.comment],
        [w.typedName, answer.typedName],
      ]);
    case 'check_in':
      return lines(checkInPairs(answer, plan, pack, words));
    case 'decision':
      return lines(decisionPairs(answer, plan, pack, words));
  }
}

function checkInPairs(answer: CheckInAnswer, plan: Plan, pack: RulePack, words: Words): Pair[] {
  const w = words.receipt.answer;
  return [
    [w.meeting, answer.meeting === 'held' ? w.held : w.notHeld],
    ...answer.items.flatMap(({ item, progress, note }): Pair[] => {
      const name = itemName(plan, item, pack, words);
      return [
        [name, words.common.progress[progress]],
        [w.note(name), note],
      ];
    }),
    [w.comment, answer.comment],
  ];
}

function decisionPairs(answer: DecisionAnswer, plan: Plan, pack: RulePack, words: Words): Pair[] {
  const w = words.receipt.answer;
  return [
    [w.outcome, outcomeTitle(answer.outcome, pack)],
    ...answer.reasons.map(
      ({ item, reason }): Pair => [w.reasonFor(itemName(plan, item, pack, words)), reason],
    ),
    [w.summary, answer.summary],
    [w.extendTo, answer.extendTo && dayInWords(answer.extendTo, words.locale)],
    [w.absenceReason, answer.absenceReason],
    [w.servesAsNotice, answer.servesAsNotice ? words.common.yes : undefined],
    [w.typedName, answer.typedName],
  ];
}

/** The title of an outcome; its code if the pack does not list it. */
export const outcomeTitle = (code: string, pack: RulePack): string =>
  pack.decision.outcomes.is.find((outcome) => outcome.code === code)?.title ?? code;
