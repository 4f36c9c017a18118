import { execFile } from 'node:child_process';
import { globSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { admin } from '../operate/admin/admin.ts';
import { ensureAssembly } from '../sandbox/assembly.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { post } from '../sandbox/story/http.ts';
import { boot, example, launch, stopRunning } from './support/sandbox.ts';
import { firstOf, wordsIn } from './support/typed-commands.ts';

/** The stage `prod` as config/prod.json describes it, with a plan under way, and what is typed is typed as it is written. */
let sandbox: Sandbox;
const story = await example('dc-silence');
const before = process.env.AWS_ENDPOINT_URL;

beforeAll(async () => {
  sandbox = await boot(story.clock, { assembly: await ensureAssembly({ config: 'config/prod.json' }) });
  process.env.AWS_ENDPOINT_URL = sandbox.url;
  await launch(sandbox, story);
}, 300_000);
afterAll(async () => {
  if (before === undefined) delete process.env.AWS_ENDPOINT_URL;
  else process.env.AWS_ENDPOINT_URL = before;
  await sandbox?.close();
});

const commands = [
  ...new Set(
    globSync('docs/runbooks/*.md')
      .filter((page) => !page.endsWith('README.md'))
      .map(firstOf),
  ),
].sort();

interface Ran {
  code: number;
  said: string;
}

/** In this process: `npm run` takes two seconds to begin, and does the same with the same words. */
async function typed(line: string): Promise<Ran> {
  const [npm, script, ...words] = wordsIn(line.replace('npm run', 'npm-run').replace(' -- ', ' '));
  expect([npm, script]).toEqual(['npm-run', 'admin']);
  const said: string[] = [];
  const say = (text: string) => void said.push(text);
  return { code: await admin(words, { say, complain: say }), said: said.join('\n') };
}

const inShell = (line: string): Promise<Ran> =>
  new Promise((resolve) => {
    execFile('sh', ['-c', line], (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, said: stdout + stderr }),
    );
  });

const people = (story.plan.participants as { name: string; email: string }[]).flatMap(({ name, email }) => [
  name,
  email,
]);
const expectNobodyIn = (said: string): void => {
  for (const word of [...people, '@']) expect(said).not.toContain(word);
};

test('there are commands to try', () => expect(commands.length).toBeGreaterThan(8));

test.each(commands)('while all is well: %s', async (line) => {
  const { code, said } = await typed(line);
  expect(said).not.toBe('');
  expectNobodyIn(said);
  expect(code, said).toBe(0);
});

test('the first of them does the same when it is typed', async () => {
  const line = 'npm run admin -- status --stage prod';
  expect(commands).toContain(line);
  const { code, said } = await inShell(line);
  expect(said).toMatch(/^ {5}1 {2}plans under way$/m);
  expect(code, said).toBe(0);
});

test('in trouble they find it, end with 1, and still name nobody', async () => {
  await stopRunning(sandbox);
  const noMail = { name: 'throttle', service: 'ses', function: 'mailer', times: 10_000 };
  const noEffects = { name: 'error', service: 'dynamodb', function: 'effects', times: 10_000 };
  for (const faults of [[noMail], [noMail, noEffects]]) {
    await post(sandbox.url, '/_sandbox/faults', { faults });
    await launch(sandbox, story);
  }
  await post(sandbox.url, '/_sandbox/clock', { advance: 'PT14M' });
  const found: string[] = [];
  for (const line of commands) {
    const { code, said } = await typed(line);
    expectNobodyIn(said);
    expect(code, said).toBeLessThan(2);
    if (code === 1) found.push(line);
  }
  await post(sandbox.url, '/_sandbox/faults', { faults: [] });
  expect(found).toEqual([
    'npm run admin -- executions --failed --stage prod',
    'npm run admin -- logs --errors --stage prod',
    'npm run admin -- logs effects --errors --stage prod',
    'npm run admin -- mails --pending --stage prod',
    'npm run admin -- plans --late --stage prod',
    'npm run admin -- queue --stage prod',
    'npm run admin -- status --stage prod',
  ]);
});
