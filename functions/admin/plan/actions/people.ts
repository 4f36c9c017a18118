import type { Plan } from '../../../../domain/plan.ts';
import type { Field, Option } from '../../../../views/admin/plan/field.ts';
import type { Action, ActionType } from '../action.ts';
import { reason } from '../action.ts';
import { askedPeople, items, onPaper, people, subject } from '../choices.ts';

const LANGUAGES = [
  { value: 'en', text: 'English' },
  { value: 'es', text: 'Spanish' },
];

const SIGNED = [
  { value: 'true', text: 'They signed' },
  { value: 'false', text: 'They would not sign' },
];

const successor: Field[] = [
  { name: '/supervisor/name', label: 'Name', input: 'line', group: 'New manager' },
  {
    name: '/supervisor/email',
    label: 'E-mail address',
    hint: 'What waits for the manager so far goes to this address.',
    input: 'email',
    group: 'New manager',
  },
  {
    name: '/supervisor/language',
    label: 'Language',
    hint: 'What pages and mails speak to them.',
    input: 'choice',
    options: LANGUAGES,
    optional: true,
    group: 'New manager',
  },
];

const addressOf = ({ draft }: Plan, participant: string): string | undefined =>
  draft.participants.find(({ id }) => id === participant)?.email;

const withAddresses = (plan: Plan): Option[] =>
  people(plan).map(({ value, text }) => ({ value, text: `${text}: ${addressOf(plan, value)}` }));

const emptyWhen = <T>(list: readonly T[], says: string): string | undefined =>
  list.length === 0 ? says : undefined;

/** Who takes part, what is asked of them, and how they are reached. */
export const forPeople = {
  change_manager: {
    title: 'Change the manager',
    group: 'People and hours',
    hint: 'Somebody else supervises from now on and answers what is open. What the manager before said stays in the record.',
    done: 'The plan has a new manager.',
    fields: () => [
      ...successor,
      reason('Why somebody else supervises. The person the plan is about reads it.'),
      {
        name: '/handover',
        label: 'Brief for the new manager',
        hint: 'What they should know. They and HR read it, the person the plan is about does not.',
        input: 'text',
        optional: true,
      },
    ],
  },
  reduce_capacity: {
    title: 'Reduce hours',
    group: 'People and hours',
    hint: 'Somebody who works fewer hours is asked for that share of the output. Both sides sign for the new numbers.',
    done: 'The targets are scaled to the hours.',
    fields: (plan) => [
      {
        name: '/percent',
        label: 'Percent of full hours',
        hint: 'From now on, for example 60. Always of the full hours, whatever was scaled before.',
        input: 'number',
        as: 'number',
      },
      {
        name: '/items',
        label: 'Which targets count output',
        hint: 'A share of cases done well is not asked for less of; a number of cases is.',
        input: 'choices',
        options: plan ? items(plan) : [],
      },
      {
        name: '/signedOffBy',
        label: 'Signed off by',
        input: 'choice',
        options: plan ? people(plan, 'hr') : [],
      },
      reason('“Reduced hours” is enough. No medical facts. Both sides read it.'),
    ],
  },
  accommodation: {
    title: 'Record a request for an adjustment',
    group: 'People and hours',
    hint: 'The person the plan is about asked for an adjustment by voice or letter. Only HR is told, and asked what was done.',
    done: 'The request is recorded; HR is asked what was done.',
    fields: (plan) => [
      {
        name: '/by',
        label: 'Who asked',
        input: 'choice',
        options: plan ? [subject(plan)] : [],
        ...(plan && { value: subject(plan).value }),
      },
    ],
  },
  correct_address: {
    title: 'Correct an address',
    group: 'People and hours',
    hint: 'Where somebody’s mail goes from now on. Links that were mailed before open nothing any more; what is still asked is mailed again.',
    done: 'The address is corrected.',
    fields: (plan) => [
      {
        name: '/participant',
        label: 'Whose address',
        input: 'choice',
        options: plan ? withAddresses(plan) : [],
      },
      {
        name: '/email',
        label: 'E-mail address',
        hint: 'When mail to it came back, was marked as unwanted or was meant for somebody else: the same address again says that it is right.',
        input: 'email',
      },
    ],
    starts: (plan, given) => {
      const email = addressOf(plan, given.get('/participant') ?? '');
      return email === undefined ? {} : { '/email': email };
    },
  },
  serve_on_paper: {
    title: 'Record what was served on paper',
    group: 'People and hours',
    hint: 'An open question was handed over on paper before a witness. Whoever got it counts as reached, and hears by mail what was recorded.',
    done: 'What was served on paper is recorded.',
    needs: (plan) => emptyWhen(onPaper(plan), 'Nothing is asked of anybody now that could be handed over.'),
    fields: (plan) => [
      {
        name: '/requestId',
        label: 'What was handed over',
        input: 'choice',
        options: plan ? onPaper(plan) : [],
      },
      { name: '/to', label: 'To whom', input: 'choice', options: plan ? askedPeople(plan) : [] },
      { name: '/on', label: 'On which day', input: 'day' },
      {
        name: '/witness',
        label: 'Who saw it',
        hint: 'Somebody else than whoever got it and the person the plan is about.',
        input: 'line',
      },
      {
        name: '/signed',
        label: 'What they did with it',
        hint: 'Leave it open when they took it and said nothing yet.',
        input: 'choice',
        options: SIGNED,
        optional: true,
        as: 'boolean',
      },
      {
        name: '/typedName',
        label: 'Name as they signed it',
        hint: 'Of an acknowledgement that they signed.',
        input: 'line',
        optional: true,
      },
      {
        name: '/reason',
        label: 'Why they would not sign',
        hint: 'If they said.',
        input: 'text',
        optional: true,
      },
    ],
  },
} satisfies Partial<Record<ActionType, Action>>;

/** An id for somebody who comes new to a plan: theirs if the plan knows them, else made of their name. */
export function idFor(name: string, email: string, plan: Plan | undefined): string {
  const known = plan?.draft.participants.find(
    (person) => person.email.toLowerCase() === email.trim().toLowerCase(),
  );
  if (known) return known.id;
  const taken = plan ? [...plan.draft.participants, ...plan.former].map(({ id }) => id) : [];
  const plain = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^A-Za-z0-9]+/g, '-');
  const base =
    plain
      .replaceAll(/^-+|-+$/g, '')
      .toLowerCase()
      .slice(0, 36) || 'manager';
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? base : `${base}-${number}`;
    if (!taken.includes(id)) return id;
  }
}
