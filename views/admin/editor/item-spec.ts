import type { List } from './spec.ts';

const actions: List = {
  is: 'list',
  label: 'Actions',
  one: 'an action',
  hint: 'What will be done: one step each, that somebody could see happen.',
  of: {
    is: 'group',
    label: 'Action',
    fields: {
      what: { is: 'words', label: 'What', rows: 2 },
      due: { is: 'day', label: 'By when', optional: true },
      responsible: { is: 'person', label: 'Who answers for it', optional: true },
      outcome: { is: 'line', label: 'What comes of it', optional: true },
    },
  },
};

const checkIns: List = {
  is: 'list',
  label: 'Check-ins',
  one: 'a check-in',
  hint: 'On working days of the plan, each with what should be reached by then.',
  inRows: true,
  of: {
    is: 'group',
    label: 'Check-in',
    fields: {
      date: { is: 'day', label: 'Day' },
      benchmark: { is: 'number', label: 'Should be reached' },
    },
  },
};

const support: List = {
  is: 'list',
  label: 'Help that is promised',
  one: 'a promise of help',
  hint: 'Whoever promises it, and the employee, are asked after that day whether it was given.',
  of: {
    is: 'group',
    label: 'Help',
    fields: {
      kind: {
        is: 'choice',
        label: 'Kind',
        options: [
          ['training', 'Training'],
          ['mentor', 'Mentor'],
          ['tool', 'Tool'],
          ['hours', 'Working time'],
          ['other', 'Other help'],
        ],
      },
      what: { is: 'line', label: 'What' },
      owner: { is: 'person', label: 'Promised by' },
      due: { is: 'day', label: 'By when' },
    },
  },
};

/** What has to improve: the blocks of the form that a plan is made of. */
export const itemsSpec: List = {
  is: 'list',
  label: 'What has to improve',
  one: 'an item',
  of: {
    is: 'group',
    label: 'Item',
    fields: {
      source: {
        is: 'group',
        label: 'Where it comes from',
        fields: {
          kind: {
            is: 'choice',
            label: 'It is a',
            options: [
              ['competency', 'Competency'],
              ['smart_goal', 'Goal of its own'],
            ],
          },
          code: {
            is: 'competency',
            label: 'Competency',
            when: { field: 'kind', in: ['competency'] },
          },
          goal: { is: 'words', label: 'Goal', rows: 2, when: { field: 'kind', in: ['smart_goal'] } },
        },
      },
      rating: { is: 'number', label: 'Rated', hint: 'On your own scale, from 0 to 10.', optional: true },
      id: { is: 'line', label: 'Short id in the record', hint: 'Made for you when left empty.' },
      deficiency: { is: 'words', label: 'What is wrong now', hint: 'With a number, if there is one.' },
      desiredOutcome: { is: 'words', label: 'What is wanted' },
      actions,
      measure: {
        is: 'group',
        label: 'How it is measured',
        fields: {
          name: { is: 'line', label: 'What is counted' },
          unit: { is: 'line', label: 'Unit' },
          baseline: { is: 'number', label: 'Now' },
          target: { is: 'number', label: 'Target' },
          direction: {
            is: 'choice',
            label: 'Better is',
            options: [
              ['increase', 'More'],
              ['decrease', 'Less'],
            ],
          },
        },
      },
      checkIns,
      support,
    },
  },
};
