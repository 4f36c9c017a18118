import { describe, expect, test } from 'vitest';
import type { PlanDraft } from '../../domain/index.ts';
import { capturedLogs } from '../functions/logs.ts';
import { dcDraft } from '../support/plans.ts';
import { drivenAt } from './driven.ts';
import { live, waitsOf } from './live.ts';

const logs = capturedLogs();

/** Ninety days with a check-in every week: what the workflow's budget is measured on. */
const weekly = (): PlanDraft => {
  const dates = Array.from({ length: 13 }, (_, week) =>
    new Date(Date.parse('2026-12-08') + week * 7 * 86_400_000).toISOString().slice(0, 10),
  );
  const draft = dcDraft({ pack: 'general', startDate: '2026-12-07', endDate: '2027-03-06' });
  return {
    ...draft,
    items: draft.items.map((item) => {
      const { baseline, target } = item.measure;
      const step = (week: number) => baseline + ((target - baseline) * (week + 1)) / 13;
      return { ...item, checkIns: dates.map((date, week) => ({ date, benchmark: Math.round(step(week)) })) };
    }),
  };
};

describe('a plan that everybody answers', () => {
  test('goes through the named waits to its end, and nobody gets a mail twice', async () => {
    const driven = drivenAt('2026-12-01T15:00:00Z');
    const planId = await driven.launch(dcDraft());
    await live(driven, planId);
    expect(driven.history(planId).status).toBe('SUCCEEDED');
    const checkIn = ['Wait for the next check-in', 'Await check-in answers'];
    const support = ['Wait for the next question', 'Await word on promised support'];
    expect(waitsOf(driven, planId)).toEqual([
      'Await acknowledgements',
      'Wait for the start date',
      ...[...checkIn, ...support, ...checkIn, ...checkIn, ...checkIn, ...support],
      'Wait for the end date',
      'Wait for the decision to open',
      'Await the decision',
      'The plan is over',
    ]);
    expect(await driven.plan(planId)).toMatchObject({ status: 'closed', outcome: 'met', run: 1 });
    const keys = driven.world.mails().map(({ outboxKey }) => outboxKey);
    expect(new Set(keys).size).toBe(keys.length);
    expect((await driven.ports.store.outbox(planId)).map(({ status }) => status)).not.toContain('PENDING');
  });
});

describe('the ninety-day plan with thirteen check-ins', () => {
  test('takes at most 75 transitions and 300 history events, every third check-in reminded', async () => {
    const driven = drivenAt('2026-12-01T15:00:00Z');
    const planId = await driven.launch(weekly());
    let asked = 0;
    const silent = new Map<string, boolean>();
    await live(driven, planId, {
      heard: (request) => {
        if (!silent.has(request.id)) silent.set(request.id, request.kind === 'check_in' && ++asked % 3 === 0);
        return !silent.get(request.id) || request.remindersSent > 0;
      },
    });
    const { status, events, entered } = driven.history(planId);
    expect(asked).toBe(13);
    expect(status).toBe('SUCCEEDED');
    expect(entered.length).toBeLessThanOrEqual(75);
    expect(events.length).toBeLessThanOrEqual(300);
  });
});

describe('a plan that nobody answers', () => {
  test('is reminded, missed, escalated and kept waiting for its decision, without a failure', async () => {
    const driven = drivenAt('2026-12-01T15:00:00Z');
    const planId = await driven.launch(dcDraft());
    await driven.clock.advanceTo(Date.parse('2027-04-15T00:00:00Z'));
    const plan = await driven.plan(planId);
    expect(plan).toMatchObject({ status: 'deciding', run: 1 });
    expect(plan.requests.decision?.escalationsSent).toBeGreaterThan(5);
    const { status, entered } = driven.history(planId);
    expect(status).toBe('RUNNING');
    expect(entered.at(-1)).toBe('Await the decision');
    expect(entered).not.toContain('Record the failure');
    const reminders = (await driven.ports.store.events(planId)).filter(({ type }) => type === 'Reminded');
    expect(reminders.length).toBeGreaterThan(4);
    await driven.sweep();
    expect((await driven.plan(planId)).run).toBe(1);
  });
});

