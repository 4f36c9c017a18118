import type { AnswerFault, TextFault } from '../../../domain/answer-fault.ts';
import { plural } from '../plural.ts';

/** Faults whose sentence needs nothing but itself. */
export type PlainFault = Exclude<
  AnswerFault['code'],
  | 'too_long'
  | 'outcome_unknown'
  | 'extension_choose'
  | 'second_person_needed'
  | 'own_answers_first'
  | 'hr_first'
  | 'not_held_early'
  | 'promise_unsaid'
  | 'scores_too_many'
>;

const texts: Record<Exclude<TextFault['code'], 'too_long'>, string> = {
  broken_character: 'There is a broken character in this text: please type it again.',
  one_line: 'Please write this on one line.',
  unreadable_characters: 'There are characters in this text that cannot be shown: please take them out.',
  reversing_marks: 'There are marks in this text that turn it around: please take them out.',
};

const plain: Record<PlainFault, string> = {
  ...texts,
  name_missing: 'Type your name: it shows that it was you who answered.',
  return_reason_missing: 'Say why it is sent back: whoever proposed it reads it.',
  attribution_reason_missing: 'Say in a sentence why; it stays in the record.',
  credit_not_in_rules: 'These rules give no days back for a missed check-in. Leave this unticked.',
  credit_not_manager:
    'Days are given back only when the manager missed the check-in. Leave this unticked, or choose the manager.',
  credit_no_check_in: 'No check-in is named, so no days can be given back.',
  credit_no_days:
    'No day is left to give back: the plan with everything added to it may not last longer. Leave this unticked.',
  note_missing: 'Say in a few words what was done.',
  progress_missing: 'Choose how far this has come.',
  item_not_asked: 'This check-in does not ask about that point, or asks only once.',
  number_missing: 'Give the number for this point.',
  item_unknown: 'The plan has no such point: please leave it out.',
  number_twice: 'Give one number for this point.',
  number_not_plain: 'Write a plain number, with at most 6 digits after the point.',
  reason_missing: 'Give the reason for this point: a decision that the plan was not met must state why.',
  extension_unneeded: 'Only an extension has a new last day. Leave this empty.',
  extension_impossible:
    'No time is left to give: the plan and its extensions may not last longer. Choose another outcome.',
  absence_reason_missing: 'Say why the person who issued the plan is not the one deciding.',
  notice_not_possible:
    'Only a decision that proposes an action can double as notice of it. Leave this unticked.',
  all_below_but_met:
    'Every check-in found something below what was expected. Explain why the plan is met all the same.',
  all_on_track_but_not_met: 'Every check-in found the plan on track. Explain why it is not met all the same.',
  response_missing: 'Write what you want to say, or choose to say nothing.',
  waiver_not_yours: 'Only the person the plan is about can do without a response.',
  waiver_with_words: 'To have these words kept, choose to respond; or remove them.',
  promise_unknown: 'This was not promised for that day, or is answered twice: please leave it out.',
  score_missing: 'Choose a number from 1 to 5.',
  proposer_confirms:
    'Whoever proposes this decision does not confirm it: one of the others who were asked does.',
  plan_stands_still: 'The plan stands still just now. Answer when it goes on: the time for it moves along.',
  decision_proposed:
    'A decision is proposed already and waits for somebody to confirm it. Another can be given once it is sent back.',
  others_answer_first: 'Both sides answer the check-in first; then each may respond to what the other said.',
};

/** Why an answer was not taken. Days, people and outcomes arrive as they are read. */
export const answerFaults = {
  plain,
  too_long: (length: string, longest: string) =>
    `This is ${length} characters long. Please shorten it to ${longest}.`,
  outcome_unknown: (outcomes: string) => `Choose one of the outcomes: ${outcomes}.`,
  extension_choose: (days: string) => `Choose the new last day: ${days}.`,
  second_person_needed: (roles: string, outcomes: string) =>
    `Whoever proposes this outcome does not decide it, and the plan names nobody else who may (${roles}). Ask Human Resources to add somebody, or choose one of: ${outcomes}.`,
  own_answers_first: (days: string) =>
    `The check-in of ${days} still waits for whoever issued the plan: answer it first. Decide after that, extend the plan, or record it as met.`,
  hr_first: (questions: string) =>
    `Human Resources first has to answer ${questions}: it may add days to the plan. Decide after that, extend the plan, or record it as met.`,
  hr_missed: (days: string) => `who missed the check-in of ${days}`,
  hr_other: 'a question of its own about this plan',
  not_held_early: (day: string) =>
    `The day is still to come: you can say that you did not meet from ${day} on. If you met earlier, say that you met.`,
  promise_unsaid: (item: string) => `Say of everything promised for “${item}” whether it was delivered.`,
  scores_too_many: (questions: number) =>
    plural('en', questions, {
      one: 'The survey has one question: give one number.',
      other: `The survey has ${questions} questions: give one number for each.`,
    }),
};
