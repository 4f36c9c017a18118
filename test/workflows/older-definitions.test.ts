import { describe, expect, test } from 'vitest';
import type { JobStart } from '../../adapters/jobs.ts';
import type { BulkEvent } from '../../functions/jobs/shapes.ts';
import { work } from '../../functions/jobs/work.ts';
import { capturedLogs } from '../functions/logs.ts';
import { planFile } from '../support/plan-file.ts';
import { dcDraft } from '../support/plans.ts';
import { everSent, type Sent } from './asl.ts';
import { bulkAt, PRIYA } from './bulk-driven.ts';
import { type Driven, drivenAt } from './driven.ts';
import { live, waitsOf } from './live.ts';

capturedLogs();

const START = '2026-12-01T15:00:00Z';

/** Lets the plan live on, the sweeper coming by when its execution is over and it is not. */
async function liveAndSweep(driven: Driven, planId: string) {
  for (let round = 0; round < 20; round++) {
    const plan = await live(driven, planId);
    if (plan.status === 'closed') return plan;
    const [summary] = (await driven.ports.store.list({}, driven.now())).plans;
    const due = Date.parse(summary?.nextDueAt ?? '') + 15 * 60_000;
    await driven.clock.advanceTo(Math.max(due, driven.clock.now() + 15 * 60_000));
    await driven.sweep();
  }
  throw new Error('The plan never came to an end.');
}

test('INV-18, SFN-8: a plan that began on the first definition there was ends with the functions of today', async () => {
  const driven = drivenAt(START);
  driven.deployBefore('plan-lifecycle.1');
  const planId = await driven.launch(dcDraft());
  await live(driven, planId, { until: '2026-12-10T00:00:00Z' });
  expect(waitsOf(driven, planId, 1)).toContain('Wait for the start date');

  driven.deployToday();
  const plan = await liveAndSweep(driven, planId);
  expect(plan).toMatchObject({ status: 'closed', outcome: 'met' });
  // It is sent to a wait that it does not know, and a run of today's definition takes the plan over.
  const first = driven.history(planId, 1);
  expect([first.status, waitsOf(driven, planId, 1).at(-1)]).toEqual(['FAILED', 'Unknown next step']);
  expect(plan.run).toBe(2);
  expect(driven.history(planId, 2).status).toBe('SUCCEEDED');
  const keys = driven.world.mails().map(({ outboxKey }) => outboxKey);
  expect(new Set(keys).size).toBe(keys.length);
});

test('SFN-8: an execution keeps the definition that it began with; only new ones follow the new one', async () => {
  const driven = drivenAt(START);
  const planId = await driven.launch(dcDraft());
  driven.deployBefore('plan-lifecycle.1');
  const plan = await live(driven, planId);
  expect(plan).toMatchObject({ status: 'closed', run: 1 });
  expect(waitsOf(driven, planId, 1)).toContain('Await word on promised support');
});

describe('INV-18: what definitions of the plan’s life ever sent is understood by the function of today', () => {
  const { sent } = everSent('plan-lifecycle');
  test.each(sent.map((each) => ({ ...each, fields: Object.keys(each.payload).join(', ') })))(
    '$state: $fields',
    async ({ payload }) => {
      const driven = drivenAt(START);
      const planId = await driven.launch(dcDraft());
      const answer = await driven.task({ ...payload, planId });
      if (payload.action !== 'next') expect(answer).toEqual({});
      else expect(answer).toMatchObject({ state: 'Await acknowledgements', until: expect.any(String) });
      // Once more, as Step Functions may: the same, and nothing new in the record.
      const events = (await driven.ports.store.events(planId)).length;
      expect(await driven.task({ ...payload, planId })).toEqual(answer);
      if (payload.action !== 'failed') expect(await driven.ports.store.events(planId)).toHaveLength(events);
    },
  );
});

describe('INV-18: what definitions of bulk work ever sent is understood by the worker of today', () => {
  const { sent } = everSent('bulk-work');
  const versions = new Set(sent.map(({ payload }) => payload.schemaVersion));

  /** A file that was uploaded, and whose check has begun. */
  async function begun() {
    const world = bulkAt(START);
    const jobId = await world.jobs.create({ kind: 'import', name: 'plans.csv', format: 'csv', by: PRIYA });
    await world.jobs.putSlice(jobId, 0, planFile(3), PRIYA);
    const phase = 'check';
    const starts: JobStart[] = [
      { attempt: 1, phase, at: START, by: { id: PRIYA.id, name: `${PRIYA.name}` } },
    ];
    await world.rows.change(jobId, { status: 'running', phase, attempt: 1, starts });
    const send = ({ payload }: Sent) => work({ ...payload, jobId } as unknown as BulkEvent, world.ports);
    return { jobId, send, job: () => world.jobs.get(jobId) };
  }

  test.each([...versions])('with schemaVersion %s', async (version) => {
    const ofVersion = sent.filter(({ payload }) => payload.schemaVersion === version);
    const [failed] = ofVersion.filter(({ payload }) => payload.action === 'failed');
    const { send, job } = await begun();
    for (const each of ofVersion) if (each !== failed) await send(each);
    expect(await job()).toMatchObject({ status: 'checked', good: 3 });

    const other = await begun();
    await other.send(failed as Sent);
    expect(await other.job()).toMatchObject({ status: 'failed', error: 'States.Timeout' });
  });
});
