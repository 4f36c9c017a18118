import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { whatIsMeant } from '../../operate/common/configuration.ts';
import { alarms } from '../../operate/doctor/checks/alarms.ts';
import { PREFLIGHT } from '../../operate/doctor/checks.ts';
import { examine } from '../../operate/doctor/examine.ts';
import type { Finding } from '../../operate/doctor/finding.ts';
import { worldOf } from '../../operate/doctor/gather.ts';
import type { Check } from '../../operate/doctor/world.ts';
import { stack, type WrongAws, wrongAws } from '../support/wrong-aws.ts';

const open: WrongAws[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

const example = JSON.parse(readFileSync('config/prod.json', 'utf8')) as Record<string, unknown>;
const sender = { address: 'follow-up@agency.org', name: 'Agency' };
const hosts = { participants: 'follow-up.agency.org', admin: 'follow-up-admin.agency.org' };
const zone = { id: 'Z0123456789', name: 'agency.org' };

const SERVERS = ['ns-1.awsdns-01.com', 'ns-2.awsdns-02.org'];

interface Here extends NonNullable<Parameters<typeof wrongAws>[0]> {
  config?: Record<string, unknown>;
  servers?: string[];
  checks?: readonly Check[];
}

/** What checks find in an account, by their names. */
async function found({ config = {}, servers = SERVERS, checks = PREFLIGHT, ...aws }: Here) {
  const there = await wrongAws(aws);
  open.push(there);
  const file = join(mkdtempSync(join(tmpdir(), 'follow-up-')), 'prod.json');
  writeFileSync(file, JSON.stringify({ ...example, region: 'us-east-1', sender, hosts, zone, ...config }));
  const world = await worldOf(await whatIsMeant({ stage: 'prod', config: file, endpoint: there.url }), 1);
  const dns = { ...world.dns, resolveNs: async () => servers };
  const all = await examine(checks, { ...world, dns: dns as typeof world.dns, file: 'CONFIG.json' });
  return (check: string): Finding[] => all.filter((one) => one.check === check);
}

const DATA = 'pip-follow-up-prod-data';
const SERVICE = 'pip-follow-up-prod-service';
const NO_ROWS = { Scan: { Count: 0, ScannedCount: 0, Items: [] } };
const AT = `--stack-name ${DATA} --region us-east-1`;

describe('CDK-21: a first deployment that failed', () => {
  test.each(['ROLLBACK_COMPLETE', 'REVIEW_IN_PROGRESS', 'CREATE_FAILED', 'ROLLBACK_FAILED'])(
    'and left a stack in %s: its protection is taken away before it is deleted',
    async (status) => {
      const stacks = { [DATA]: stack('data', status) };
      const [finding] = (await found({ stacks, calls: NO_ROWS }))('deploy.data');
      expect(finding?.is).toBe('wrong');
      expect(finding?.says).toBe(
        `${DATA} is ${status}: its first deployment failed, and nothing ever ran in it.`,
      );
      expect(finding?.fix).toContain(
        `aws cloudformation update-termination-protection --no-enable-termination-protection ${AT} && aws cloudformation delete-stack ${AT}`,
      );
    },
  );

  test('and left a table without a row holds up nothing, and the table may be deleted', async () => {
    const stacks = { [DATA]: stack('data', 'ROLLBACK_COMPLETE') };
    for (const here of [{ stacks }, { empty: true }]) {
      const [finding, ...others] = (await found({ ...here, calls: NO_ROWS }))('deploy.table');
      expect([finding?.is, others]).toEqual(['to do', []]);
      expect(finding?.fix).toBe(
        'aws dynamodb update-table --table-name pip-follow-up-prod-data-PlanTable1 --no-deletion-protection-enabled --region us-east-1 && aws dynamodb delete-table --table-name pip-follow-up-prod-data-PlanTable1 --region us-east-1',
      );
    }
  });

  test('and a table with a row is somebody’s record: nothing is deployed beside it', async () => {
    const stacks = { [DATA]: stack('data', 'ROLLBACK_COMPLETE') };
    const [finding] = (await found({ stacks }))('deploy.table');
    expect(finding?.is).toBe('wrong');
    expect(finding?.fix).toContain('docs/runbooks/restore-the-table.md');
    expect(finding?.fix).not.toContain('delete');
  });
});

test('what somebody deploys right now is waited for', async () => {
  const stacks = { [DATA]: stack('data', 'UPDATE_IN_PROGRESS') };
  expect((await found({ stacks }))('deploy.data')).toEqual([
    {
      check: 'deploy.data',
      is: 'wrong',
      says: `${DATA} is UPDATE_IN_PROGRESS: somebody deploys it right now.`,
      fix: `Wait until that is over: aws cloudformation describe-stacks ${AT}`,
    },
  ]);
});

describe('CDK-21: what the service that is deployed still takes from the data stack', () => {
  const deployed = (outputs: Record<string, string>) => ({
    [DATA]: stack('data', 'UPDATE_COMPLETE', { SenderIdentity: 'agency.org' }),
    [SERVICE]: stack('service', 'UPDATE_COMPLETE', outputs),
  });
  const BaseUrl = 'https://follow-up.agency.org';
  const signIn = { issuer: 'https://login.agency.org', clientId: 'follow-up' };

  test('a user pool that is no longer needed: the service is deployed first', async () => {
    const of = await found({
      stacks: deployed({ BaseUrl, UserPoolId: 'us-east-1_pool' }),
      config: { signIn },
    });
    expect(of('deploy.order')).toMatchObject([
      {
        is: 'wrong',
        says: expect.stringContaining('no longer needs the user pool, which the deployed service still uses'),
        fix: expect.stringContaining(`npx cdk deploy ${SERVICE} --exclusively -c config=CONFIG.json`),
      },
    ]);
  });

  test('nothing any more, once the service was deployed; nothing either, where nothing was changed', async () => {
    const without = await found({ stacks: deployed({ BaseUrl }), config: { signIn } });
    const unchanged = await found({ stacks: deployed({ BaseUrl, UserPoolId: 'us-east-1_pool' }) });
    for (const of of [without, unchanged]) expect(of('deploy.order').map(({ is }) => is)).toEqual(['ok']);
  });
});

test('SES-1: an identity is held by the stack that made it, and not by one that made another or used it', async () => {
  const after = async (SenderIdentity: string, address = sender.address) => {
    const stacks = { [DATA]: stack('data', 'UPDATE_COMPLETE', { SenderIdentity }) };
    const of = await found({ stacks, config: { sender: { ...sender, address } } });
    return of('deploy.sender').map(({ is }) => is);
  };
  expect(await after('agency.org')).toEqual(['ok']);
  expect(await after('before.org')).toEqual(['wrong']);
  expect(await after('other.agency.org', 'follow-up@other.agency.org')).toEqual(['wrong']);
});

test('SES-1: the sandbox of SES holds up no deployment, and is told of in time', async () => {
  const [finding] = (await found({ empty: true }))('ses.sandbox');
  expect(finding?.is).toBe('to do');
  expect(finding?.fix).toMatch(/Ask for production access now/);
});

describe('CDK-10: the zone', () => {
  test('that Route 53 answers for is well, as far as it was looked at', async () => {
    const [finding] = (await found({ empty: true }))('hosts.zone');
    expect(finding).toEqual({
      check: 'hosts.zone',
      is: 'ok',
      says: 'The zone agency.org is answered by 2 name servers of Route 53. Whether Z0123456789 is the id of that zone is not checked here.',
    });
  });

  test.each([[['ns1.registrar.example']], [[...SERVERS, 'ns1.registrar.example']]])(
    'that %j answer for is not where the records would be',
    async (servers) => {
      const [finding] = (await found({ empty: true, servers }))('hosts.zone');
      expect(finding?.is).toBe('wrong');
      expect(finding?.says).toContain('ns1.registrar.example');
    },
  );
});

test.each([
  ['younger than an hour', 10, true],
  ['older', 90, false],
])('a sweeper that is missed in a stack that is %s', async (_, minutes, isWell) => {
  const made = new Date(Date.now() - minutes * 60_000).toISOString();
  const AlarmName = 'pip-follow-up-prod-sweep-missing';
  const of = await found({
    checks: [alarms],
    stacks: { [SERVICE]: { ...stack('service', 'CREATE_COMPLETE'), CreationTime: made } },
    calls: {
      DescribeAlarms: {
        MetricAlarms: [{ AlarmName, ActionsEnabled: true, AlarmActions: ['arn'], StateValue: 'ALARM' }],
      },
    },
  });
  expect(of('alarms.state').map(({ is }) => is)).toEqual([isWell ? 'ok' : 'wrong']);
});
