import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plainly } from '../../operate/common/plain-errors.ts';
import { deploy } from '../../operate/deploy/deploy.ts';
import { doctor } from '../../operate/doctor/doctor.ts';
import type { Finding } from '../../operate/doctor/finding.ts';
import type { World } from '../../operate/doctor/world.ts';
import { type WrongAws, wrongAws } from '../support/wrong-aws.ts';

let deployed: WrongAws;
let empty: WrongAws;
let config: string;
beforeAll(async () => {
  [deployed, empty] = [await wrongAws(), await wrongAws({ empty: true })];
  const example = JSON.parse(readFileSync('config/prod.json', 'utf8')) as object;
  config = join(mkdtempSync(join(tmpdir(), 'follow-up-')), 'prod.json');
  const sender = { address: 'follow-up@agency.org', name: 'Agency' };
  const zone = { id: 'Z0123456789', name: 'agency.org' };
  const hosts = { participants: 'follow-up.agency.org', admin: 'follow-up-admin.agency.org' };
  const { certificates: _, ...rest } = { certificates: undefined, ...example };
  writeFileSync(
    config,
    JSON.stringify({
      ...rest,
      stage: 'prod',
      region: 'us-east-1',
      account: '123456789012',
      sender,
      zone,
      hosts,
    }),
  );
});
afterAll(() => Promise.all([deployed.close(), empty.close()]));

const nowhere = () => Promise.reject(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }));
/** A network where nothing of ours is found, and tools of other versions. */
const wrongWorld = (world: World): World => ({
  ...world,
  dns: {
    resolveTxt: nowhere,
    resolveCname: nowhere,
    resolveMx: nowhere,
    resolveNs: nowhere,
    resolve4: nowhere,
  },
  fetch: nowhere,
  versions: {
    node: '20.20.2',
    cdkPinned: '2.1148.1',
    cdkLocal: '2.1000.0',
    cdkElsewhere: { path: '/usr/bin/cdk', version: '3.0.0' },
  },
});

async function run(command: typeof doctor, ...words: string[]) {
  const [said, complained]: [string[], string[]] = [[], []];
  const print = { say: (line: string) => said.push(line), complain: (line: string) => complained.push(line) };
  const code = await command(words, print as never, wrongWorld);
  return { code, said: said.join('\n'), complained: complained.join('\n') };
}

const told = (json: string) =>
  (JSON.parse(json.replaceAll(config, 'CONFIG.json')) as Finding[]).map(
    ({ check, is, fix }) => `${is}  ${check}${fix ? `  ->  ${fix}` : ''}`,
  );

test('SES-1: where everything is wrong, every fault is named with what to type', async () => {
  const where = ['--stage', 'prod', '--config', config, '--endpoint', deployed.url];
  const { code, said } = await run(doctor, ...where, '--json', '--mails-a-day', '500');
  await expect(`${told(said).join('\n')}\n`).toMatchFileSnapshot('expected/doctor-everything-wrong.txt');
  expect(code).toBe(1);
});

test('before a deployment, what would be lost or refused is named, and nothing is changed', async () => {
  const where = ['--stage', 'prod', '--config', config, '--endpoint', empty.url];
  const { code, said } = await run(doctor, ...where, '--json', '--before-deploy');
  await expect(`${told(said).join('\n')}\n`).toMatchFileSnapshot('expected/doctor-before-deploy.txt');
  expect(code).toBe(1);
  const refused = await run(deploy, ...where, '--yes');
  expect(refused.said).toContain('Nothing was changed.');
  expect(refused.said).toMatch(
    /WRONG .*deploy\.table: There is the table pip-follow-up-prod-data-PlanTable1/,
  );
  expect(refused.code).toBe(1);
});

test.each([
  ['CredentialsProviderError', 'AWS does not know who you are'],
  ['ExpiredTokenException', 'AWS does not know who you are'],
  ['AccessDeniedException', 'AWS refuses it to you'],
])('%s is told in plain words, with the way out', (name, says) => {
  const said = plainly(Object.assign(new Error('no'), { name, $metadata: {} }));
  expect(said?.message).toContain(says);
  expect(said?.wayOut).toBeTruthy();
});

test.each([
  { words: [], says: 'Which deployment?' },
  { words: ['--stage', 'Prod'], says: '"Prod" is not a stage' },
  { words: ['--stage', 'nobody'], says: 'Which region?' },
  { words: ['--stage', 'dev', '--config', 'config/none.json'], says: 'no file of this name' },
  { words: ['--stage', 'test', '--config', 'config/dev.json'], says: 'of the stage "dev", not of "test"' },
  { words: ['--stage', 'dev', '--mails-a-day', 'many'], says: 'whole number above 0' },
  { words: ['--stag', 'dev'], says: 'Did you mean --stage?' },
  {
    words: ['--stage', 'dev', '--endpoint', 'http://127.0.0.1:9'],
    says: 'http://127.0.0.1:9 cannot be reached',
  },
])('doctor $words is answered in plain words, and exits 2', async ({ words, says }) => {
  const { code, said, complained } = await run(doctor, ...words);
  expect(complained).toContain(says);
  expect(said).toBe('');
  expect(code).toBe(2);
});
