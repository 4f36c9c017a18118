import type { AnswerFault } from '../domain/answer-fault.ts';
import { choiceInWords, dayInWords, listInWords, numberInWords } from './dates.ts';
import { itemName, outcomeTitle } from './models/answer-view.ts';
import type { ViewContext } from './models/view-context.ts';

/** Why an answer was not taken, in the reader's language, with days, people and outcomes as they are read. */
export function faultInWords(
  fault: AnswerFault,
  { plan, pack, words }: Pick<ViewContext, 'plan' | 'pack' | 'words'>,
): string {
  const w = words.answerFaults;
  const days = (list: string[]): string[] => list.map((day) => dayInWords(day, words.locale));
  const choice = (names: string[]): string => choiceInWords(names, words.locale);
  const outcomes = (codes: string[]): string => choice(codes.map((code) => outcomeTitle(code, pack)));
  switch (fault.code) {
    case 'too_long':
      return w.too_long(
        numberInWords(fault.length, words.locale),
        numberInWords(fault.longest, words.locale),
      );
    case 'outcome_unknown':
      return w.outcome_unknown(outcomes(fault.outcomes));
    case 'extension_choose':
      return w.extension_choose(choice(days(fault.days)));
    case 'second_person_needed':
      return w.second_person_needed(
        choice(fault.roles.map((role) => words.common.roles[role])),
        outcomes(fault.outcomes),
      );
    case 'own_answers_first':
      return w.own_answers_first(listInWords(days(fault.days), words.locale));
    case 'hr_first': {
      const missed =
        fault.missed.length > 0 ? [w.hr_missed(listInWords(days(fault.missed), words.locale))] : [];
      return w.hr_first(listInWords([...missed, ...(fault.others ? [w.hr_other] : [])], words.locale));
    }
    case 'not_held_early':
      return w.not_held_early(dayInWords(fault.day, words.locale));
    case 'promise_unsaid':
      return w.promise_unsaid(itemName(plan, fault.item, pack, words));
    case 'scores_too_many':
      return w.scores_too_many(fault.questions);
    default:
      return w.plain[fault.code];
  }
}
