import type { Field } from '../../../../views/admin/plan/field.ts';
import { type Action, type ActionType, reason } from '../action.ts';
import { askedQuestions, items, people, trainings } from '../choices.ts';

/** What is put beside the record, and how long it is kept. */
export const record = {
  note: {
    title: 'Add a note',
    group: 'The record',
    hint: 'Words that came another way: a letter, a late answer, a correction. A note is kept as it is and never edited.',
    done: 'The note is in the record.',
    fields: (plan) => [
      { name: '/text', label: 'Note', input: 'text' },
      ...(plan
        ? ([
            {
              name: '/requestId',
              label: 'Which question it belongs to',
              input: 'choice',
              options: askedQuestions(plan),
              optional: true,
            },
            {
              name: '/from',
              label: 'Whose words they are',
              hint: 'Of a letter, whoever wrote it. Leave it open for words of your own.',
              input: 'choice',
              options: people(plan),
              optional: true,
            },
          ] satisfies Field[])
        : []),
    ],
  },
  readings: {
    title: 'Enter numbers',
    group: 'The record',
    hint: 'Numbers reached, per item, for the charts that both sides see. To correct one, enter it again for the same day and source. Goals without a number are left out.',
    done: 'The numbers are in the record.',
    fields: (plan) => [
      ...(plan ? readingRows(plan.draft.items.length, items(plan)) : []),
      {
        name: '/by',
        label: 'Who gave them',
        input: 'choice',
        options: plan ? people(plan) : [],
        optional: true,
      },
      {
        name: '/csv',
        label: 'Or paste a list',
        hint: 'In place of the fields above. First line: item,date,value,source',
        input: 'text',
        optional: true,
      },
    ],
  },
  training_completed: {
    title: 'Record a training as attended',
    group: 'The record',
    hint: 'A promised training took place, as the training system or you know it. What the employee says of it stands above it.',
    done: 'The training is on record as attended.',
    needs: (plan) => (trainings(plan).length === 0 ? 'The plan promises no training.' : undefined),
    fields: (plan, today) => [
      { name: '/promise', label: 'Which training', input: 'choice', options: plan ? trainings(plan) : [] },
      { name: '/on', label: 'On which day', input: 'day', value: today },
      {
        name: '/by',
        label: 'Who says so',
        input: 'choice',
        options: plan ? people(plan) : [],
        optional: true,
      },
      {
        name: '/evidence',
        label: 'What shows it',
        hint: 'For example the number of a certificate.',
        input: 'line',
        optional: true,
      },
    ],
  },
  recognise: {
    title: 'Record what went well',
    group: 'The record',
    hint: 'Something that went well, on record with the same weight as what did not. The person the plan is about is told.',
    done: 'It is in the record.',
    fields: (plan) => [
      { name: '/text', label: 'What went well', input: 'text' },
      {
        name: '/by',
        label: 'Who says so',
        input: 'choice',
        options: plan ? people(plan) : [],
        optional: true,
      },
      {
        name: '/item',
        label: 'Which goal it is about',
        input: 'choice',
        options: plan ? items(plan) : [],
        optional: true,
      },
    ],
  },
  relapse: {
    title: 'Record a relapse',
    group: 'The record',
    hint: 'While success is watched: it did not hold. HR and the person the plan is about are told what the rules say follows.',
    done: 'The relapse is recorded.',
    needs: ({ status }) =>
      status === 'monitoring' ? undefined : 'Only while success is watched, after a plan that was met.',
    fields: (plan, today) => [
      { name: '/date', label: 'On which day', input: 'day', value: today },
      { name: '/item', label: 'Which goal', input: 'choice', options: plan ? items(plan) : [] },
      { name: '/what', label: 'What happened', hint: 'It stays in the record.', input: 'text' },
    ],
  },
  hold: {
    title: 'Hold the record',
    group: 'The record',
    hint: 'A legal hold: the record is not deleted, whatever its age. Nobody in the plan is told.',
    done: 'The record is held.',
    fields: (plan) => [
      reason('For example the claim it is needed for. It stays in the record.'),
      ...(plan
        ? ([
            {
              name: '/comparators',
              label: 'Plans to hold with it',
              hint: 'Ids of plans of people in a similar position, one per line.',
              input: 'lines',
              optional: true,
            },
          ] satisfies Field[])
        : []),
    ],
    undo: () => ({ command: 'release_hold', text: 'Release the hold' }),
  },
  release_hold: {
    title: 'Release the hold',
    group: 'The record',
    hint: 'The record is deleted when its time is over, as the rules say.',
    done: 'The hold is released.',
    needs: ({ legalHold }) => (legalHold ? undefined : 'The record is not held.'),
    fields: () => [reason('It stays in the record.')],
    undo: () => ({ command: 'hold', text: 'Hold it again' }),
  },
} satisfies Partial<Record<ActionType, Action>>;

/** One row of inputs for every item; a row without a number is left out of what is sent. */
function readingRows(count: number, options: readonly { value: string; text: string }[]): Field[] {
  return Array.from({ length: count }, (_, at): Field[] => {
    const group = options[at]?.text ?? `Goal ${at + 1}`;
    const name = `/readings/${at}`;
    return [
      { name: `${name}/date`, label: 'Day', input: 'day', optional: true, group },
      { name: `${name}/value`, label: 'Number', input: 'number', as: 'number', optional: true, group },
      { name: `${name}/source`, label: 'Where it is from', input: 'line', optional: true, group },
    ];
  }).flat();
}
