import { expect, test } from 'vitest';
import type { Request } from '../../domain/index.ts';
import { capturedLogs } from '../functions/logs.ts';
import { signed } from '../support/answers.ts';
import { dcDraft } from '../support/plans.ts';
import { type Driven, drivenAt } from './driven.ts';
import { live, waitsOf } from './live.ts';

capturedLogs();

const START = '2026-12-01T15:00:00Z';
const DAY = 86_400_000;

async function launched() {
  const driven = drivenAt(START);
  return { driven, planId: await driven.launch(dcDraft()) };
}

const acknowledgement = async (driven: Driven, planId: string): Promise<Request> =>
  (await driven.plan(planId)).requests.acknowledgement as Request;

async function sign(driven: Driven, planId: string): Promise<void> {
  const request = await acknowledgement(driven, planId);
  for (const { participant } of request.respondents)
    await driven.record(planId, request, participant, signed('Signed Here'));
}

test('SFN-3: an answer that comes before its token is kept wakes the wait all the same', async () => {
  const driven = drivenAt(START);
  const { store } = driven.ports;
  const putWait = store.putWait.bind(store);
  let races = 0;
  store.putWait = async (planId, wait) => {
    if (races++ === 0) await sign(driven, planId);
    return putWait(planId, wait);
  };
  const planId = await driven.launch(dcDraft());
  expect(races).toBe(2);
  expect(waitsOf(driven, planId)).toEqual(['Await acknowledgements', 'Wait for the start date']);
});

test('SFN-4: an answer is recorded first; a signal that is lost is given again, and one that comes too late is no failure', async () => {
  const { driven, planId } = await launched();
  const { answer } = driven.ports.workflows;
  let lost = 0;
  driven.ports.workflows.answer = async () => {
    lost++;
    throw new Error('The connection was lost.');
  };
  await sign(driven, planId);
  expect((await acknowledgement(driven, planId)).status).toBe('answered');
  await driven.clock.advanceTo(driven.clock.now() + 60_000);
  expect(lost).toBeGreaterThan(0);
  expect(waitsOf(driven, planId)).toEqual(['Await acknowledgements']);

  const said: string[] = [];
  driven.ports.workflows.answer = async (...call) => {
    const first = await answer(...call);
    // Delivered twice, as a stream may: the second time nobody waits any more.
    said.push(first, await answer(...call));
    return first;
  };
  await driven.clock.advanceTo(driven.clock.now() + 30 * 60_000);
  await driven.sweep();
  expect(said).toEqual(['answered', 'gone']);
  expect(waitsOf(driven, planId)).toEqual(['Await acknowledgements', 'Wait for the start date']);
  const signals = (await driven.ports.store.outbox(planId)).filter(({ kind }) => kind === 'answer-task');
  expect(signals.map(({ status }) => status)).toEqual(['DONE']);
});

test('SFN-5: an execution is called by its plan and run, so that a start that is repeated starts nothing', async () => {
  const { driven, planId } = await launched();
  await driven.ports.workflows.start(planId, 1, START);
  const { executions } = driven.engine.listExecutions({
    stateMachineArn: driven.machine,
  }) as { executions: { name: string }[] };
  expect(executions.map(({ name }) => name)).toEqual([`${planId}-r1`]);
});

test('SFN-5: one run drives a plan; another one of an older number ends quietly and changes nothing', async () => {
  const { driven, planId } = await launched();
  await driven.command(planId, { type: 'pause', from: '2026-12-01', reason: 'approved_absence' });
  const { run, version } = await driven.plan(planId);
  expect(run).toBeGreaterThan(1);
  const old = { action: 'next', planId, run: run - 1, schemaVersion: 1 };
  expect(await driven.task(old)).toEqual({ state: 'A newer run drives this plan' });
  expect((await driven.plan(planId)).version).toBe(version);
});

test('SFN-6: a whole life leaves ids and moments in the histories, and nothing of anybody', async () => {
  const { driven, planId } = await launched();
  driven.failures.push(new TypeError('dana.whitfield@agency.example is not a function'));
  const plan = await live(driven, planId, {
    says: ({ kind }) => (kind === 'acknowledgement' ? signed('Very Private Name') : undefined),
  });
  expect(plan.status).toBe('closed');
  const told = JSON.stringify(
    Array.from({ length: plan.run }, (_, run) => driven.history(planId, run + 1).events).map((events) =>
      // What a function threw is there as it threw it: it throws only names (test/functions/chains.test.ts).
      events.filter(({ type }) => type !== 'TaskFailed'),
    ),
  );
  const people = plan.draft.participants.flatMap(({ name, email }) => [name, email]);
  expect([...people, 'Very Private Name', '@'].filter((word) => told.includes(word))).toEqual([]);
});

test('SFN-7: a date that is moved while the workflow sleeps is slept until by another run, to the moment', async () => {
  const { driven, planId } = await launched();
  await live(driven, planId, { until: '2026-12-08T00:00:00Z' });
  const before = await driven.plan(planId);
  const reason = 'approved_absence';
  await driven.command(planId, { type: 'pause', from: '2026-12-10', until: '2026-12-20', reason });
  const after = await driven.plan(planId);
  expect(after.run).toBe(before.run + 1);
  expect(driven.history(planId, before.run).status).toBe('ABORTED');
  expect(waitsOf(driven, planId, after.run)).toEqual(['Wait for a planned absence']);
  // The clock of the plan stops as that day begins in its zone.
  expect(driven.clock.pending().map(({ at }) => new Date(at).toISOString())).toContain(
    '2026-12-10T05:00:00.000Z',
  );
});

test('SFN-8: the same task once more commits nothing and says the same', async () => {
  const { driven, planId } = await launched();
  const wait = { awaiting: 'Await acknowledgements', until: '2026-12-03T14:00:00Z' };
  for (const more of [{ action: 'next' }, { action: 'await', taskToken: 'again', ...wait }]) {
    const event = { planId, run: 1, schemaVersion: 1, ...more };
    const first = await driven.task(event);
    const { version } = await driven.plan(planId);
    expect(await driven.task(event)).toEqual(first);
    expect((await driven.plan(planId)).version).toBe(version);
  }
});

test('SFN-12: an execution of a plan in which nobody ever answers anything stays far below 20,000 events in its year', async () => {
  const { driven, planId } = await launched();
  const from = driven.clock.now();
  await live(driven, planId, { heard: () => false, until: '2027-02-15T00:00:00Z' });
  const plan = await driven.plan(planId);
  const counts = Array.from({ length: plan.run }, (_, run) => driven.eventCount(planId, run + 1));
  const days = Math.max(60, (driven.clock.now() - from) / DAY);
  const most = Math.max(...counts);
  expect(most).toBeGreaterThan(100);
  expect((most / days) * 350).toBeLessThan(20_000 / 2);
});
