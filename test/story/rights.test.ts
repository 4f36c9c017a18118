import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureAssembly } from '../../sandbox/assembly.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { get, post } from '../../sandbox/story/http.ts';
import { Person } from '../../sandbox/story/people.ts';
import type { Story } from '../../sandbox/story/story-file.ts';
import {
  boot,
  command,
  emailOf,
  example,
  launch,
  mails,
  runStory,
  settle,
  stopRunning,
  until,
} from '../support/sandbox.ts';
import { visitSite } from '../support/visit-site.ts';

interface Statement {
  Action: string | string[];
  Effect: string;
  Resource: unknown;
}
interface Lambda {
  Properties?: { Environment?: { Variables?: Record<string, unknown> } };
  Metadata: { 'aws:asset:path': string };
}
interface Role {
  Properties: { Policies?: { PolicyDocument: { Statement: Statement[] } }[] };
}

let copies: string;
beforeAll(async () => {
  await ensureAssembly();
  copies = await mkdtemp(join(tmpdir(), 'follow-up-'));
});
afterAll(() => rm(copies, { recursive: true }));

/** With the same bundles, not with copies of them: those would all have to be compiled again. */
async function copyOfAssembly(): Promise<string> {
  const assembly = await mkdtemp(join(copies, 'assembly-'));
  const original = await ensureAssembly();
  for (const entry of await readdir(original, { withFileTypes: true })) {
    const [from, to] = [join(original, entry.name), join(assembly, entry.name)];
    await (entry.isDirectory() ? symlink(from, to) : copyFile(from, to));
  }
  return assembly;
}

/** The synthesized app with one function's code replaced. */
async function withHandler(service: string, code: string): Promise<string> {
  const assembly = await copyOfAssembly();
  const file = (await readdir(assembly)).find((name) => name.endsWith('service.template.json')) ?? '';
  const template = JSON.parse(await readFile(join(assembly, file), 'utf8')) as {
    Resources: Record<string, Lambda>;
  };
  const lambda = Object.values(template.Resources).find(
    ({ Properties }) => Properties?.Environment?.Variables?.POWERTOOLS_SERVICE_NAME === service,
  );
  const bundle = join(assembly, lambda?.Metadata['aws:asset:path'] ?? 'missing');
  await rm(bundle);
  await mkdir(bundle);
  await writeFile(join(bundle, 'index.mjs'), code);
  return assembly;
}

