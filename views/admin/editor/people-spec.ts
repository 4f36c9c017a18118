import { LANGUAGES, ROLES } from '../../../domain/plan.ts';
import { en } from '../../words/en.ts';
import type { Group, List } from './spec.ts';

const { roles } = en.common;
const LANGUAGE_NAMES = { en: 'English', es: 'Spanish' } as const;

/** Who takes part. */
export const participants: List = {
  is: 'list',
  label: 'People',
  one: 'a person',
  hint: 'Everybody who is asked, decides or is told something.',
  of: {
    is: 'group',
    label: 'Person',
    fields: {
      role: {
        is: 'choice',
        label: 'Part in the plan',
        options: ROLES.map((role) => [role, roles[role]] as const),
      },
      name: { is: 'line', label: 'Name' },
      email: { is: 'line', label: 'E-mail address' },
      language: {
        is: 'choice',
        label: 'Language',
        optional: true,
        options: LANGUAGES.map((tag) => [tag, LANGUAGE_NAMES[tag]] as const),
      },
      timeZone: { is: 'zone', label: 'Time zone, if another', optional: true },
      id: {
        is: 'line',
        label: 'Short id in the record',
        hint: 'Made for you when left empty.',
      },
    },
  },
};

/** Whom the plan is about. */
export const subject: Group = {
  is: 'group',
  label: 'Whom the plan is about',
  fields: {
    type: {
      is: 'choice',
      label: 'The plan is for',
      options: [
        ['employee', 'An employee'],
        ['department', 'A department'],
        ['program', 'A program'],
      ],
    },
    participant: { is: 'person', label: 'Person', hint: 'Of a department or program: who heads it.' },
    agency: { is: 'line', label: 'Agency', optional: true },
    jobTitle: { is: 'line', label: 'Job title', optional: true },
    serviceType: { is: 'line', label: 'Type of service', optional: true },
    grade: { is: 'line', label: 'Grade', optional: true },
    bargainingUnit: { is: 'line', label: 'Bargaining unit', optional: true },
    probationary: { is: 'yes-no', label: 'In a probationary period?', optional: true },
    supervises: { is: 'yes-no', label: 'Supervises others?', optional: true },
    evaluationReceived: {
      is: 'day',
      label: 'Evaluation received on',
      hint: 'Some rules count the days to the plan from it.',
      optional: true,
    },
    appraisalPeriodEnds: { is: 'day', label: 'Next full appraisal period ends on', optional: true },
  },
};
