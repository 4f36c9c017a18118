import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { REGIONS_WITHOUT_MAIL } from '../../infra/checks.ts';
import {
  ConfigurationError,
  type ConfigurationFault,
  loadConfig,
  loadStage,
  reminderFor,
} from '../../infra/config.ts';
import { isProduction } from '../../infra/settings.ts';

const scratch = await mkdtemp(join(tmpdir(), 'pip-follow-up-config-'));
afterAll(() => rm(scratch, { recursive: true, force: true }));

const good = {
  stage: 'prod',
  region: 'eu-west-1',
  account: '123456789012',
  organisation: 'Example Agency',
  sender: { address: 'follow-up@agency.example.org', name: 'Follow-Up', identity: 'create' },
  replyTo: 'hr@agency.example.org',
  contactEmail: 'help@agency.example.org',
  timeZone: 'America/New_York',
  language: 'en',
  quietHours: { from: '20:00', to: '07:00' },
  defaultPack: 'us-dc-6b1410',
  logRetentionDays: 30,
  hosts: {
    participants: 'follow-up.agency.example.org',
    admin: 'follow-up-admin.agency.example.org',
    originKey: 'k1',
  },
  zone: { id: 'Z0123456789EXAMPLE', name: 'agency.example.org' },
  operators: ['platform@agency.example.org'],
  monthlyBudget: 25,
  threatProtection: true,
  tags: { 'cost-center': '4711' },
};
const { zone: _zone, ...withoutZone } = good;
const certificates = {
  edge: 'arn:aws:acm:us-east-1:123456789012:certificate/1-2',
  api: 'arn:aws:acm:eu-west-1:123456789012:certificate/3-4',
};
const { hosts: _hosts, zone: _, ...withoutHosts } = good;
const trying = {
  ...withoutHosts,
  stage: 'dev',
  recipients: { domains: ['example', 'agency.example.org'], insteadTo: 'tests@agency.example.org' },
};

