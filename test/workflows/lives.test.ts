import { describe, expect, test } from 'vitest';
import type { Answer, PlanDraft, Request } from '../../domain/index.ts';
import { capturedLogs } from '../functions/logs.ts';
import { decided, REASONS, rated } from '../support/answers.ts';
import { dcDraft } from '../support/plans.ts';
import { type Driven, drivenAt } from './driven.ts';
import { live, waitsOf } from './live.ts';

capturedLogs();

const START = '2026-12-01T15:00:00Z';
const NEWER = 'A newer run drives this plan';

const eventTypes = async (driven: Driven, planId: string): Promise<string[]> =>
  (await driven.ports.store.events(planId)).map(({ type }) => type);

/** No effect is left undone by the next morning, and no mail was sent twice. */
async function expectNothingOwed(driven: Driven, planId: string): Promise<void> {
  await driven.clock.advanceTo(driven.clock.now() + 12 * 60 * 60 * 1000);
  expect((await driven.ports.store.outbox(planId)).map(({ status }) => status)).not.toContain('PENDING');
  const keys = driven.world.mails().map(({ outboxKey }) => outboxKey);
  expect(new Set(keys).size).toBe(keys.length);
}

const onDecision =
  (answer: Answer) =>
  ({ kind }: Request): Answer | undefined =>
    kind === 'decision' ? answer : kind === 'check_in' ? rated('below') : undefined;

describe('a draft that is shared first', () => {
  const shared = async () => {
    const driven = drivenAt(START);
    const planId = await driven.approved(dcDraft());
    await driven.command(planId, { type: 'share' });
    expect(waitsOf(driven, planId)).toEqual(['Await the response to the draft']);
    return { driven, planId };
  };

  test('is ready to launch once it was responded to; the launch begins another run', async () => {
    const { driven, planId } = await shared();
    const text = 'I would like the course to come before the first check-in.';
    await live(driven, planId, { says: () => ({ kind: 'response', choice: 'respond', text }) });
    expect(driven.history(planId).status).toBe('SUCCEEDED');
    expect(waitsOf(driven, planId)).toEqual(['Await the response to the draft', 'Ready to launch']);
    expect(await driven.plan(planId)).toMatchObject({ status: 'approved', consulted: true, run: 1 });

    await driven.command(planId, { type: 'launch' });
    expect(await driven.plan(planId)).toMatchObject({ status: 'acknowledging', run: 2 });
    expect(waitsOf(driven, planId, 2)).toEqual(['Await acknowledgements']);
    await expectNothingOwed(driven, planId);
  });

  test('is ready as well when the time to respond is over', async () => {
    const { driven, planId } = await shared();
    const plan = await live(driven, planId, { heard: () => false });
    expect(plan).toMatchObject({ status: 'approved', consulted: true });
    expect(plan.requests['response-draft']?.status).toBe('lapsed');
    expect(waitsOf(driven, planId).at(-1)).toBe('Ready to launch');
    expect(driven.history(planId).status).toBe('SUCCEEDED');
  });
});

