import type { Example } from './example.ts';
import { examplePlan } from './example-plan.ts';

/** Stands for the id that the answer to the first of them gives. */
export const EXAMPLE_JOB = 'jobexampleexampleexampl';

const ofJob = { params: { jobId: EXAMPLE_JOB } };
const DAYS = new Map([
  ['2026-12-18', '2027-09-17'],
  ['2027-01-04', '2027-10-01'],
  ['2027-01-15', '2027-10-15'],
  ['2027-01-29', '2027-10-29'],
]);
const movedTo = (day: string): string => DAYS.get(day) ?? day;

const sent = examplePlan('us-dc-6b1410');
const plan = {
  ...sent,
  startDate: '2027-09-07',
  endDate: '2027-11-05',
  items: sent.items.map((item) => ({
    ...item,
    checkIns: item.checkIns.map((checkIn) => ({ ...checkIn, date: movedTo(checkIn.date) })),
    support: item.support.map((promise) => ({ ...promise, due: movedTo(promise.due) })),
  })),
};

const act = (step: string, says: string): Example => ({
  route: `POST /api/imports/{jobId}/${step}`,
  name: step,
  says,
  ...ofJob,
  status: 202,
});

export const IMPORT_EXAMPLES: readonly Example[] = [
  {
    route: 'POST /api/imports',
    name: 'begin',
    says: 'A file of drafts in JSON.',
    body: { format: 'json', name: 'september.json' },
    status: 201,
  },
  {
    route: 'POST /api/imports/{jobId}/parts/{part}',
    name: 'only-part',
    says: 'The file has one part, with a good row and one that breaks a rule.',
    params: { jobId: EXAMPLE_JOB, part: '0' },
    body: [plan, { ...plan, title: '' }],
    status: 200,
  },
  act('check', 'Every row is looked at.'),
  {
    route: 'GET /api/imports/{jobId}',
    name: 'checked',
    says: 'One row is good, one is not.',
    ...ofJob,
    status: 200,
  },
  {
    route: 'POST /api/imports/{jobId}/start',
    name: 'start',
    says: 'The good row becomes a draft.',
    ...ofJob,
    // biome-ignore lint/suspicious/noThenProperty: the word for it in the API
    body: { then: 'draft' },
    status: 202,
  },
  {
    route: 'GET /api/imports/{jobId}/results',
    name: 'results',
    says: 'How the rows came out.',
    ...ofJob,
    status: 200,
  },
  {
    route: 'GET /api/imports/{jobId}',
    name: 'no-such-import',
    says: 'There is no import with this id.',
    params: { jobId: 'jobaaaaaaaaaaaaaaaaaaaa' },
    status: 404,
  },
];
