import { beforeEach, expect, test } from 'vitest';
import { ApiDoor } from './api-door.ts';
import { capturedLogs } from './logs.ts';

let door: ApiDoor;
let planId: string;
capturedLogs();
beforeEach(async () => {
  door = new ApiDoor();
  planId = await door.drafted();
  await door.command(planId, { type: 'approve' });
  await door.command(planId, { type: 'launch' });
  await door.until(planId, '2026-12-02T15:00:00Z');
});

const paper = {
  type: 'serve_on_paper',
  requestId: 'acknowledgement',
  to: 'employee',
  on: '2026-12-02',
  witness: 'Sam Ortiz',
};
const GIVEN =
  'It will be on record that Jordan Reyes was given the acknowledgement on paper on Wednesday, December 2, 2026';

test('trying a paper says who, on what day, signed by what name, before whom, and who is written to', async () => {
  const body = { ...paper, signed: true, typedName: 'J. Reyes', dryRun: true };
  const { status, json } = await door.command(planId, body);
  expect(status).toBe(200);
  expect(json.preview).toEqual([
    { what: 'ServedOnPaper', text: `${GIVEN} and signed for it, with Sam Ortiz as witness.` },
    {
      what: 'RequestAnswered',
      text: 'That will be the answer of Jordan Reyes: received on paper, signed with the name “J. Reyes”.',
    },
  ]);
  expect(json.mails).toEqual([{ to: 'Jordan Reyes', template: 'served-on-paper' }]);
});

test('trying to put a paper right says that it takes the place of what was recorded', async () => {
  await door.command(planId, { ...paper, signed: true, typedName: 'J. Reyes' });
  const { json } = await door.command(planId, { ...paper, dryRun: true });
  expect(json.preview).toEqual([
    {
      what: 'ServedOnPaper',
      text: `${GIVEN}, with Sam Ortiz as witness. This takes the place of what was recorded of a paper before, and of any answer on it.`,
    },
  ]);
});

test('a day that cannot be read is answered with how days are written', async () => {
  const { status, json } = await door.command(planId, { ...paper, on: '4 January' });
  expect(status).toBe(422);
  expect(json.errors).toMatchObject([
    { field: '/on', message: 'There is no such day: write one that exists, as YYYY-MM-DD.' },
  ]);
});
