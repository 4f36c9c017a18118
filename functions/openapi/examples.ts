import ANSWERS from './answers.json' with { type: 'json' };
import { COMMAND_EXAMPLES } from './command-examples.ts';
import { type Example, FIRST } from './example.ts';
import { examplePlan } from './example-plan.ts';
import { IMPORT_EXAMPLES } from './import-examples.ts';

export type { Example } from './example.ts';

const ofFirst = { params: { planId: FIRST.id } };

/** What is done before and after the commands, in an order in which all of it works. */
const DRAFTS: readonly Example[] = [
  {
    route: 'POST /api/plans',
    name: 'draft',
    says: 'A draft becomes a plan.',
    headers: { 'Idempotency-Key': FIRST.key },
    body: examplePlan('us-dc-6b1410'),
    status: 201,
  },
  {
    route: 'POST /api/plans',
    name: 'sent-again',
    says: 'The same key and the same draft: no second plan.',
    headers: { 'Idempotency-Key': FIRST.key },
    body: examplePlan('us-dc-6b1410'),
    status: 201,
  },
  {
    route: 'POST /api/plans',
    name: 'key-reused',
    says: 'The same key and another draft.',
    headers: { 'Idempotency-Key': FIRST.key },
    body: { ...examplePlan('us-dc-6b1410'), title: 'Another plan' },
    status: 422,
  },
  {
    route: 'POST /api/plans',
    name: 'broken',
    says: 'Every broken rule is said, with its field and the way out.',
    body: { ...examplePlan('us-dc-6b1410'), title: '', endDate: '2026-12-08' },
    status: 422,
  },
  {
    route: 'POST /api/plans/preview',
    name: 'everybody-answers',
    says: 'How it would go when everybody answers and one week of absence is known ahead.',
    body: {
      draft: examplePlan('us-dc-6b1410'),
      whatIf: { people: 'answer', absences: [{ from: '2026-12-21', until: '2026-12-27' }] },
    },
    status: 200,
  },
];

const READS: readonly Example[] = [
  {
    route: 'GET /api/plans',
    name: 'waiting-for-the-supervisor',
    says: 'Plans that wait for a supervisor.',
    query: { waitingOn: 'supervisor', limit: '10' },
    status: 200,
  },
  {
    route: 'GET /api/plans',
    name: 'unknown-status',
    says: 'A filter with a value it cannot have.',
    query: { status: 'lost' },
    status: 422,
  },
  { route: 'GET /api/plans/{planId}', name: 'in-full', says: 'As HR reads it.', ...ofFirst, status: 200 },
  {
    route: 'GET /api/plans/{planId}',
    name: 'for-its-manager',
    says: 'As its supervisor reads it.',
    ...ofFirst,
    caller: 'manager',
    status: 200,
  },
  {
    route: 'GET /api/plans/{planId}',
    name: 'no-such-plan',
    says: 'There is no plan with this id.',
    params: { planId: 'plnaaaaaaaaaaaaaaaaaaaa' },
    status: 404,
  },
  {
    route: 'GET /api/plans/{planId}/events',
    name: 'first-page',
    says: 'The first two events; cursor leads on.',
    ...ofFirst,
    query: { limit: '2' },
    status: 200,
  },
  {
    route: 'GET /api/plans/{planId}/events',
    name: 'bad-cursor',
    says: 'A cursor that this list never gave out.',
    ...ofFirst,
    query: { cursor: 'x' },
    status: 400,
  },
  {
    route: 'GET /api/plans/{planId}/timeline',
    name: 'in-spanish',
    says: 'The first two sentences, in Spanish.',
    ...ofFirst,
    query: { language: 'es', limit: '2' },
    status: 200,
  },
  {
    route: 'GET /api/plans/{planId}/record',
    name: 'record',
    says: 'The sealed record.',
    ...ofFirst,
    status: 200,
  },
  { route: 'GET /api/packs', name: 'first', says: 'The first pack.', query: { limit: '1' }, status: 200 },
];

const LATER: readonly Example[] = [
  {
    route: 'GET /api/reports',
    name: 'two-quarters',
    says: 'The plans whose last day lies in the first half of 2027.',
    query: { from: '2027-Q1', to: '2027-Q2' },
    status: 200,
  },
  {
    route: 'GET /api/reports',
    name: 'backwards',
    says: 'The last quarter is before the first.',
    query: { from: '2027-Q2', to: '2027-Q1' },
    status: 422,
  },
  { route: 'GET /api/openapi.json', name: 'document', says: 'This document.', status: 200 },
];

/** Every example of the reference, in an order in which all of it can be sent to one app, one after the other. */
export const EXAMPLES: readonly Example[] = [
  ...DRAFTS,
  ...COMMAND_EXAMPLES.early,
  ...READS,
  ...COMMAND_EXAMPLES.later,
  ...IMPORT_EXAMPLES,
  ...LATER,
];

/** What the app answered to it, lists cut to two entries; `undefined` of what is too long to show. */
export const answerExample = ({ route, name }: Example): unknown =>
  (ANSWERS as Record<string, unknown>)[`${route} ${name}`];
