import { type Example, FIRST, SECOND, THIRD } from './example.ts';
import { examplePlan } from './example-plan.ts';

const ROUTE = 'POST /api/plans/{planId}/commands';

type More = Partial<Pick<Example, 'headers' | 'status' | 'at'>>;

const command = (
  planId: string,
  name: string,
  says: string,
  body: { type: string; [field: string]: unknown },
  more: More = {},
): Example => ({ route: ROUTE, name, says, params: { planId }, body, status: 200, ...more });

const draft = ({ key }: { key: string }, name: string, pack: 'us-dc-6b1410' | 'us-fed-432'): Example => ({
  route: 'POST /api/plans',
  name,
  says: 'Another plan.',
  headers: { 'Idempotency-Key': key },
  body: examplePlan(pack),
  status: 201,
});

const first = command.bind(undefined, FIRST.id);
const second = command.bind(undefined, SECOND.id);
const third = command.bind(undefined, THIRD.id);

/** Until the plans run. */
const early: readonly Example[] = [
  first('return_draft', 'Whoever approves it asks for a change first.', {
    type: 'return_draft',
    comment: 'Say in the title that the pace is meant as well.',
  }),
  first('redraft', 'The whole text anew.', {
    type: 'redraft',
    version: 2,
    draft: { ...examplePlan('us-dc-6b1410'), title: 'Permit reviews: accuracy, pace and answers' },
    note: 'The title names all three items.',
  }),
  first('tried', 'What an approval would do; nothing is kept.', { type: 'approve', dryRun: true }),
  first(
    'approve',
    'Only if the plan still reads as it was read.',
    { type: 'approve', comment: 'Read with the manager.' },
    { headers: { 'If-Match': '"3"' } },
  ),
  first(
    'moved-on',
    'Somebody was faster.',
    { type: 'launch' },
    { headers: { 'If-Match': '"3"' }, status: 412 },
  ),
  first('launch', 'The plan follows itself up from here.', { type: 'launch' }),
  first('too-late', 'What makes no sense any more.', { type: 'share' }, { status: 409 }),
  draft(SECOND, 'second', 'us-fed-432'),
  second('approve-second', 'Another plan is approved.', { type: 'approve' }),
  second('launch-second', 'And launched.', { type: 'launch' }),
  draft(THIRD, 'third', 'us-dc-6b1410'),
  third('approve-third', 'A third one is approved.', { type: 'approve' }),
  third('share', 'The employee has the draft and may respond.', { type: 'share' }),
  third('withdraw', 'It is taken back.', { type: 'withdraw', reason: 'She moved to another unit.' }),
  first('serve_on_paper', 'Handed over on paper, before a witness.', {
    type: 'serve_on_paper',
    requestId: 'acknowledgement',
    to: 'employee',
    on: '2026-12-01',
    witness: 'Sam Ortiz',
  }),
  first('correct_address', 'Mail goes to another address from now on.', {
    type: 'correct_address',
    participant: 'reviewer',
    email: 'morgan.ellis@buildings.example',
  }),
];

/** While they run, and after. */
const later: readonly Example[] = [
  first(
    'readings',
    'What the case system measured.',
    {
      type: 'readings',
      readings: [{ item: 'accuracy', date: '2026-12-18', value: 28, source: 'Case system' }],
    },
    { headers: { 'Idempotency-Key': 'case-system-2026-12-18' }, at: '2026-12-18T15:00:00Z' },
  ),
  first('readings-csv', 'The same as a file.', {
    type: 'readings',
    csv: 'item,date,value,source\nreviews,2026-12-18,13,Case system\n',
  }),
  first(
    'training_completed',
    'A training system says that a promised training was attended.',
    {
      type: 'training_completed',
      item: 'accuracy',
      promise: 1,
      due: '2026-12-18',
      on: '2026-12-17',
      evidence: 'Course 2041, certificate 88213',
    },
    { headers: { 'Idempotency-Key': 'lms-88213' } },
  ),
  first('recognise', 'Something that went well.', {
    type: 'recognise',
    text: 'Cleared the holiday backlog alone.',
    by: 'supervisor',
    item: 'reviews',
  }),
  first(
    'note',
    'A letter that came another way; the key keeps a repeat from adding it twice.',
    { type: 'note', text: 'I got the plan by post.', requestId: 'acknowledgement', from: 'employee' },
    { headers: { 'Idempotency-Key': 'letter-17' } },
  ),
  first(
    'note-again',
    'Sent again: answered as the first time, and nothing is added.',
    { type: 'note', text: 'I got the plan by post.', requestId: 'acknowledgement', from: 'employee' },
    { headers: { 'Idempotency-Key': 'letter-17' } },
  ),
  first('accommodation', 'The employee asked for an adjustment.', { type: 'accommodation', by: 'employee' }),
  first('amend', 'A new version of the plan.', {
    type: 'amend',
    changes: { title: 'Permit reviews: accuracy, pace, answers' },
    reason: 'Shorter.',
  }),
  first('reduce_capacity', 'Fewer hours, smaller targets.', {
    type: 'reduce_capacity',
    percent: 60,
    items: ['reviews'],
    signedOffBy: 'hr',
    reason: 'Works three days a week until March.',
  }),
  first('pause', 'An absence that is known ahead.', {
    type: 'pause',
    from: '2026-12-21',
    until: '2027-01-03',
    reason: 'approved_absence',
  }),
  first('cancel_pause', 'It is taken back.', { type: 'cancel_pause', from: '2026-12-21' }),
  first('pause-now', 'An absence from today on, nobody knows for how long.', {
    type: 'pause',
    from: '2026-12-18',
    reason: 'approved_absence',
  }),
  first(
    'resume',
    'The clock runs again.',
    { type: 'resume', on: '2026-12-22' },
    { at: '2026-12-22T15:00:00Z' },
  ),
  first('change_manager', 'Somebody else supervises.', {
    type: 'change_manager',
    supervisor: { id: 'lee', role: 'supervisor', name: 'Lee Park', email: 'lee.park@agency.example' },
    reason: 'Dana Whitfield leads another unit from Monday.',
    handover: 'The first check-in went well.',
  }),
  first(
    'broken',
    'A day that does not exist.',
    { type: 'extend', endDate: 'soon', reason: '' },
    { status: 422 },
  ),
  first('extend', 'More time.', {
    type: 'extend',
    endDate: '2027-03-10',
    reason: 'The new case system came a month late.',
  }),
  first('hold', 'The record is kept, whatever its age.', { type: 'hold', reason: 'Claim 2027-114.' }),
  first('release_hold', 'And need not be any more.', { type: 'release_hold', reason: 'Claim settled.' }),
  second(
    'end_early',
    'Met before the last day.',
    {
      type: 'end_early',
      by: 'supervisor',
      typedName: 'Dana Whitfield',
      summary: 'Every target was reached two check-ins in a row.',
    },
    { at: '2027-01-20T15:00:00Z' },
  ),
  second(
    'relapse',
    'It did not hold within the time that is watched.',
    { type: 'relapse', date: '2027-02-10', item: 'accuracy', what: '12 of 30 reviews were returned.' },
    { at: '2027-02-12T15:00:00Z' },
  ),
];

export const COMMAND_EXAMPLES = { early, later } as const;
