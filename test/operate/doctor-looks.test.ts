import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { deploy } from '../../operate/deploy/deploy.ts';
import { doctor } from '../../operate/doctor/doctor.ts';
import type { Finding } from '../../operate/doctor/finding.ts';
import type { World } from '../../operate/doctor/world.ts';
import { stack, type WrongAws, wrongAws } from '../support/wrong-aws.ts';

const open: WrongAws[] = [];
afterEach(() => Promise.all(open.splice(0).map((one) => one.close())));

const example = JSON.parse(readFileSync('config/prod.json', 'utf8')) as Record<string, unknown>;
const folder = mkdtempSync(join(tmpdir(), 'follow-up-'));
const file = join(folder, 'prod.json');
writeFileSync(file, JSON.stringify({ ...example, account: '999999999999', region: 'us-east-1' }));

type Here = NonNullable<Parameters<typeof wrongAws>[0]>;

const nowhere = () => Promise.reject(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }));

async function run(command: typeof doctor, here: Here, words: string[], world: Partial<World> = {}) {
  const there = await wrongAws(here);
  open.push(there);
  const said: string[] = [];
  const print = { say: (line: string) => said.push(line), complain: (line: string) => said.push(line) };
  const where = ['--stage', 'prod', '--config', file, '--endpoint', there.url];
  const code = await command([...where, ...words], print as never, (given) => ({
    ...given,
    dns: {
      resolveNs: async () => ['ns-1.awsdns-01.com'],
      resolve4: async () => ['192.0.2.1'],
      resolveTxt: nowhere,
      resolveCname: nowhere,
      resolveMx: nowhere,
    },
    versions: { node: '24.1.0', cdkPinned: '2.1.0', cdkLocal: '2.1.0' },
    ...world,
  }));
  return { code, said: said.join('\n') };
}

const found = async (here: Here, world: Partial<World> = {}) => {
  const { said } = await run(doctor, here, ['--json'], world);
  const all = JSON.parse(said) as Finding[];
  return (check: string) => all.filter((one) => one.check === check);
};