/** The synthesized app with one function's role changed by hand. */
async function withRole(name: string, change: (statements: Statement[]) => Statement[]): Promise<string> {
  const assembly = await copyOfAssembly();
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

/** The beginning of a plan: approved, launched, and signed by the employee. */
async function untilSigned(): Promise<string> {
  const story = await example('dc-answered');
  const file = join(copies, 'until-signed.json');
  const acts = story.acts.slice(0, 4);
  await writeFile(file, JSON.stringify({ ...story, acts, expect: { status: 'acknowledging' } }));
  return file;
}

const without = (action: string) => (statements: Statement[]) =>
  statements
    .map((statement) => ({
      ...statement,
      Action: [statement.Action].flat().filter((each) => each !== action),
    }))
    .filter((statement) => statement.Action.length > 0);

describe('npm run story fails without a right that is needed, and names it', () => {
  test.each([
    {
      name: 'Mailer',
      action: 'ses:SendRawEmail',
      resource: 'arn:aws:ses:us-east-1:123456789012:identity/agency.example.org',
      end: 'The plan did not end as expected:',
    },
    {
      name: 'Lifecycle',
      action: 'dynamodb:Query',
      resource: 'arn:aws:dynamodb:us-east-1:123456789012:table/pip-follow-up-dev-data-PlanTable',
      end: 'The plan did not end as expected:',
    },
    // The table may be read, and what is read stays locked.
    {
      name: 'Lifecycle',
      action: 'kms:Decrypt',
      resource: 'arn:aws:kms:us-east-1:123456789012:key/\\w+',
      end: 'The plan did not end as expected:',
    },
    // Nobody on the plan notices that nothing is published.
    {
      name: 'Effects',
      action: 'events:PutEvents',
      resource: 'arn:aws:events:us-east-1:123456789012:event-bus/pipfollowupdevserviceBus\\w+',
      end: 'The plan ended as expected.',
    },
  ])('$name without $action', async ({ name, action, resource, end }) => {
    const assembly = await withRole(name, without(action));
    const { code, out } = await runStory('--quiet', '--assembly', assembly, await untilSigned());
    const line = `^  AccessDenied: ${name}Function\\w+ may not ${action} on ${resource}( \\(\\d+ times\\))?$`;
    expect(out).toMatch(new RegExp(line, 'm'));
    expect(out).toContain(end);
    expect(code).toBe(1);
  });
});

test('npm run story fails when a record is given up, and names its feed, function and error', async () => {
  const assembly = await withHandler(
    'mailer',
    `export const handler = () => { throw new Error('broken'); };`,
  );
  const { code, out } = await runStory('--quiet', '--assembly', assembly, await untilSigned());
  expect(out).toMatch(/^ {2}Given up at \S+: MailFeed\w+, 1 records for \S+Mailer\w+ \(Error: broken\)$/m);
  expect(code).toBe(1);
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
  // Just before the first check-in is asked for: while something is wrong the sandbox leaves out no sweep.
  await until(sandbox, '2027-03-12T08:59', story);
  // A mail that was marked as unwanted stops all others, until HR has confirmed the address.
  await post(sandbox.url, '/_sandbox/faults', { faults: [{ name: 'complaint', times: 1 }] });
  const text = 'Every request of the week was answered in time.';
  await command(sandbox, planId, { type: 'recognise', text });
  await settle(sandbox);
  const address = { participant: 'employee', email: emailOf(story, 'employee') };
  await command(sandbox, planId, { type: 'correct_address', ...address });
  await command(sandbox, planId, { type: 'recognise', text });
  await settle(sandbox);
  // Mail that is throttled for a while is sent later, by way of the sweeper; of one nobody learns whether it was sent.
  const faults = [
    { name: 'throttle', service: 'ses', times: 4 },
    { name: 'lost_response', service: 'ses', times: 1 },
  ];
  await post(sandbox.url, '/_sandbox/faults', { faults });
  await until(sandbox, '2027-03-15T16:00', story);
  // A run that dies is replaced, and the dead one stopped for good; the name of the next one is taken already.
  const { arn } = sandbox.states.overview().find(({ name }) => name === `${planId}-r1`) ?? { arn: '' };
  sandbox.states.startExecution({
    stateMachineArn: arn.replace(':execution:', ':stateMachine:').replace(/:[^:]+$/, ''),
    name: `${planId}-r2`,
    input: JSON.stringify({ planId, run: 2, schemaVersion: 1 }),
  });
  await settle(sandbox);
  await stopRunning(sandbox);
  await until(sandbox, '2027-03-16T12:00', story);
  await visitSite(sandbox.url, planId);
  await command(sandbox, planId, { type: 'withdraw', reason: 'Transferred to another agency.' });
  await until(sandbox, '2027-03-16T13:00', story);
  // Two years later nobody may keep the record any more.
  await until(sandbox, '2029-06-18T12:00', story);
}

/**
 * What only AWS needs: its Distributed Map starts an execution for each part, which the sandbox's does within one; and here
 * a job is done before anybody could stop it. (Of the executions' right to stop, the half about plans is used.)
 */
const SHOWN_ON_AWS_ALONE = [
  'AdminRole states:StopExecution',
  'ApiRole states:StopExecution',
  'BulkWorkRole states:DescribeExecution',
  'BulkWorkRole states:StartExecution',
  'BulkWorkRole states:StopExecution',
  'ExecutionsRole dynamodb:UpdateItem',
  'ExecutionsRole states:StopExecution',
];

test('every right of every role is used by a plan, and those nothing needs are named', async () => {
  const spare = { Action: ['dynamodb:DeleteItem', 'dynamodb:*'], Effect: 'Allow', Resource: '*' };
  const story = await example('dc-silence');
  const sandbox = await boot(story.clock, {
    assembly: await withRole('Pages', (statements) => [...statements, spare]),
    scheduleEvery: 'P60D',
    onError: () => {},
  });
  try {
    await eventfulPlan(sandbox, story);

    const unused = sandbox.iam
      .unused()
      .map(({ role, action }) => `${role.replace(/[0-9A-F]{8}$/, '')} ${action}`);
    expect([...new Set(unused)].sort()).toEqual(
      [...SHOWN_ON_AWS_ALONE, 'PagesRole dynamodb:*', 'PagesRole dynamodb:DeleteItem'].sort(),
    );
    expect(sandbox.iam.denied()).toEqual([]);
    const sent = (await mails(sandbox)).map((mail) => mail.tags.outbox);
    expect(new Set(sent).size).toBe(sent.length);
  } finally {
    await sandbox.close();
  }
});
