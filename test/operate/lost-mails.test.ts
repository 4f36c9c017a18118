import { beforeAll, expect, test } from 'vitest';
import type { ExecutionItem } from '../../adapters/executions.ts';
import { createMemoryStore } from '../../adapters/memory-store.ts';
import type { MailFeedback } from '../../domain/plan.ts';
import { executions } from '../../operate/admin/executions.ts';
import { mails } from '../../operate/admin/mails.ts';
import type { Office } from '../../operate/admin/office.ts';
import { StoredPlan } from '../support/stored-plan.ts';

const NOW = '2026-12-02T15:00:00Z';
const store = createMemoryStore();
let plan: StoredPlan;

/** An operator's office over these plans. */
function office(more: Partial<Office> = {}) {
  const said: string[] = [];
  const print = { say: (line: string) => said.push(line), complain: () => {} };
  return {
    said,
    office: { stage: 'prod', store, print, now: async () => NOW, ...more } as unknown as Office,
  };
}

const listed = async (options: Parameters<typeof mails>[1]) => {
  const { office: made, said } = office();
  await mails(made, { ...options, json: true });
  return (JSON.parse(said.join('\n')) as { status: string; to: string; error?: string }[])
    .map(({ status, to, error }) => [status, to, error])
    .sort();
};

beforeAll(async () => {
  plan = await new StoredPlan(store).launch();
  const owed = (await store.outbox(plan.id)).filter((row) => row.kind === 'mail');
  const [first, second, third] = owed;
  if (!first || !second || !third) throw new Error('Three people are written to at a launch.');
  const feedback = { ...plan.context(), actor: { kind: 'system', id: 'feedback' } as const };
  const said = (row: typeof first, what: MailFeedback) => {
    const { email } = people.find(({ id }) => id === row.to) ?? { email: '' };
    const { key, template, to } = row;
    const mail = { sentTo: email, sentAt: plan.now };
    const command = { type: 'RecordFeedback', mails: [{ key, template, to }], said: what, ...mail } as const;
    return plan.commit(command, feedback);
  };
  const people = (await store.load(plan.id)).draft.participants;
  for (const { key } of [first, second])
    await store.settle(plan.id, key, { status: 'SENT', messageId: key, settledAt: plan.now });
  await store.settle(plan.id, third.key, { status: 'FAILED', settledAt: plan.now, error: 'MessageRejected' });
  await said(first, 'bounced_once');
  await store.hear(plan.id, first.key, { returnedAt: plan.now });
  await said(second, 'complained');
  names = [first.to, second.to, third.to];
  await plan.commit({ type: 'WithdrawPlan', reason: 'Over.' });
});
let names: string[];

test('SES-3: what came back or was complained of is listed with what did not leave, also of a plan that is over', async () => {
  const [bounced, complained, refused] = names;
  expect(await listed({ failed: true })).toEqual([
    ['COMPLAINED', complained, undefined],
    ['FAILED', refused, 'MessageRejected'],
    ['RETURNED', bounced, 'bounced'],
  ]);
  expect(await listed({ unknown: true })).toEqual([]);
  expect(await listed({ failed: true, since: 3_600_000 })).toEqual([]);
});

test('however many plans there are, all of them are looked at', async () => {
  for (let n = 0; n < 210; n += 1) await new StoredPlan(store, undefined, '2026-12-01T16:00:00Z').draft();
  expect((await listed({ failed: true })).length).toBe(3);
});

test('executions that failed are those that somebody still has to look at; the others only with --all', async () => {
  const live = await new StoredPlan(store).launch();
  const { run } = await store.load(live.id);
  const restarted = await new StoredPlan(store).launch();
  await restarted.commit({ type: 'RestartRun', run: 1, because: 'by_operator' });
  const item = (name: string): ExecutionItem => ({
    ...{ name, status: 'FAILED', startedAt: plan.now, stoppedAt: plan.now },
  });
  const failed = [
    `${live.id}-r${run}`,
    `${restarted.id}-r1`,
    `${plan.id}-r1`,
    `pln${'a'.repeat(20)}-r1`,
    'job-1',
  ];
  const told = async (options: { all?: boolean }) => {
    const { office: made, said } = office({
      executions: {
        list: async ({ status }: { status: string }) => ({
          executions: status === 'FAILED' ? failed.map(item) : [],
        }),
        describe: async () => ({ error: 'StoreBusy' }),
      } as never,
    });
    await executions(made, { failed: true, ...options });
    return said.map((line) => line.split('  ')[0] ?? '');
  };
  expect(await told({})).toEqual([
    failed[0],
    'job-1',
    '3 more failed whose plan another run drives since, or is over: --all lists them.',
  ]);
  expect((await told({ all: true })).sort()).toEqual([...failed].sort());
});
