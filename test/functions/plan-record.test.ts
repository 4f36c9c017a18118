import { expect, test } from 'vitest';
import { readRecord } from '../../adapters/record-file.ts';
import { verdictOn } from '../../adapters/verify-record.ts';
import { planRecord } from '../../functions/api/plan-record.ts';
import { api } from '../../functions/chains.ts';
import { StoredPlan } from '../support/stored-plan.ts';
import { CONTEXT, httpEvent } from './lambda.ts';
import { capturedLogs } from './logs.ts';
import { worldAt } from './ports.ts';

capturedLogs();
const ROUTE = 'GET /api/plans/{planId}/record';
const world = worldAt('2026-12-01T15:00:00Z');
const exported = async (planId: string) => {
  const door = api(planRecord, world.ports);
  const answer = await door(httpEvent(ROUTE, { params: { planId }, caller: 'hr@agency.example' }), CONTEXT);
  return { ...answer, body: String(answer.body) };
};

test('a record leaves the door as one file that verifies without us', async () => {
  const plan = await new StoredPlan(world.ports.store).launch();
  await plan.sign('employee', 'Jordan Reyes 👍');
  const [mail] = (await world.ports.store.outbox(plan.id)).filter(({ kind }) => kind === 'mail');
  const key = mail?.key ?? '';
  await world.ports.store.claim(plan.id, key, world.now, 60);
  const sent = { status: 'SENT', messageId: 'ses-1', settledAt: '2026-12-01T15:00:02Z' } as const;
  await world.ports.store.settle(plan.id, key, sent);
  world.now = '2027-03-01T09:00:00Z';

  const { statusCode, headers, body } = await exported(plan.id);

  expect(statusCode).toBe(200);
  expect(headers).toMatchObject({
    'Content-Type': 'application/json',
    'Content-Disposition': `attachment; filename="${plan.id}-record.json"`,
  });
  const events = await world.ports.store.events(plan.id);
  const { packet } = readRecord(Buffer.from(body));
  expect(packet).toEqual({
    format: 'pip-follow-up/record',
    version: 1,
    planId: plan.id,
    exportedAt: world.now,
    pack: { ref: 'us-dc-6b1410@2024-12', text: world.ports.library.pack('us-dc-6b1410@2024-12') },
    events,
    mails: [
      {
        key,
        template: 'request-opened',
        to: 'employee',
        requestId: 'acknowledgement',
        owedAt: '2026-12-01T15:00:00Z',
        sentAt: '2026-12-01T15:00:02Z',
        messageId: 'ses-1',
      },
    ],
    head: events.at(-1)?.hash,
    manifest: {
      hash: 'SHA-256',
      canonicalJson: 'RFC 8785',
      chainStart: events[0]?.prev,
      events: events.length,
      firstAt: '2026-12-01T15:00:00Z',
      lastAt: '2026-12-01T15:00:00Z',
      seal: expect.stringMatching(/^[0-9a-f]{64}$/),
    },
  });
  expect(verdictOn(Buffer.from(body), packet.head)).toEqual({
    exit: 0,
    text: expect.stringMatching(
      new RegExp(`^${events.length} events, unbroken, head ${packet.head}\\.\n\nSignature at event 5\n`),
    ),
  });
});

test('scenario 12: one altered byte of the file, and the check names the event', async () => {
  const plan = await new StoredPlan(world.ports.store).launch();
  await plan.sign('employee', 'Jordan Reyes');
  const { body } = await exported(plan.id);
  const altered = Buffer.from(body);
  const place = altered.indexOf('"typedName":"Jordan') + '"typedName":"J'.length;
  altered[place] = 'a'.charCodeAt(0);

  expect(verdictOn(altered)).toMatchObject({
    exit: 1,
    text: expect.stringMatching(/^BROKEN at event 5 \(RequestAnswered, 2026-12-01T15:00:00Z\)/),
  });
});

test('a plan that is not there has no record, and one that was deleted shows its certificate', async () => {
  const absent = await exported(`pln${'a'.repeat(20)}`);
  expect([absent.statusCode, JSON.parse(absent.body).code]).toEqual([404, 'plan_not_found']);

  const plan = await new StoredPlan(world.ports.store).launch();
  await plan.commit({ type: 'WithdrawPlan', reason: 'Moved to another post.' });
  const certificate = await world.ports.store.erase(plan.id, {
    ...plan.context(),
    now: '2030-01-01T00:00:00Z',
  });
  const gone = await exported(plan.id);

  expect(gone.statusCode).toBe(410);
  expect(JSON.parse(gone.body)).toEqual({
    type: 'urn:pip-follow-up:problem:erased',
    title: 'Deleted',
    status: 410,
    code: 'erased',
    detail: 'The record of this plan was deleted when the time it has to be kept was over.',
    wayOut: 'Nothing: it cannot be brought back. The certificate says by which rule it was deleted.',
    certificate,
  });
});