describe('an absence', () => {
  test('that is known ahead is begun and ended by the clock, on one run', async () => {
    const driven = drivenAt(START);
    const planId = await driven.launch(dcDraft());
    const reason = 'approved_absence';
    await driven.command(planId, { type: 'pause', from: '2026-12-21', until: '2026-12-31', reason });
    const plan = await live(driven, planId);
    const { run } = plan;
    const waits = waitsOf(driven, planId, run);
    const paused = waits.indexOf('Wait while the plan is paused');
    expect(waits.slice(paused - 1, paused + 2)).toEqual([
      'Wait for a planned absence',
      'Wait while the plan is paused',
      'Wait for the next check-in',
    ]);
    expect(plan.pauses).toMatchObject([{ resumedOn: '2027-01-01', tolledDays: 11 }]);
    expect(plan).toMatchObject({ status: 'closed', outcome: 'met' });
    expect(plan.draft.endDate).toBe('2027-02-15');
    await expectNothingOwed(driven, planId);
  });

  test('that begins now and ends when somebody says so replaces the run both times', async () => {
    const driven = drivenAt(START);
    const planId = await driven.launch(dcDraft());
    await live(driven, planId, { until: '2026-12-21T15:00:00Z' });
    await driven.clock.advanceTo(Date.parse('2026-12-21T15:00:00Z'));
    const { run } = await driven.plan(planId);
    await driven.command(planId, { type: 'pause', from: '2026-12-21', reason: 'approved_absence' });
    expect(driven.history(planId, run).status).toBe('ABORTED');
    expect(waitsOf(driven, planId, run + 1)).toEqual(['Wait while the plan is paused']);

    await driven.clock.advanceTo(Date.parse('2027-01-11T15:00:00Z'));
    await driven.command(planId, { type: 'resume' });
    expect(driven.history(planId, run + 1).status).toBe('ABORTED');
    expect(driven.history(planId, run + 2).status).toBe('RUNNING');
    const plan = await live(driven, planId);
    expect(plan.pauses).toMatchObject([{ from: '2026-12-21', resumedOn: '2027-01-11', tolledDays: 21 }]);
    expect(plan).toMatchObject({ status: 'closed', run: run + 2 });
    await expectNothingOwed(driven, planId);
  });

  test('without an end is brought before HR again and again, on one execution', async () => {
    const driven = drivenAt(START);
    const planId = await driven.launch(dcDraft());
    await driven.command(planId, { type: 'pause', from: '2026-12-01', reason: 'approved_absence' });
    const { run } = await driven.plan(planId);
    await driven.clock.advanceTo(Date.parse('2027-06-01T15:00:00Z'));
    const reviews = (await eventTypes(driven, planId)).filter((type) => type === 'PauseReviewDue');
    expect(reviews.length).toBeGreaterThan(2);
    expect(new Set(waitsOf(driven, planId, run))).toEqual(new Set(['Wait while the plan is paused']));
    expect(await driven.plan(planId)).toMatchObject({ status: 'paused', run });
  });
});

describe('a plan that was not met', () => {
  const declined = onDecision(decided('reassign', { reasons: REASONS }));

  test('waits for the response to its decision, and is over when that is waived', async () => {
    const driven = drivenAt(START);
    const planId = await driven.launch(dcDraft());
    const plan = await live(driven, planId, { says: declined });
    expect(waitsOf(driven, planId, plan.run - 1).at(-1)).toBe('Await the decision');
    expect(waitsOf(driven, planId, plan.run)).toEqual([
      'Await the response to the decision',
      'The plan is over',
    ]);
    expect(plan).toMatchObject({ status: 'closed', outcome: 'reassign' });
    await expectNothingOwed(driven, planId);
  });

  test('is over as well when the time to respond is', async () => {
    const driven = drivenAt(START);
    const planId = await driven.launch(dcDraft());
    const plan = await live(driven, planId, { says: declined, heard: ({ kind }) => kind !== 'response' });
    expect(plan.requests['response-decision']?.status).toBe('lapsed');
    expect(plan).toMatchObject({ status: 'closed', outcome: 'reassign' });
    expect(driven.history(planId, plan.run).status).toBe('SUCCEEDED');
  });
});

describe('a missed check-in', () => {
  test('waits for HR to say whose doing it was, beside the life of the plan', async () => {
    const driven = drivenAt(START);
    const planId = await driven.launch(dcDraft());
    const silent = ({ id }: Request) => !id.startsWith('check-in-2026');
    const plan = await live(driven, planId, { heard: silent });
    expect(waitsOf(driven, planId)).toContain('Await HR');
    expect(plan.attributions).toEqual({ 'check-in-2026-12-18': { to: 'excused', creditDays: 0 } });
    expect(plan).toMatchObject({ status: 'closed', outcome: 'met' });
  });
});

