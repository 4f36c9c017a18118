import type { Role } from './draft.ts';
import type { Day, ItemId } from './ids.ts';

/** What is wrong with a text, for readers of any language. */
export type TextFault =
  | { code: 'too_long'; length: number; longest: number }
  | { code: 'broken_character' | 'one_line' | 'unreadable_characters' | 'reversing_marks' };

/**
 * Why an answer is not taken, for readers of any language: a stable code and the values its sentence needs. Days,
 * items, roles and outcomes are codes; whoever says it puts them into words.
 */
export type AnswerFault =
  | TextFault
  | { code: 'outcome_unknown'; outcomes: string[] }
  | { code: 'extension_choose'; days: Day[] }
  | { code: 'second_person_needed'; roles: Role[]; outcomes: string[] }
  | { code: 'own_answers_first'; days: Day[] }
  | { code: 'hr_first'; missed: Day[]; others: boolean }
  | { code: 'not_held_early'; day: Day }
  | { code: 'promise_unsaid'; item: ItemId }
  | { code: 'scores_too_many'; questions: number }
  | {
      code:
        | 'name_missing'
        | 'return_reason_missing'
        | 'attribution_reason_missing'
        | 'credit_not_in_rules'
        | 'credit_not_manager'
        | 'credit_no_check_in'
        | 'credit_no_days'
        | 'note_missing'
        | 'progress_missing'
        | 'item_not_asked'
        | 'number_missing'
        | 'item_unknown'
        | 'number_twice'
        | 'number_not_plain'
        | 'reason_missing'
        | 'extension_unneeded'
        | 'extension_impossible'
        | 'absence_reason_missing'
        | 'notice_not_possible'
        | 'all_below_but_met'
        | 'all_on_track_but_not_met'
        | 'response_missing'
        | 'waiver_not_yours'
        | 'waiver_with_words'
        | 'promise_unknown'
        | 'score_missing'
        | 'proposer_confirms'
        | 'plan_stands_still'
        | 'decision_proposed'
        | 'others_answer_first';
    };