describe('an execution that is taken away', () => {
  test('in mid-wait is replaced by the sweeper once something is overdue; no mail is repeated', async () => {
    const driven = drivenAt('2026-12-01T15:00:00Z');
    const planId = await driven.launch(dcDraft());
    const before = driven.world.mails().length;
    driven.stop(planId, 1);
    const due = (await driven.plan(planId)).requests.acknowledgement?.reminders[0] as string;
    await driven.clock.advanceTo(Date.parse(due) + 15 * 60_000);
    expect(driven.world.mails()).toHaveLength(before);
    await driven.sweep();
    expect(await driven.plan(planId)).toMatchObject({ run: 2 });
    expect(driven.history(planId, 2)).toMatchObject({ status: 'RUNNING' });
    const keys = driven.world.mails().map(({ outboxKey }) => outboxKey);
    expect(keys.length).toBeGreaterThan(before);
    expect(new Set(keys).size).toBe(keys.length);
    await live(driven, planId);
    expect(driven.history(planId, 2).status).toBe('SUCCEEDED');
    expect(await driven.plan(planId)).toMatchObject({ status: 'closed', outcome: 'met' });
  });

  test('that still waits when another run drives the plan ends quietly', async () => {
    const driven = drivenAt('2026-12-01T15:00:00Z');
    const planId = await driven.launch(dcDraft());
    const { store } = driven.ports;
    // The stop is lost on the way: the old execution lives on.
    driven.ports.workflows.stop = async () => 'gone';
    // Just before its own alarm, as a sweeper sees it whose clock is a little ahead.
    await driven.clock.advanceTo(Date.parse('2026-12-03T13:59:59Z'));
    await store.commit(
      planId,
      { type: 'RestartRun', run: 1 },
      {
        now: '2026-12-03T14:00:01Z',
        actor: { kind: 'system', id: 'sweeper' },
        newLinkId: () => driven.ports.ids.link(planId),
        library: driven.ports.library,
        defaults: driven.ports.settings.defaults,
      },
    );
    await driven.clock.settle();
    await live(driven, planId);
    expect(driven.history(planId, 2).status).toBe('SUCCEEDED');
    await driven.clock.advanceTo(Date.parse('2027-06-01T00:00:00Z'));
    const old = driven.history(planId, 1);
    expect([old.status, old.entered.at(-1)]).toEqual(['SUCCEEDED', 'A newer run drives this plan']);
  });

  test('by a withdrawal is stopped, and nothing more is asked', async () => {
    const driven = drivenAt('2026-12-01T15:00:00Z');
    const planId = await driven.launch(dcDraft());
    await driven.command(planId, { type: 'withdraw', reason: 'Moved to another post.' });
    await driven.clock.settle();
    expect(driven.history(planId).status).toBe('ABORTED');
    expect(await driven.clock.toNext()).toEqual([]);
  });
});

describe('a function that fails', () => {
  const failure = (name: string) => Object.assign(new Error('code'), { name });

  test('for a moment is asked again', async () => {
    const driven = drivenAt('2026-12-01T15:00:00Z');
    driven.failures.push(failure('Lambda.ServiceException'), failure('ThrottlingException'));
    const planId = await driven.launch(dcDraft());
    await driven.clock.advanceTo(Date.parse('2026-12-01T15:10:00Z'));
    expect(driven.history(planId).entered).toEqual([
      'Decide what is next',
      'Go to what is next',
      'Await acknowledgements',
    ]);
    expect((await driven.plan(planId)).requests.acknowledgement?.status).toBe('open');
  });

  test('for good puts its name into the record, and the sweeper starts another run', async () => {
    const driven = drivenAt('2026-12-01T15:00:00Z');
    driven.failures.push(...Array.from({ length: 6 }, () => failure('OutOfOrder')));
    const planId = await driven.launch(dcDraft());
    await driven.clock.advanceTo(Date.parse('2026-12-01T18:00:00Z'));
    const { status, entered } = driven.history(planId);
    expect([status, entered.at(-2), entered.at(-1)]).toEqual([
      'FAILED',
      'Record the failure',
      'The run failed',
    ]);
    const events = await driven.ports.store.events(planId);
    expect(events.at(-1)).toMatchObject({ type: 'RunFailed', run: 1, error: 'OutOfOrder' });
    await driven.sweep();
    expect(driven.history(planId, 2)).toMatchObject({ status: 'RUNNING' });
    expect((await driven.plan(planId)).requests.acknowledgement?.status).toBe('open');
  });
});

test('histories and logs of all this hold no name, address, answer or link', async () => {
  const driven = drivenAt('2026-12-01T15:00:00Z');
  const planId = await driven.launch(dcDraft());
  await live(driven, planId);
  const text = JSON.stringify(driven.history(planId).events) + logs();
  expect(text.length).toBeGreaterThan(1000);
  expect(text).not.toMatch(/Jordan|Reyes|Whitfield|@agency|Signed Here|Oyelaran|\/l\/pln/);
});
