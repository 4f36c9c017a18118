import { beforeAll, expect, test } from 'vitest';
import type { ExecutionItem } from '../../adapters/executions.ts';
import { createMemoryStore } from '../../adapters/memory-store.ts';
import type { Settlement } from '../../adapters/store.ts';
import type { Command } from '../../domain/commands.ts';
import { executions } from '../../operate/admin/executions.ts';
import { isMail, type MailRow } from '../../operate/admin/lost-mails.ts';
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
  const [bounced, complained] = await owedTo(plan);
  await settle(plan, bounced, { status: 'SENT', messageId: 'one' });
  await settle(plan, complained, { status: 'SENT', messageId: 'two' });
  await tell(plan, bounced, 'bounced_once');
  await store.hear(plan.id, bounced.key, { returnedAt: plan.now });
  await tell(plan, complained, 'complained');
  const other = await new StoredPlan(store).launch();
  const [refused] = await owedTo(other);
  await settle(other, refused, { status: 'FAILED', error: 'MessageRejected' });
  for (const each of [plan, other]) await each.commit({ type: 'WithdrawPlan', reason: 'Over.' });
  names = [bounced.to, complained.to, refused.to];
});
let names: string[];

async function owedTo({ id }: StoredPlan): Promise<[MailRow, MailRow]> {
  const [first, second] = (await store.outbox(id)).filter(isMail);
  if (!first || !second) throw new Error('Two people are written to at a launch.');
  return [first, second];
}

async function settle({ id, now }: StoredPlan, { key }: MailRow, settlement: Settlement) {
  await store.claim(id, key, now, 60);
  await store.settle(id, key, { settledAt: now, ...settlement });
}

/** What SES says of a mail that went to the address on record. */
async function tell(about: StoredPlan, { key, template, to }: MailRow, said: 'bounced_once' | 'complained') {
  const { participants } = (await store.load(about.id)).draft;
  const sentTo = participants.find(({ id }) => id === to)?.email ?? '';
  const command: Command = {
    ...{ type: 'RecordFeedback', mails: [{ key, template, to }] },
    ...{ said, sentTo, sentAt: about.now },
  };
  await about.commit(command, { ...about.context(), actor: { kind: 'system', id: 'feedback' } });
}

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
  await restarted.commit({ type: 'RestartRun', run: 1, because: 'by_operator', reason: 'A test.' });
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
  expect((await told({})).sort()).toEqual([
    '3 more failed whose plan another run drives since, or is over: --all lists them.',
    'job-1',
    failed[0],
  ]);
  expect((await told({ all: true })).sort()).toEqual([...failed].sort());
});
