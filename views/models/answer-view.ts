import type { RulePack } from '../../domain/pack.ts';
import type {
  AccommodationAnswer,
  AcknowledgementAnswer,
  Answer,
  CheckInAnswer,
  DecisionAnswer,
  ItemId,
  ParticipantId,
  Plan,
  Request,
  SurveyAnswer,
} from '../../domain/plan.ts';
import { dayInWords } from '../dates.ts';
import type { Words } from '../words/en.ts';
import { onPaperInWords } from './on-paper.ts';
import { headingOf, numberOf } from './plan-view.ts';
import { type Said, saidBy } from './said.ts';
import { signedText, signingOf } from './signing.ts';

/** One answered field in words. */
export interface Line {
  label: string;
  value: string;
  /** Of what somebody wrote: in whose language. */
  said?: Said;
  /** Which parts of the value they wrote, where it is not all of it. */
  parts?: string[];
}

/** `written`: by whoever answered, in their own words. */
type Pair = [label: string, value: string | undefined, written?: 'written'];
const lines = (pairs: Pair[], said: Said): Line[] =>
  pairs.flatMap(([label, value, written]) => (value ? [{ label, value, ...(written ? { said } : {}) }] : []));

/** The heading of an item with its number, as it stands on the plan. */
export function itemName(plan: Plan, id: ItemId, pack: RulePack, words: Words): string {
  const index = plan.draft.items.findIndex((item) => item.id === id);
  const item = plan.draft.items[index];
  return item ? words.plan.item(index + 1, headingOf(item, pack, words)) : id;
}

/** What a person answered to a question, field by field, in the order of the form. */
export function answerView(
  answer: Answer,
  by: ParticipantId,
  plan: Plan,
  pack: RulePack,
  words: Words,
  request: Pick<Request, 'version'> = {},
): Line[] {
  const w = words.receipt.answer;
  const said = saidBy(plan, by);
  switch (answer.kind) {
    case 'acknowledgement':
      return lines(
        acknowledgementPairs(answer, signedText(signingOf(request, by, plan), words), words),
        said,
      );
    case 'check_in':
      return lines(checkInPairs(answer, plan, pack, words), said);
    case 'survey':
      return lines([[w.comment, answer.comment, 'written']], said);
    case 'support':
      return lines(
        answer.promises.flatMap(({ what, delivered, note }): Pair[] => [
          [what, words.support.delivered[delivered]],
          [w.note(what), note, 'written'],
        ]),
        said,
      );
    case 'response':
      return answer.choice === 'waive'
        ? lines([[w.response, w.waived]], said)
        : lines([[w.response, answer.text, 'written']], said);
    case 'attribution':
      return lines(
        [
          [w.attributedTo, words.attribution.who[answer.to]],
          [w.reason, answer.reason, 'written'],
          [w.credit, answer.credit === undefined ? undefined : words.common[answer.credit ? 'yes' : 'no']],
        ],
        said,
      );
    case 'approval':
      return lines(
        [
          [w.approval, words.approval[answer.choice]],
          [w.reason, answer.reason, 'written'],
          [w.typedName, answer.typedName],
        ],
        said,
      );
    case 'accommodation':
      return lines([[w.choice, accommodationChoice(answer.choice, words)]], said);
    case 'decision':
      return decisionView({ ...answer, by }, plan, pack, words);
  }
}

/** The scores of a survey as whoever gave them reads them back; nobody else sees them. */
export function surveyView(answer: SurveyAnswer, questions: string[], words: Words): Line[] {
  return lines(
    [
      ...answer.scores.map(
        (score, at): Pair => [questions[at] ?? String(at + 1), scoreInWords(score, words)],
      ),
      [words.receipt.answer.comment, answer.comment],
    ],
    'plan',
  );
}

const scoreInWords = (score: number, { survey: { scores } }: Words): string =>
  Object.hasOwn(scores, score) ? scores[score as keyof typeof scores] : String(score);

function accommodationChoice(choice: AccommodationAnswer['choice'], { accommodation: w }: Words): string {
  if (choice === 'nothing_needed') return w.nothingNeeded;
  return w[choice];
}

function acknowledgementPairs(answer: AcknowledgementAnswer, signed: string, words: Words): Pair[] {
  const w = words.receipt.answer;
  return [
    [w.choice, answer.choice === 'decline' ? w.declined : answer.onPaper ? words.onPaper.received : signed],
    [w.reason, answer.reason, 'written'],
    [w.comment, answer.comment, 'written'],
    [answer.onPaper ? words.evidence.writtenName : w.typedName, answer.typedName],
    [words.evidence.onPaper, onPaperInWords(answer, words)],
  ];
}

function checkInPairs(answer: CheckInAnswer, plan: Plan, pack: RulePack, words: Words): Pair[] {
  const w = words.receipt.answer;
  return [
    [w.meeting, answer.meeting === 'held' ? w.held : w.notHeld],
    ...answer.items.flatMap(({ item, progress, note }): Pair[] => {
      const name = itemName(plan, item, pack, words);
      return [
        [name, words.common.progress[progress]],
        [w.note(name), note, 'written'],
      ];
    }),
    ...(answer.readings ?? []).map(
      ({ item, value }): Pair => [
        w.reading(itemName(plan, item, pack, words)),
        numberOf(value, item, plan, words),
      ],
    ),
    [w.recognition, answer.recognition, 'written'],
    [w.comment, answer.comment, 'written'],
  ];
}

/** A decision as it was made or proposed, by whom where that is known. */
export function decisionView(
  answer: Omit<DecisionAnswer, 'kind' | 'typedName'> & { typedName?: string; by?: ParticipantId | undefined },
  plan: Plan,
  pack: RulePack,
  words: Words,
): Line[] {
  const w = words.receipt.answer;
  return lines(
    [
      [w.outcome, outcomeTitle(answer.outcome, pack)],
      ...answer.reasons.map(
        ({ item, reason }): Pair => [w.reasonFor(itemName(plan, item, pack, words)), reason, 'written'],
      ),
      [w.summary, answer.summary, 'written'],
      [w.explanation, answer.explanation, 'written'],
      [w.extendTo, answer.extendTo && dayInWords(answer.extendTo, words.locale)],
      [w.absenceReason, answer.absenceReason, 'written'],
      [w.servesAsNotice, answer.servesAsNotice ? words.common.yes : undefined],
      [w.typedName, answer.typedName],
    ],
    saidBy(plan, answer.by),
  );
}

/** The title of an outcome; its code if the pack does not list it. */
export const outcomeTitle = (code: string, pack: RulePack): string =>
  pack.decision.outcomes.is.find((outcome) => outcome.code === code)?.title ?? code;
