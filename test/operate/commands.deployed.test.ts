import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { verdictOn } from '../../adapters/verify-record.ts';
import { admin } from '../../operate/admin/admin.ts';
import type { Terminal } from '../../operate/common/command-line.ts';
import { doctor } from '../../operate/doctor/doctor.ts';
import type { Finding } from '../../operate/doctor/finding.ts';
import { smoke } from '../../operate/smoke/smoke.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { post } from '../../sandbox/story/http.ts';
import { boot, command, eventsOf, example, launch, mails, stopRunning } from '../support/sandbox.ts';

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

const advance = (by: string) => post(sandbox.url, '/_sandbox/clock', { advance: by });
const fail = (...faults: object[]) => post(sandbox.url, '/_sandbox/faults', { faults });
const mailsOf = async (plan: string) => (await mails(sandbox)).filter(({ tags }) => tags.plan === plan);

const at = () => ['--stage', 'dev', '--endpoint', sandbox.url];
const office = (...words: string[]) => run(admin, ...words, ...at());

describe('npm run doctor', () => {
  test('SES-1: says of a deployment that is well what is well, and nothing else is wrong', async () => {
    const asked = await run(doctor, ...at(), '--json');
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
    expect(said).toMatch(/^ {5}0 {2}% of the mails that SES allows in 24 hours: \d+ of \d+$/m);
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
      'The one running execution is on the newest definition.',
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
    expect(said).toContain(`One record is in ${folder}, read back and verified.`);
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
      'There are effects, mail, sweeps, feedback, news.',
    );
    expect((await office('logs', 'sweeper', '--error', 'swept')).said).toContain('"message":"swept"');
    expect((await office('logs', 'nobody')).complained).toContain('There is no function "nobody".');
  });

  test('keys are added, used and retired; the one in use stays', async () => {
    expect((await office('keys', 'rotate', 'links', '--step', 'add')).said).toContain('k2 is added');
    expect((await office('keys', 'rotate', 'links', '--step', 'add')).said).toContain('k2 is added');
    expect((await office('keys', 'retire', 'links', 'k1', '--yes')).complained).toContain('Rotate first');
    expect((await office('keys', 'rotate', 'links', '--step', 'use')).complained).toContain('k2 is too new');
    await advance('PT6M');
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

  test('a hold is set on those a plan is compared with too, and on nobody when one of them is not there', async () => {
    const other = await launch(sandbox, story);
    const nobody = 'plnaaaaaaaaaaaaaaaaaaaa';
    const words = ['hold', planId, '--reason', 'Charge 7', '--comparator', other];
    const refused = await office(...words, '--comparator', nobody);
    expect(refused.complained).toContain(`${nobody}: There is no plan with this id. Nothing is held.`);
    expect(refused.code).toBe(2);
    const held = async () =>
      Promise.all(
        [planId, other].map(async (id) => (await eventsOf(sandbox, id)).at(-1)?.type === 'LegalHoldSet'),
      );
    expect(await held()).toEqual([false, false]);
    expect((await office(...words)).code).toBe(0);
    expect(await held()).toEqual([true, true]);
  });

  test('logs tell of one function or of all, and errors are counted by their names', async () => {
    const quiet = await office('logs', 'jobs', '--errors');
    expect([quiet.said, quiet.code]).toEqual(['It told of no error in that time.', 0]);
    await fail({ name: 'error', service: 'dynamodb', function: 'api', times: 1000 });
    await fetch(`${sandbox.url}/api/plans/${planId}`);
    await fail();
    const { code, said } = await office('logs', '--errors');
    expect(said).toMatch(/^\d{4}-\S+Z {2}api {2}\{/m);
    expect(said).toMatch(/^\d+ × \w.* in api$/m);
    expect(said).not.toContain('"level":"INFO"');
    expect(code).toBe(1);
    expect((await office('logs', '--error', 'swept')).said).toMatch(/^\S+Z {2}sweeper {2}\{.*"swept"/m);
  });

  test('of a batch that its feed gave up the record knows what is owed: it is handed over, once', async () => {
    await fail({ name: 'error', service: 'dynamodb', function: 'mailer', times: 100_000 });
    const waiting = await launch(sandbox, story);
    await advance('PT14M');
    const shown = await office('queue', 'mail');
    expect(shown.said).toMatch(/^ {2}\S+Z {2}\d+ of the stream {2}RetryAttemptsExhausted$/m);
    await fail();
    expect(await mailsOf(waiting)).toEqual([]);
    const { said } = await office('queue', 'mail', '--redrive');
    expect(said.match(/cannot be handed over a second time/g)).toHaveLength(1);
    expect(said).toContain('done after all; the queue is empty.');
    // What the sweeper handed over meanwhile is tried again within a minute, and what comes after it waits for it.
    await advance('PT2M');
    const keys = (await mailsOf(waiting)).map(({ to, subject }) => `${to} ${subject}`);
    expect(keys.length).toBeGreaterThan(0);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('while the triggers are paused nothing goes out; resumed, they go on where they stopped', async () => {
    expect((await office('pause-triggers')).complained).toContain('Nobody is here to be asked.');
    const paused = await office('pause-triggers', '--yes');
    expect(paused.said.match(/: paused\.$/gm)).toHaveLength(3);
    expect((await office('status')).said).toMatch(
      /^ {5}3 {2}triggers paused {4}npm run admin -- resume-triggers/m,
    );
    const waiting = await launch(sandbox, story);
    await advance('PT2H');
    expect(await mailsOf(waiting)).toEqual([]);
    expect((await office('resume-triggers')).said.match(/: on\.$/gm)).toHaveLength(3);
    expect((await office('resume-triggers')).said.match(/: on, as it was\.$/gm)).toHaveLength(3);
    await advance('PT16M');
    expect((await mailsOf(waiting)).length).toBeGreaterThan(0);
    expect((await office('status')).said).toMatch(/^ {5}0 {2}triggers paused$/m);
  });

  test('the record is put back to a moment, and nobody gets a second time what was owed then and has gone out', async () => {
    await fail({ name: 'throttle', service: 'ses', times: 100_000 });
    const owing = await launch(sandbox, story);
    await advance('PT6M');
    const then = new Date(sandbox.clock.now()).toISOString();
    await advance('PT1M');
    await fail();
    await advance('PT1H');
    const written = async () => (await mailsOf(owing)).map(({ to, subject }) => `${to} ${subject}`);
    const sent = await written();
    expect(sent.length).toBeGreaterThan(0);
    await command(sandbox, owing, { type: 'hold', reason: 'A claim' });
    await advance('PT10M');

    const reach = await office('restore');
    expect(reach.said).toMatch(/^The record can be restored to any moment from \S+Z to \S+Z\.$/m);
    const words = ['restore', '--to', then, '--hold-mail'];
    const dry = await office(...words);
    expect(dry.said).toContain('Nothing was changed. To do it: the same with --apply.');
    const recorded = async () => (await eventsOf(sandbox, owing)).map(({ type }) => type);
    expect(await recorded()).toContain('LegalHoldSet');
    expect((await office(...words, '--apply')).complained).toContain('Nobody is here to be asked.');

    const done = await office(...words, '--apply', '--yes');
    expect(done.said).toMatch(
      /^1 plans go on from then\. Of mails that were owed then, [1-9]\d* have gone out since/m,
    );
    await advance('PT45M');
    expect(await recorded()).not.toContain('LegalHoldSet');
    expect(await recorded()).toContain('RunRestarted');
    expect((await written()).filter((mail) => sent.includes(mail))).toEqual(sent);
    const past = /in the table (\S+)\./.exec(done.said)?.[1] ?? '';
    expect((await office('restore', '--from', past)).said).toContain('done before.');
    expect((await office('restore', '--from', 'nowhere')).complained).toContain('There is no table nowhere');
  });

  // After the others: SES writes no more to an address that came back.
  test('CDK-16: news of SES that its function failed on is handed to it again, as it came', async () => {
    await fail(
      { name: 'bounce', service: 'ses', times: 1 },
      { name: 'error', service: 'dynamodb', function: 'feedback', times: 1000 },
    );
    const bounced = await launch(sandbox, story);
    await advance('PT10M');
    const count =
      /^ {5}[1-9] {2}feedback: news of SES about mails that were not taken, since \S+Z or earlier$/m;
    const all = await office('queue');
    expect(all.said).toMatch(count);
    expect(all.code).toBe(1);
    const shown = await office('queue', 'feedback');
    expect(shown.said).toMatch(new RegExp(`^ {2}\\S+Z {2}Email Bounced {2}${bounced} {2}\\w+$`, 'm'));
    expect(shown.said).not.toContain('@');

    expect((await office('queue', 'feedback', '--redrive')).said).toContain('It failed again (');
    await fail();
    expect((await office('queue', 'feedback', '--redrive')).said).toMatch(
      /^\d+ done after all; the queue is empty\.$/,
    );
    await advance('PT0S');
    expect((await eventsOf(sandbox, bounced)).map(({ type }) => type)).toContain('MailUndelivered');
    expect((await office('queue')).code).toBe(0);
  });

  test('SES-8: status says since when SES takes no mail, until it takes one again', async () => {
    const paused = /^ {5}1 {2}SES takes no mail, since \S+Z \(\w+\)$/m;
    await fail({ name: 'sending_paused', service: 'ses', times: 100_000 });
    await launch(sandbox, story);
    await advance('PT1M');
    expect((await office('status')).said).toMatch(paused);
    await fail();
    await advance('PT1H');
    expect((await office('status')).said).not.toMatch(/takes no mail/);
  });

  test.each([
    {
      words: ['restart', 'plnaaaaaaaaaaaaaaaaaaaa', '--reason', 'x'],
      says: 'There is no plan with this id.',
    },
    { words: ['restart', 'plan-1', '--reason', 'x'], says: '"plan-1" is not the id of a plan' },
    { words: ['hold', 'plnaaaaaaaaaaaaaaaaaaaa'], says: "required option '--reason <text>'" },
    { words: ['restore', '--to', 'x', '--from', 'y'], says: '--to and --from say two things' },
    { words: ['queue', '--redrive'], says: 'Of which queue?' },
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
