import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ConfigurationError, type ConfigurationFault, loadConfig, reminderFor } from '../../infra/config.ts';

const scratch = await mkdtemp(join(tmpdir(), 'pip-follow-up-config-'));
afterAll(() => rm(scratch, { recursive: true, force: true }));

const good = {
  stage: 'prod',
  organisation: 'Example Agency',
  sender: { address: 'follow-up@agency.example.org', name: 'Follow-Up' },
  replyTo: 'hr@agency.example.org',
  contactEmail: 'help@agency.example.org',
  timeZone: 'America/New_York',
  language: 'en',
  quietHours: { from: '20:00', to: '07:00' },
  defaultPack: 'us-dc-6b1410',
  logRetentionDays: 30,
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

test('the configuration that comes with the project is complete', () => {
  expect(loadConfig('config/dev.json')).toMatchObject({ stage: 'dev', organisation: 'Example Agency' });
});

test.each([
  ['https://follow-up.example.org/', 'https://follow-up.example.org'],
  ['https://follow-up.example.org:8443', 'https://follow-up.example.org:8443'],
  ['http://localhost:4000', 'http://localhost:4000'],
])('the base URL %s is used as %s', async (baseUrl, used) => {
  expect(loadConfig(await file({ ...good, baseUrl })).baseUrl).toBe(used);
});

const sender = (change: object) => ({ sender: { ...good.sender, ...change } });
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
  ['baseUrl', { baseUrl: 'http://follow-up.example.org' }],
  ['baseUrl', { baseUrl: 'https://follow-up.example.org/app' }],
  ['baseUrl', { baseUrl: 'https://somebody:secret@follow-up.example.org' }],
  ['baseUrl', { baseUrl: 'follow-up.example.org' }],
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
  expect(fault.read).toBe(`docs/reference/configuration.md#${path.toLowerCase().replace('.', '')}`);
  for (const words of [path, fault.given, fault.expected, fault.example, fault.read]) {
    expect(words).not.toBe('');
    expect(error.message).toContain(words);
  }
});

test.each([
  ['contact', { ...good, contact: 'hr@agency.example.org' }, 'contactEmail'],
  ['sender.mail', { ...good, ...sender({ mail: 'x@example.org' }) }, 'one of address, name'],
])('CDK-23: the unknown setting %s is refused, with the names there are', async (path, content, hint) => {
  const { faults } = await refusal(content);
  expect(faults.map((fault) => fault.path)).toEqual([path]);
  expect(faults[0]?.expected).toContain(hint);
});

test('CDK-23: every fault is listed at once', async () => {
  const { faults, message } = await refusal({ stage: 'dev', sender: { name: 'Follow-Up' }, colour: 'red' });
  expect(faults.map(({ path }) => path)).toEqual([
    ...[
      'organisation',
      'sender.address',
      'replyTo',
      'contactEmail',
      'timeZone',
      'defaultPack',
      'logRetentionDays',
    ],
    'colour',
  ]);
  expect(message).toContain('8 things have to be put right');
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

test('CDK-23: a broken configuration prints what is wrong and nothing else, and nothing is written', async () => {
  const path = await file({ ...good, stage: 'Prod' });
  const output = join(scratch, 'out');
  const env = { ...process.env, CDK_OUTDIR: output, CDK_CONTEXT_JSON: JSON.stringify({ config: path }) };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['infra/app.ts'], { env, encoding: 'utf8' });
  const told = messageOf(path);
  expect({ status, stdout, stderr }).toEqual({ status: 1, stdout: '', stderr: `${told}\n` });
  expect(existsSync(join(output, 'manifest.json'))).toBe(false);
});

test('what is left of the example is told before it is deployed, and only that', async () => {
  const reminder = reminderFor('config/prod.json', loadConfig('config/dev.json'));
  expect(reminder?.split('\n')).toEqual([
    'Before you deploy: config/prod.json still has values of the example config/dev.json. Put your own in their place:',
    '  stage: "dev" is that of the example; it is part of the name of both stacks',
    ...['sender.address', 'replyTo', 'contactEmail'].map((path) =>
      expect.stringMatching(
        `^  ${path}: "[a-z-]+@agency\\.example\\.org" is under a domain for examples; no mail reaches it$`,
      ),
    ),
    'Every setting is explained in docs/reference/configuration.md.',
  ]);
  const own = {
    ...good,
    sender: { address: 'follow-up@agency.gov', name: 'Follow-Up' },
    replyTo: 'hr@example.gov',
    contactEmail: 'help@agency.gov',
  };
  expect(reminderFor('config/prod.json', loadConfig(await file(own)))).toBeUndefined();
  const { stage: _, ...others } = own;
  expect(reminderFor('x', loadConfig(await file({ ...others, stage: 'dev' })))).toBeUndefined();
  const left = { ...own, replyTo: 'hr@agency.example' };
  expect(reminderFor('x', loadConfig(await file(left)))).toContain('  replyTo: "hr@agency.example" is');
});

function messageOf(path: string): string {
  try {
    loadConfig(path);
  } catch (error) {
    return (error as Error).message;
  }
  return '';
}