/** An account in which nothing of this stage is, and nothing is in its way. */
const READY: Here = {
  empty: true,
  calls: {
    GetParameter: { Parameter: { Name: 'version', Value: '99' } },
    ListTables: { TableNames: [] },
    DescribeUserPoolDomain: { DomainDescription: {} },
  },
  paths: [[/^\/v2\/email\/identities\//, { refuse: 'NotFoundException', status: 404 }]],
};
const DENIED = { refuse: 'AccessDeniedException', says: 'You may not.' };

describe('what cannot be told', () => {
  test('CDK-21: of a table that may have been left keeps deploy from beginning', async () => {
    const ready = await run(deploy, READY, ['--check']);
    expect(ready.said).toContain('It can be deployed.');
    expect(ready.code).toBe(0);
    const { code, said } = await run(deploy, { ...READY, calls: { ...READY.calls, ListTables: DENIED } }, [
      '--yes',
    ]);
    expect(said).toContain('Nothing was changed: whether a record of this stage was left');
    expect(code).toBe(1);
  });

  test('by a whole check is something that was found', async () => {
    const denied = { ...READY, calls: { ...READY.calls, DescribeUserPoolDomain: DENIED } };
    const { code, said } = await run(doctor, denied, ['--before-deploy']);
    expect(said).toMatch(/^cannot tell {2}deploy\.sign-in: AWS refuses it to you/m);
    expect(said).not.toContain('WRONG');
    expect([code, (await run(doctor, READY, ['--before-deploy'])).code]).toEqual([1, 0]);
  });
});

const SERVICE = {
  'pip-follow-up-prod-service': stack('service', 'CREATE_COMPLETE', { BaseUrl: 'https://x.agency.org' }),
};
const alarm = (id: string, more: object = {}) => ({
  AlarmName: `pip-follow-up-prod-${id}`,
  ...{ ActionsEnabled: true, AlarmActions: ['arn'], StateValue: 'OK' },
  ...more,
});
const alarmed = (...MetricAlarms: object[]) =>
  found({ stacks: SERVICE, calls: { DescribeAlarms: { MetricAlarms } } });

describe('alarms', () => {
  test('that the stacks made and somebody deleted are named', async () => {
    const [finding] = (await alarmed(alarm('stuck-plans')))('alarms.exist');
    expect(finding).toMatchObject({
      is: 'wrong',
      says: '1 of 2 alarms were deleted by hand: mail-unknown.',
    });
    const whole = await alarmed(alarm('stuck-plans'), alarm('mail-unknown'));
    expect(whole('alarms.exist').map(({ is }) => is)).toEqual(['ok']);
  });

  test('that have had no figure for a day are not well', async () => {
    const silent = (hours: number) =>
      alarm('mail-unknown', {
        StateValue: 'INSUFFICIENT_DATA',
        StateUpdatedTimestamp: Date.now() / 1000 - hours * 3600,
      });
    const told = async (hours: number) =>
      (await alarmed(alarm('stuck-plans'), silent(hours)))('alarms.state').map(({ is }) => is);
    expect(await told(30)).toEqual(['cannot tell']);
    expect(await told(2)).toEqual(['ok']);
  });
});

describe('SES-3: the rule that brings the news of SES, and the feeds of the table', () => {
  const on = {
    stacks: SERVICE,
    calls: { ListTargetsByRule: { Targets: [{ Id: 'x', Arn: 'arn' }] } },
    paths: [[/event-source-mappings/, { UUID: 'feed-1', State: 'Enabled' }]] as NonNullable<Here['paths']>,
  };
  const states = async (here: Here) => {
    const of = await found(here);
    return ['triggers.feeds', 'triggers.rules'].flatMap((check) =>
      of(check).map(({ is, says }) => [is, says]),
    );
  };

  test('are well when they are on and lead somewhere', async () => {
    expect(await states(on)).toEqual([
      ['ok', 'All 1 are on.'],
      ['ok', 'All 1 are on.'],
    ]);
  });

  test('are named when somebody switched them off, or took away where they lead', async () => {
    expect(await states({ stacks: SERVICE })).toEqual([
      ['wrong', 'MailFeed1 is disabled: no mail goes out, or no plan starts.'],
      [
        'wrong',
        'MailFeedbackRule1 is without a target: nothing is swept, or nobody learns of mail that came back.',
      ],
    ]);
    const off = { ...on, calls: { ...on.calls, DescribeRule: { Name: 'rule-1', State: 'DISABLED' } } };
    expect((await states(off))[1]?.[1]).toContain('MailFeedbackRule1 is disabled');
  });
});

test.each([
  ['a page of ours', 303, { 'content-security-policy': "default-src 'none'" }, 'ok'],
  ['the firewall', 403, {}, 'wrong'],
  ['a server of somebody else', 200, { 'content-security-policy': "default-src 'self'" }, 'wrong'],
  ['a function that fails', 500, { 'content-security-policy': "default-src 'none'" }, 'wrong'],
])('a host that is answered by %s (%i)', async (_, status, headers, is) => {
  const answer = async () => new Response(null, { status, headers: headers as Record<string, string> });
  const of = await found({ stacks: SERVICE }, { fetch: answer as typeof fetch });
  const { participants } = example.hosts as { participants: string };
  expect(of(`hosts.${participants}`).map((one) => one.is)).toEqual([is]);
});

test('INV-9: a sweeper whose rounds fail is not well, although it runs', async () => {
  const swept = (says: object) => ({ timestamp: Date.now() - 60_000, message: JSON.stringify(says) });
  const told = async (events: object[]) => {
    const of = await found({ stacks: SERVICE, calls: { FilterLogEvents: { events } } });
    return of('sweeper.ran').map(({ is, says }) => [is, says]);
  };
  // The endpoint filters nothing: the round that said what it found is the round that failed.
  expect(await told([swept({ message: 'swept' })])).toEqual([
    ['wrong', "The sweeper's last round, 1 minutes ago, could not finish everything."],
  ]);
});
