import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { verdictOn } from '../../adapters/verify-record.ts';
import { admin } from '../../operate/admin/admin.ts';
import type { Terminal } from '../../operate/common/command-line.ts';
import { doctor } from '../../operate/doctor/doctor.ts';
import type { Finding } from '../../operate/doctor/finding.ts';
import type { World } from '../../operate/doctor/world.ts';
import { smoke } from '../../operate/smoke/smoke.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { post } from '../../sandbox/story/http.ts';
import { boot, eventsOf, example, launch, mails, stopRunning } from '../support/sandbox.ts';

let sandbox: Sandbox;
let planId: string;
const folder = mkdtempSync(join(tmpdir(), 'follow-up-'));
const story = await example('dc-silence');

beforeAll(async () => {
  sandbox = await boot(story.clock);
  planId = await launch(sandbox, story);
});
afterEach(() => post(sandbox.url, '/_sandbox/faults', { faults: [] }));
afterAll(() => sandbox.close());

type Runs = (words: string[], print: Terminal) => Promise<number>;

async function run(command: Runs, ...words: string[]) {
  const [said, complained]: [string[], string[]] = [[], []];
  const print = {
    say: (line: string) => void said.push(line),
    complain: (line: string) => void complained.push(line),
  };
  const code = await command(words, print);
  return { code, said: said.join('\n'), complained: complained.join('\n') };
}

const at = () => ['--stage', 'dev', '--endpoint', sandbox.url];
const office = (...words: string[]) => run(admin, ...words, ...at());

const withDmarc = (world: World): World => ({
  ...world,
  dns: { ...world.dns, resolveTxt: async () => [['v=DMARC1; p=reject']] },
});

describe('npm run doctor', () => {
  test('SES-1: says of a deployment that is well what is well, and nothing else is wrong', async () => {
    const asked = await run((words, print) => doctor(words, print, withDmarc), ...at(), '--json');
    const findings = JSON.parse(asked.said) as Finding[];
    expect(findings.filter(({ is }) => is === 'wrong')).toEqual([]);
    expect(findings.length).toBeGreaterThan(30);
    expect(asked.code).toBe(0);
  });

  test('names a stage that is not there', async () => {
    const where = ['--stage', 'nowhere', '--region', 'us-east-1', '--endpoint', sandbox.url];
    const { code, complained } = await run(admin, 'status', ...where);
    expect(complained).toContain('There is no stage "nowhere" in account 123456789012, region us-east-1');
    expect(code).toBe(2);
  });
});

