import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureAssembly } from '../../sandbox/assembly.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { get, post } from '../../sandbox/story/http.ts';
import { Person } from '../../sandbox/story/people.ts';
import { play } from '../../sandbox/story/play.ts';
import type { Story } from '../../sandbox/story/story-file.ts';
import { boot, command, emailOf, example, launch, mails, stopRunning, until } from '../support/sandbox.ts';

interface Statement {
  Action: string | string[];
  Effect: string;
  Resource: unknown;
}
interface Role {
  Properties: { Policies?: { PolicyDocument: { Statement: Statement[] } }[] };
}

let copies: string;
beforeAll(async () => {
  copies = await mkdtemp(join(tmpdir(), 'follow-up-'));
});
afterAll(() => rm(copies, { recursive: true }));

/** The synthesized app with one function's role changed by hand. */
async function withRole(name: string, change: (statements: Statement[]) => Statement[]): Promise<string> {
  const assembly = join(copies, name + Math.random().toString(36).slice(2));
  await cp(await ensureAssembly(), assembly, { recursive: true });
  for (const file of (await readdir(assembly)).filter((file) => file.endsWith('service.template.json'))) {
    const template = JSON.parse(await readFile(join(assembly, file), 'utf8')) as {
      Resources: Record<string, Role>;
    };
    const found = Object.entries(template.Resources).find(([id]) => id.startsWith(`${name}Role`));
    if (!found) throw new Error(`No role of ${name} in ${file}.`);
    for (const policy of found[1].Properties.Policies ?? []) {
      policy.PolicyDocument.Statement = change(policy.PolicyDocument.Statement);
    }
    await writeFile(join(assembly, file), JSON.stringify(template));
  }
  return assembly;
}

const without = (action: string) => (statements: Statement[]) =>
  statements
    .map((statement) => ({
      ...statement,
      Action: [statement.Action].flat().filter((each) => each !== action),
    }))
    .filter((statement) => statement.Action.length > 0);

describe('a right that a function needs and does not have', () => {
  test.each([
    ['Mailer', 'ses:SendRawEmail', 'identity/agency.example.org'],
    ['Lifecycle', 'dynamodb:Query', 'table/pip-follow-up-dev-data-PlanTable'],
  ])('fails the story: %s without %s', async (name, action, resource) => {
    const story = await example('dc-answered');
    const sandbox = await boot(story.clock, {
      assembly: await withRole(name, without(action)),
      onError: () => {},
    });
    try {
      await expect(play(story, sandbox.url)).rejects.toThrow('has no mail with a link to acknowledgement');

      const [denied] = sandbox.iam.denied();
      expect(denied).toMatchObject({ action, resource: expect.stringContaining(resource) });
      expect(denied?.caller).toMatch(new RegExp(`^${name}Function`));
      const logged = sandbox.functions
        .logs()
        .map((log) => log.line)
        .join('\n');
      expect(logged).toMatch(/AccessDenied/);
    } finally {
      await sandbox.close();
    }
  });
});

/** A plan to which everything happens that needs a right, the rare things included. */
async function eventfulPlan(sandbox: Sandbox, story: Story): Promise<void> {
  const planId = await launch(sandbox, story);
  for (const [who, typedName] of [
    ['employee', 'Dana Whitfield'],
    ['supervisor', 'Marcus Oyelaran'],
  ] as const) {
    const person = new Person(sandbox.url, who, emailOf(story, who));
    await person.answer('acknowledgement', { choice: 'sign', typedName });
  }
  await get(sandbox.url, '/api/plans');
  // Mail that is throttled for a while is sent later, by way of the sweeper.
  await post(sandbox.url, '/_sandbox/faults', { faults: [{ name: 'throttle', service: 'ses', times: 4 }] });
  await until(sandbox, '2027-03-15T16:00', story);
  // A run that dies is replaced, and the dead one stopped for good.
  await stopRunning(sandbox);
  await until(sandbox, '2027-03-16T12:00', story);
  await command(sandbox, planId, { type: 'withdraw', reason: 'Transferred to another agency.' });
  await until(sandbox, '2027-03-16T13:00', story);
}

test('every right of every role is used by a plan, and one that nothing uses is named', async () => {
  const spare = { Action: 'dynamodb:DeleteItem', Effect: 'Allow', Resource: '*' };
  const story = await example('dc-silence');
  const sandbox = await boot(story.clock, {
    assembly: await withRole('Pages', (statements) => [...statements, spare]),
    onError: () => {},
  });
  try {
    await eventfulPlan(sandbox, story);

    const unused = sandbox.iam.unused().map(({ role, action }) => [role.replace(/[0-9A-F]{8}$/, ''), action]);
    expect(unused).toEqual([['PagesRole', 'dynamodb:DeleteItem']]);
    expect(sandbox.iam.denied()).toEqual([]);
    const sent = (await mails(sandbox)).map((mail) => mail.tags.outbox);
    expect(new Set(sent).size).toBe(sent.length);
  } finally {
    await sandbox.close();
  }
});