describe('success that is watched', () => {
  const federal = (): PlanDraft => dcDraft({ pack: 'us-fed-432' });

  test('gets a run of its own, asked about now and then, and ends with the time', async () => {
    const driven = drivenAt(START);
    const planId = await driven.launch(federal());
    const plan = await live(driven, planId);
    const first = driven.history(planId, 1);
    expect([first.status, first.entered.at(-1)]).toEqual(['SUCCEEDED', NEWER]);
    const waits = waitsOf(driven, planId, plan.run);
    expect(waits.slice(0, 3)).toEqual([
      'Watch after success',
      'Await check-in answers',
      'Watch after success',
    ]);
    expect(waits.slice(-2)).toEqual(['Watch after success', 'The plan is over']);
    expect(plan).toMatchObject({ status: 'closed', outcome: 'met', monitoring: { until: '2027-12-06' } });
    expect((await eventTypes(driven, planId)).at(-1)).toBe('MonitoringEnded');
    await expectNothingOwed(driven, planId);
  });

  test('is picked up by the sweeper when its execution is taken away', async () => {
    const driven = drivenAt(START);
    const planId = await driven.launch(federal());
    await live(driven, planId, { until: '2027-06-01T00:00:00Z' });
    const { status, run } = await driven.plan(planId);
    driven.stop(planId, run);
    const [summary] = (await driven.ports.store.list({}, START)).plans;
    await driven.clock.advanceTo(Date.parse(summary?.nextDueAt ?? '') + 15 * 60_000);
    await driven.sweep();
    expect([status, (await driven.plan(planId)).run]).toEqual(['monitoring', run + 1]);
    expect(waitsOf(driven, planId, run + 1)).toEqual(['Await check-in answers']);
  });

  test('ends at once with a relapse', async () => {
    const driven = drivenAt(START);
    const planId = await driven.launch(federal());
    await live(driven, planId, { until: '2027-06-01T00:00:00Z' });
    const { status, run } = await driven.plan(planId);
    expect(status).toBe('monitoring');
    const what = 'Half of the reviews of May were returned.';
    await driven.clock.advanceTo(Date.parse('2027-06-01T15:00:00Z'));
    await driven.command(planId, { type: 'relapse', date: '2027-05-28', item: 'accuracy', what });
    expect(await driven.plan(planId)).toMatchObject({ status: 'closed', relapse: { date: '2027-05-28' } });
    await driven.clock.advanceTo(Date.parse('2028-06-01T15:00:00Z'));
    expect(driven.history(planId, run).status).not.toBe('RUNNING');
    expect(await eventTypes(driven, planId)).toEqual(
      expect.arrayContaining(['RelapseRecorded', 'MonitoringEnded']),
    );
  });
});

describe('more than a year, which no execution may live', () => {
  test('until the plan starts is waited for by one execution after the other', async () => {
    const driven = drivenAt(START);
    const dates = ['2028-02-18', '2028-03-03', '2028-03-17', '2028-03-31'];
    const draft = dcDraft({ pack: 'general', startDate: '2028-02-07', endDate: '2028-04-06' });
    const planId = await driven.launch({
      ...draft,
      items: draft.items.map((item) => ({
        ...item,
        checkIns: item.checkIns.map(({ benchmark }, at) => ({ date: dates[at] as string, benchmark })),
        support: [],
      })),
    });
    const plan = await live(driven, planId);
    const [first, second] = [driven.history(planId, 1), driven.history(planId, 2)];
    expect([first.status, first.entered.at(-1)]).toEqual(['SUCCEEDED', NEWER]);
    expect(waitsOf(driven, planId, 1).slice(-2)).toEqual(['Wait for another execution', NEWER]);
    expect(waitsOf(driven, planId, 2)[0]).toBe('Wait for the start date');
    expect([second.status, plan.status, plan.run]).toEqual(['SUCCEEDED', 'closed', 2]);
    expect(await driven.ports.store.events(planId)).toContainEqual(
      expect.objectContaining({
        type: 'RunRestarted',
        run: 2,
        because: 'long_run',
        at: '2027-11-16T15:00:00Z',
      }),
    );
    await expectNothingOwed(driven, planId);
  });

  test('of standing still is as well, and nobody has to pick the plan up', async () => {
    const driven = drivenAt(START);
    const planId = await driven.launch(dcDraft());
    await driven.command(planId, { type: 'pause', from: '2026-12-01', reason: 'approved_absence' });
    const { run } = await driven.plan(planId);
    await driven.clock.advanceTo(Date.parse('2028-02-01T15:00:00Z'));
    const first = driven.history(planId, run);
    expect([first.status, first.entered.at(-1)]).toEqual(['SUCCEEDED', NEWER]);
    const second = driven.history(planId, run + 1);
    expect([second.status, second.entered.at(-1)]).toEqual(['RUNNING', 'Wait while the plan is paused']);
    expect(await driven.plan(planId)).toMatchObject({ status: 'paused', run: run + 1 });
  });
});