let written = 0;
async function file(content: unknown): Promise<string> {
  const path = join(scratch, `${written++}.json`);
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

async function refusal(content: unknown): Promise<ConfigurationError> {
  const path = await file(content);
  try {
    loadConfig(path);
  } catch (error) {
    if (error instanceof ConfigurationError) return error;
    throw error;
  }
  throw new Error('The configuration was taken.');
}

test('a configuration that says all that is needed is taken as it is', async () => {
  expect(loadConfig(await file(good))).toEqual(good);
});

test('a configuration that names no language speaks English', async () => {
  const { language: _, ...others } = good;
  expect(loadConfig(await file(others)).language).toBe('en');
});

test('a configuration that says nothing of quiet hours keeps the night quiet, and may keep none', async () => {
  const { quietHours: _, ...others } = good;
  expect(loadConfig(await file(others)).quietHours).toEqual({ from: '20:00', to: '07:00' });
  expect(loadConfig(await file({ ...good, quietHours: false })).quietHours).toBe(false);
});

test.each([
  [{ from: '20:00', to: '20:00' }],
  [{ from: '8pm', to: '07:00' }],
  [{ from: '20:00', to: '24:00' }],
  [{ from: '20:00' }],
  [{ from: '20:00', to: '07:00', days: 'all' }],
  ['20:00-07:00'],
  [true],
])('quiet hours of %j are refused', async (quietHours) => {
  const { faults } = await refusal({ ...good, quietHours });
  expect(faults).toMatchObject([{ path: 'quietHours', read: 'docs/reference/configuration.md#quiethours' }]);
});

test('the configurations that come with the project are complete, each for its own stage', () => {
  expect(['dev', 'staging', 'prod'].map((stage) => loadStage(stage).stage)).toEqual([
    'dev',
    'staging',
    'prod',
  ]);
  expect(loadStage('dev')).not.toHaveProperty('hosts');
  for (const stage of ['staging', 'prod']) expect(loadStage(stage).hosts).toBeDefined();
});

test('production is the stage prod and those that begin with it, and no other', () => {
  const stages = ['prod', 'prod-2', 'prod-eu', 'production', 'preprod', 'dev', 'staging'];
  expect(stages.filter(isProduction)).toEqual(['prod', 'prod-2', 'prod-eu']);
});

test('a stage for trying things out needs neither hosts nor operators, and has no threat protection', async () => {
  const { operators: _, monthlyBudget: __, threatProtection: ___, tags: ____, ...least } = trying;
  expect(loadConfig(await file(least))).toEqual({
    ...least,
    operators: [],
    monthlyBudget: 25,
    threatProtection: false,
    tags: {},
  });
});

test('production is protected by Cognito unless it says otherwise, and a budget can be left out', async () => {
  const { threatProtection: _, ...others } = good;
  expect(loadConfig(await file(others)).threatProtection).toBe(true);
  expect(loadConfig(await file({ ...good, threatProtection: false })).threatProtection).toBe(false);
  expect(loadConfig(await file({ ...good, monthlyBudget: false })).monthlyBudget).toBe(false);
});

test('whoever keeps the DNS elsewhere names certificates in place of a zone', async () => {
  const config = loadConfig(await file({ ...withoutZone, certificates }));
  expect(config).toEqual({ ...withoutZone, certificates });
});

test('SES-13: a domain of recipients may be a single label, which stands for all below it', async () => {
  expect(loadConfig(await file(trying)).recipients?.domains).toEqual(['example', 'agency.example.org']);
});

const sender = (change: object) => ({ sender: { ...good.sender, ...change } });
const hosts = (change: object) => ({ hosts: { ...good.hosts, ...change } });
const faults: [path: string, change: object][] = [
  ['stage', { stage: 'Prod' }],
  ['stage', { stage: 'a-stage-longer-than-20' }],
  ['stage', { stage: '-prod' }],
  ['organisation', { organisation: '' }],
  ['organisation', { organisation: 'Two\nlines' }],
  ['organisation', { organisation: undefined }],
  ['sender', { sender: 'follow-up@agency.example.org' }],
  ['sender.address', sender({ address: 'Follow-Up <follow-up@agency.example.org>' })],
  ['sender.name', sender({ name: 'Follow-Up\r\nBcc: everybody@example.org' })],
  ['replyTo', { replyTo: 'nobody' }],
  ['contactEmail', { contactEmail: 5 }],
  ['stage', { stage: 'my-aws-stage' }],
  ['region', { region: undefined }],
  ['region', { region: 'us-east1' }],
  ['region', { region: 'Frankfurt' }],
  ['account', { account: 123456789012 }],
  ['account', { account: '12345' }],
  ['sender.identity', sender({ identity: 'verify' })],
  ['hosts', { hosts: 'follow-up.agency.example.org' }],
  ['hosts.participants', hosts({ participants: 'https://follow-up.agency.example.org' })],
  ['hosts.participants', hosts({ participants: 'Follow-Up.agency.example.org' })],
  ['hosts.participants', hosts({ participants: '10.0.0.1' })],
  ['hosts.admin', hosts({ admin: undefined })],
  ['hosts.admin', hosts({ admin: 'localhost' })],
  ['hosts.originKey', hosts({ originKey: 'current' })],
  ['zone.id', { zone: { ...good.zone, id: '/hostedzone/Z0123456789' } }],
  ['zone.name', { zone: { ...good.zone, name: 'agency.example.org.' } }],
  [
    'certificates.api',
    { certificates: { ...certificates, api: 'arn:aws:iam::123456789012:server-certificate/x' } },
  ],
  ['operators', { operators: 'platform@agency.example.org' }],
  ['operators.0', { operators: ['platform'] }],
  ['monthlyBudget', { monthlyBudget: 0 }],
  ['monthlyBudget', { monthlyBudget: true }],
  ['threatProtection', { threatProtection: 'yes' }],
  ['tags', { tags: { stage: 'mine' } }],
  ['tags', { tags: { 'aws:cost': '1' } }],
  ['tags.team', { tags: { team: 5 } }],
  ['timeZone', { timeZone: 'America/Washington' }],
  ['timeZone', { timeZone: 'america/new_york' }],
  ['timeZone', { timeZone: 'EST' }],
  ['timeZone', { timeZone: '-05:00' }],
  ['language', { language: 'fr' }],
  ['defaultPack', { defaultPack: 'us-dc' }],
  ['defaultPack', { defaultPack: 'calendars' }],
  ['defaultPack', { defaultPack: '../packs/general' }],
  ['logRetentionDays', { logRetentionDays: 91 }],
  ['logRetentionDays', { logRetentionDays: '90' }],
];

test.each(faults)('CDK-23: %s is refused when the file says %j', async (path, change) => {
  const error = await refusal({ ...good, ...change });
  const [fault, ...others] = error.faults as [ConfigurationFault, ...ConfigurationFault[]];
  expect(others).toEqual([]);
  expect(fault.path).toBe(path);
  const named = path.replace(/\.(0|team)$/, '');
  expect(fault.read).toBe(`docs/reference/configuration.md#${named.toLowerCase().replace('.', '')}`);
  for (const words of [path, fault.given, fault.expected, fault.example, fault.read]) {
    expect(words).not.toBe('');
    expect(error.message).toContain(words);
  }
});

test.each([
  ['us-east1', 'us-east-1'],
  ['EU-CENTRAL-1', 'eu-central-1'],
  ['ap_southeast_2', 'ap-southeast-2'],
])('CDK-23: the region %s is none, and %s is what was probably meant', async (region, nearest) => {
  const { faults } = await refusal({ ...good, region });
  expect(faults.map(({ expected }) => expected)).toEqual([`the name of an AWS region; perhaps ${nearest}`]);
});

test.each([
  ['ap-east-1', 'another region: ap-east-1 has no Amazon SES, which sends the e-mails'],
  [
    'us-gov-west-1',
    'a region of the commercial partition (aws): us-gov-west-1 is in aws-us-gov, which has no CloudFront that is managed from us-east-1',
  ],
])('CDK-23: the region %s lacks something, in production and elsewhere', async (region, expected) => {
  for (const config of [good, trying])
    expect((await refusal({ ...config, region })).faults.map((fault) => fault.expected)).toEqual([expected]);
});

test('CDK-23: every region that is refused for want of mail is named in the guide', () => {
  const guide = readFileSync('docs/how-to/deploy.md', 'utf8');
  expect(REGIONS_WITHOUT_MAIL.filter((region) => !guide.includes(`\`${region}\``))).toEqual([]);
});

const recipients = trying.recipients;
const clashes: [what: string, content: object, path: string, words: RegExp][] = [
  ['production without hosts', withoutHosts, 'hosts', /production stands behind CloudFront/],
  ['production that nobody watches', { ...good, operators: [] }, 'operators', /somebody has to be told/],
  [
    'production that writes to nobody',
    { ...good, recipients },
    'recipients',
    /people have to get what is due/,
  ],
  [
    'a trial that writes to everybody',
    { ...trying, recipients: undefined },
    'recipients',
    /nobody else may be written to by mistake/,
  ],
  [
    'hosts without a zone or certificates',
    withoutZone,
    'zone',
    /zone of Route 53 .* or certificates of your own/,
  ],
  ['certificates without hosts', { ...trying, certificates }, 'certificates', /there are no hosts/],
  [
    'one host for both',
    { ...good, ...hosts({ admin: 'follow-up.agency.example.org' }) },
    'hosts.admin',
    /another host/,
  ],
  [
    'the host CloudFront reaches the API by',
    { ...good, ...hosts({ admin: 'origin.follow-up.agency.example.org' }) },
    'hosts.admin',
    /how CloudFront reaches the API/,
  ],
  [
    'a host outside the zone',
    { ...good, ...hosts({ admin: 'admin.myagency.example.org' }) },
    'hosts.admin',
    /under the zone agency\.example\.org/,
  ],
  [
    'a certificate of the edge in another region',
    { ...withoutZone, certificates: { ...certificates, edge: certificates.api } },
    'certificates.edge',
    /in us-east-1/,
  ],
  [
    'a certificate of the API in another region',
    { ...withoutZone, certificates: { ...certificates, api: certificates.edge } },
    'certificates.api',
    /in eu-west-1/,
  ],
  [
    "a certificate of somebody else's account",
    {
      ...withoutZone,
      certificates: { ...certificates, api: certificates.api.replace('123456789012', '210987654321') },
    },
    'certificates.api',
    /of the account 123456789012/,
  ],
  [
    'a secret in another region',
    {
      ...good,
      signIn: {
        issuer: 'https://login.example.org',
        clientId: 'x',
        clientSecretArn: 'arn:aws:secretsmanager:us-east-1:123456789012:secret:x',
      },
    },
    'signIn.clientSecretArn',
    /in eu-west-1/,
  ],
];

test.each(clashes)('CDK-23: %s: what does not go together is refused', async (_, content, path, words) => {
  const { faults } = await refusal(content);
  expect(faults.map((fault) => fault.path)).toEqual([path]);
  expect(faults[0]?.expected).toMatch(words);
});

test('CDK-23: what is broken by itself is not blamed a second time for what it does not go with', async () => {
  const { faults } = await refusal({ ...good, stage: 'Prod', hosts: { participants: 'x' } });
  expect(faults.map(({ path }) => path)).toEqual(['stage', 'hosts.participants', 'hosts.admin']);
});

test('CDK-23: a stage is asked for by its name, and nothing else is changed in its place', async () => {
  expect(() => loadStage('Prod')).toThrow(/config\/Prod\.json.*given: +"Prod".*a lowercase letter/s);
  expect(() => loadStage('nowhere')).toThrow(/no file of this name; there are config\/dev\.json, config\//);
  const path = await file(trying);
  expect(loadConfig(path, 'dev').stage).toBe('dev');
  expect(() => loadConfig(path, 'prod')).toThrow(/given: +"dev"\n +expected: "prod", which was asked for/);
});

test.each([
  ['contact', { ...good, contact: 'hr@agency.example.org' }, 'contactEmail'],
  ['sender.mail', { ...good, ...sender({ mail: 'x@example.org' }) }, 'one of address, name, identity'],
  ['baseUrl', { ...good, baseUrl: 'https://follow-up.example.org' }, 'hosts'],
  [
    'hosts.origin',
    { ...good, ...hosts({ origin: 'x.example.org' }) },
    'one of participants, admin, originKey',
  ],
])('CDK-23: the unknown setting %s is refused, with the names there are', async (path, content, hint) => {
  const { faults } = await refusal(content);
  expect(faults.map((fault) => fault.path)).toEqual([path]);
  expect(faults[0]?.expected).toContain(hint);
});

test('CDK-23: every fault is listed at once', async () => {
  const { faults, message } = await refusal({ stage: 'dev', sender: { name: 'Follow-Up' }, colour: 'red' });
  expect(faults.map(({ path }) => path)).toEqual([
    ...[
      'region',
      'organisation',
      'sender.address',
      'replyTo',
      'contactEmail',
      'timeZone',
      'defaultPack',
      'logRetentionDays',
    ],
    'colour',
    'recipients',
  ]);
  expect(message).toContain('10 things have to be put right');
});

test.each([
  ['text that is not JSON', '{"stage": "dev",'],
  ['a list', '[]'],
  ['nothing', ''],
])('CDK-23: a file that holds %s is refused as a whole', async (_, content) => {
  const { faults, message } = await refusal(content);
  expect(faults).toHaveLength(1);
  expect(faults[0]?.path).toBe('');
  expect(message).toContain('one JSON object');
});

test('CDK-23: a file that is not there is named', () => {
  expect(() => loadConfig('config/nowhere.json')).toThrow(/config\/nowhere\.json.*no file of this name/s);
});

const faultsOf = (path: string, stage: string): ConfigurationFault[] => {
  try {
    loadConfig(path, stage);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.faults;
    throw error;
  }
  throw new Error('The configuration was taken.');
};

test('CDK-23: a stage that can have no such name is not offered, and the rest is judged by the stage asked for', async () => {
  const { operators: _, ...unwatched } = good;
  const path = await file({ ...unwatched, stage: 'Prod', recipients: trying.recipients });
  expect(faultsOf(path, 'prod').map(({ path, expected, example }) => [path, expected, example])).toEqual([
    ['stage', '"prod", which was asked for', '"prod"'],
    [
      'operators',
      'at least one address: in production somebody has to be told when an alarm goes off',
      '["platform@agency.example.org"]',
    ],
    [
      'recipients',
      'nothing: in production people have to get what is due to them; or name the stage otherwise',
      'leave it out',
    ],
  ]);
  expect(faultsOf(await file(trying), 'prod')[0]?.expected).toBe(
    '"prod", which was asked for; or ask for "dev"',
  );
});

test('CDK-23: a broken configuration prints what is wrong and nothing else, and nothing is written', async () => {
  const path = await file({ ...good, stage: 'Prod' });
  const output = join(scratch, 'out');
  const env = { ...process.env, CDK_OUTDIR: output, CDK_CONTEXT_JSON: JSON.stringify({ config: path }) };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['infra/app.ts'], { env, encoding: 'utf8' });
  const told = messageOf(path);
  expect({ status, stdout, stderr }).toEqual({ status: 1, stdout: '', stderr: `${told}\n` });
  expect(existsSync(join(output, 'manifest.json'))).toBe(false);
});

test('what is left of an example is told before it is deployed, and only that', async () => {
  const reminder = reminderFor('config/mine.json', loadConfig('config/prod.json'));
  const noMail = 'is under a domain for examples; no mail reaches it';
  const nobodys = 'is under a domain for examples; nobody can have it';
  expect(reminder?.split('\n')).toEqual([
    'Before you deploy: config/mine.json still has values of the examples under config. Put your own in their place:',
    `  sender.address: "follow-up@agency.example.org" ${noMail}`,
    `  replyTo: "hr@agency.example.org" ${noMail}`,
    `  contactEmail: "hr@agency.example.org" ${noMail}`,
    `  hosts.participants: "follow-up.agency.example.org" ${nobodys}`,
    `  hosts.admin: "follow-up-admin.agency.example.org" ${nobodys}`,
    '  zone.id: "Z0123456789EXAMPLE" is only an example',
    `  zone.name: "agency.example.org" ${nobodys}`,
    `  operators.0: "platform@agency.example.org" ${noMail}`,
    'Every setting is explained in docs/reference/configuration.md.',
  ]);
  const own = {
    ...trying,
    account: '111122223333',
    sender: { address: 'follow-up@agency.gov', name: 'Follow-Up' },
    replyTo: 'hr@example.gov',
    contactEmail: 'help@agency.gov',
    recipients: { domains: ['agency.gov'], insteadTo: 'tests@agency.gov' },
    operators: [],
  };
  expect(reminderFor('x', loadConfig(await file(own)))).toBeUndefined();
  const left = { ...own, replyTo: 'hr@agency.example' };
  expect(
    reminderFor('x', loadConfig(await file(left)))
      ?.split('\n')
      .slice(1, 3),
  ).toEqual([
    '  stage: "dev" is that of the example; it is part of the name of the stacks',
    `  replyTo: "hr@agency.example" ${noMail}`,
  ]);
});

function messageOf(path: string): string {
  try {
    loadConfig(path);
  } catch (error) {
    return (error as Error).message;
  }
  return '';
}