describe('npm run admin', () => {
  test('status is one screen, and names what to look at', async () => {
    const { code, said } = await office('status');
    expect(said).toMatch(/^ {5}1 {2}plans under way$/m);
    expect(said).toMatch(/^ {5}0 {2}plans nobody drives$/m);
    expect(code).toBe(0);
  });

  test('a plan that is stopped is restarted, in the name of who did it', async () => {
    const name = await stopRunning(sandbox);
    expect((await office('redrive', name)).said).toContain('goes on at the state that failed');
    const reason = 'Its run was killed.';
    const { code, said } = await office('restart', planId, '--reason', reason);
    expect(said).toContain(`Run 2 of ${planId} starts from the record`);
    expect(code).toBe(0);
    const events = await eventsOf(sandbox, planId);
    expect(events.findLast(({ type }) => type === 'RunRestarted')).toMatchObject({
      because: 'by_operator',
      reason,
      actor: { kind: 'principal', id: 'arn:aws:iam::123456789012:user/sandbox-user' },
    });
    await sandbox.clock.settle();
    expect((await office('executions')).said).toContain(`${planId}-r2  RUNNING`);
    expect((await office('redrive', name)).complained).toContain('Run 2 drives');
    expect((await office('migrate')).said).toContain(
      'All 1 running executions are on the newest definition.',
    );
  });

  test('a record is held and released, and both stand in it', async () => {
    expect((await office('hold', planId, '--reason', 'A claim')).said).toContain('is kept');
    expect((await office('hold', planId, '--reason', 'A claim')).said).toContain('on hold already');
    expect((await office('release', planId, '--reason', 'Settled')).code).toBe(0);
    const types = (await eventsOf(sandbox, planId)).map(({ type }) => type);
    expect(types.filter((type) => type.startsWith('LegalHold'))).toEqual([
      'LegalHoldSet',
      'LegalHoldReleased',
    ]);
  });

  test('every record is exported for its owner alone, and verifies', async () => {
    const { code, said } = await office('export', '--all', folder);
    expect(said).toContain(`1 records are in ${folder}, each read back and verified.`);
    expect(code).toBe(0);
    expect(readdirSync(folder).sort()).toEqual(['heads.json', `${planId}-record.json`].sort());
    const file = join(folder, `${planId}-record.json`);
    expect(verdictOn(readFileSync(file)).exit).toBe(0);
    expect(statSync(file).mode & 0o077).toBe(0);
    const down = await office('teardown', '--export', folder);
    expect(down.said).toContain('Nothing was deleted.');
    expect(down.said).toContain('npx cdk destroy pip-follow-up-dev-data');
  });

  test('mail that fails is listed without an address, and what is given up is done after all', async () => {
    const faults = [{ name: 'throttle', service: 'ses', times: 1000 }];
    await post(sandbox.url, '/_sandbox/faults', { faults });
    const another = await launch(sandbox, story);
    const waiting = await office('mails', '--pending');
    expect(waiting.said).toContain(`${another}  PENDING`);
    expect(waiting.said).not.toContain('@');
    expect(waiting.code).toBe(1);
    await post(sandbox.url, '/_sandbox/faults', { faults: [] });
    expect((await office('sweep')).said).toMatch(/^Swept: effects \d+/);
    expect((await office('queue', 'mail')).said).toBe('No mails that were not handed over.');
    expect((await office('queue', 'letters')).complained).toContain(
      'There are effects, mail, sweeps, feedback.',
    );
    expect((await office('logs', 'sweeper', '--error', 'swept')).said).toContain('"message":"swept"');
    expect((await office('logs', 'nobody')).complained).toContain('There is no function "nobody".');
  });

  test('keys are added, used and retired; the one in use stays', async () => {
    expect((await office('keys', 'rotate', 'links', '--step', 'add')).said).toContain('k2 is added');
    expect((await office('keys', 'rotate', 'links', '--step', 'add')).said).toContain('k2 is added');
    expect((await office('keys', 'retire', 'links', 'k1', '--yes')).complained).toContain('Rotate first');
    expect((await office('keys', 'rotate', 'links', '--step', 'use')).said).toContain('k2 seals');
    expect((await office('keys', 'list', 'links')).said.split('\n')).toEqual([
      'k1  still opens what it sealed',
      'k2  seals what is new',
    ]);
    expect((await office('keys', 'retire', 'links', 'k1', '--yes')).code).toBe(0);
    expect((await office('keys', 'list', 'links')).said).toBe('k2  seals what is new');
  });

  test('the first user is created in two groups, and people are listed with theirs', async () => {
    const you = ['--email', 'you@agency.example', '--name', 'You'];
    expect((await office('first-user', ...you)).said).toContain('in the groups hr and operator');
    expect((await office('first-user', ...you)).said).toContain('They were there already.');
    const { said } = await office('users', 'list', '--group', 'operator');
    expect(said).toContain('you@agency.example  hr, operator  FORCE_CHANGE_PASSWORD');
    const unknown = await office('users', 'add', 'them@agency.example', '--group', 'hr');
    expect(unknown.complained).toContain('There is nobody with this address.');
    expect((await office('users', 'remove', 'you@agency.example', '--group', 'hr')).code).toBe(0);
  });

  test.each([
    {
      words: ['restart', 'plnaaaaaaaaaaaaaaaaaaaa', '--reason', 'x'],
      says: 'There is no plan with this id.',
    },
    { words: ['restart', 'plan-1', '--reason', 'x'], says: '"plan-1" is not the id of a plan' },
    { words: ['hold', 'plnaaaaaaaaaaaaaaaaaaaa'], says: "required option '--reason <text>'" },
    { words: ['statuss'], says: 'Did you mean status?' },
    { words: ['restore', '--to', 'yesterday'], says: '--to takes a moment' },
    { words: ['logs', 'pages', '--since', 'long'], says: '--since takes a time' },
  ])('$words is answered in plain words, and exits 2', async ({ words, says }) => {
    const { code, said, complained } = await office(...words);
    expect(complained).toContain(says);
    expect(said).toBe('');
    expect(code).toBe(2);
  });
});

describe('npm run smoke', () => {
  test('a canary flies through the public addresses alone, and leaves a withdrawn plan', async () => {
    const { code, said } = await run(smoke, '--url', sandbox.url);
    const steps = said.split('\n').filter((line) => /^[✓✗]/.test(line));
    expect(steps.filter((line) => line.startsWith('✗'))).toEqual([]);
    expect(steps.length).toBeGreaterThan(10);
    expect(code).toBe(0);
    const withdrawn = (await office('plans')).said.split('\n').filter((line) => line.includes('withdrawn'));
    expect(withdrawn).toEqual([expect.stringMatching(/^pln\w{20} {2}withdrawn {2}run 1 {2}next nothing$/)]);
    const to = (await mails(sandbox)).flatMap((mail) => mail.to);
    expect(to.filter((address) => address.includes('bounce+supervisor')).length).toBeGreaterThan(0);
  });

  test('says what fails, and withdraws the canary all the same', async () => {
    const faults = [{ name: 'error', service: 'ses', times: 1000 }];
    await post(sandbox.url, '/_sandbox/faults', { faults });
    const { code, said } = await run(smoke, '--url', sandbox.url, '--patience', '1');
    await post(sandbox.url, '/_sandbox/faults', { faults: [] });
    expect(said).toMatch(/✗ the mail to a good address left/);
    expect(said).toMatch(/✓ it is withdrawn/);
    expect(code).toBe(1);
  });
});
