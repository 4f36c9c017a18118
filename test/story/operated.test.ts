import { rmSync } from 'node:fs';
import { DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import {
  GetSecretValueCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createDynamoStore } from '../../adapters/dynamo-store.ts';
import { newLinkId } from '../../adapters/ids.ts';
import { ruleLibrary } from '../../adapters/packs.ts';
import { createWorkflows } from '../../adapters/workflows.ts';
import type { Actor, Context } from '../../domain/index.ts';
import { runsOf } from '../../operate/restore/runs.ts';
import { backFrom, type RestoreOptions, restore } from '../../operate/restore.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { get, post } from '../../sandbox/story/http.ts';
import { differences, outcomeOf } from '../../sandbox/story/outcome.ts';
import { perform } from '../../sandbox/story/perform.ts';
import { synthesize } from '../support/assembly.ts';
import { nextDeployment, type Template } from '../support/next-deployment.ts';
import {
  boot,
  command,
  emailOf,
  eventsOf,
  example,
  launch,
  type Mail,
  mails,
  settle,
  stepFunctions,
  until,
} from '../support/sandbox.ts';

/** What platform engineers do to a system that runs; one sandbox, each test with an empty table and its own clock. */
/** Ten deployments are ten cold starts of every function. */
const LONG = { timeout: 240_000 };
const [answered, silence] = [await example('dc-answered'), await example('dc-silence')];

let assembly: string;
let sandbox: Sandbox;

beforeAll(async () => {
  assembly = await synthesize();
  sandbox = await boot(answered.clock, { scheduleEvery: 'P1D' });
});
afterAll(async () => {
  await sandbox.close();
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

const made: string[] = [];
const deployNext = async (number: number, change?: Parameters<typeof nextDeployment>[2]) => {
  const folder = nextDeployment(assembly, number, change);
  made.push(folder);
  return sandbox.deploy(folder);
};
beforeEach(async () => {
  await sandbox.deploy(assembly);
  await sandbox.reset();
});

const anyone = () => ({
  endpoint: sandbox.url,
  region: 'us-east-1',
  credentials: { accessKeyId: 'anybody', secretAccessKey: 'anything' },
});
const arnOf = (type: string, logicalId: string): string =>
  sandbox.resources.find((each) => each.type === type && each.logicalId.startsWith(logicalId))?.arn ?? '';
const machine = () => arnOf('AWS::StepFunctions::StateMachine', 'PlanLifecycle');
const newest = () => sandbox.states.describeStateMachine({ stateMachineArn: machine() }).definition;

const runs = (planId?: string) =>
  sandbox.states
    .overview()
    .filter(({ name }) => planId === undefined || name.startsWith(planId))
    .map(({ arn, name, status }) => ({
      name,
      status,
      definition: sandbox.states.describeStateMachineForExecution({ executionArn: arn }).definition,
    }));
const statuses = (planId: string) =>
  runs(planId).map(({ name, status }) => `${name.slice(planId.length + 1)} ${status}`);

const store = () => createDynamoStore({ client: new DynamoDBClient(anyone()), tableName: tableName() });
const tableName = () => arnOf('AWS::DynamoDB::Table', '').replace(/^.*\//, '');
const contextOf = (planId: string): Context => ({
  now: new Date(sandbox.clock.now()).toISOString().replace(/\.\d+Z$/, 'Z'),
  actor: { kind: 'principal', id: 'arn:aws:sts::123456789012:assumed-role/operators/kim' },
  newLinkId: () => newLinkId(planId),
  library: ruleLibrary(),
  defaults: { pack: 'general', timeZone: 'America/New_York' },
});

const minutes = async (count: number) => post(sandbox.url, '/_sandbox/clock', { advance: `PT${count}M` });

test('SFN-8, INV-18: a plan begun before ten deployments ends as it would have', LONG, async () => {
  const { planId } = await post<{ planId: string }>(sandbox.url, '/api/plans', answered.plan);
  const first = newest();
  let deployments = 0;
  for (const act of answered.acts) {
    if (act !== answered.acts[0] && act !== answered.acts[1] && deployments < 10) {
      deployments += 1;
      await deployNext(deployments);
    }
    await until(sandbox, act.at, answered);
    await perform(act, planId, sandbox.url);
    await settle(sandbox);
  }
  expect(deployments).toBe(10);

  expect(differences(answered.expect, await outcomeOf(sandbox.url, planId, []))).toEqual([]);
  expect(runs(planId).map(({ status, definition }) => [status, definition === first])).toEqual([
    ['SUCCEEDED', true],
  ]);
  expect(runs()).toHaveLength(1);
  const loaded = sandbox.functions.logs().flatMap(({ line }) => line.match(/^deployment \d+$/)?.[0] ?? []);
  expect(new Set(loaded).size).toBe(10);
  expect([sandbox.iam.denied(), sandbox.poisoned()]).toEqual([[], []]);
});

test('P11: runs on an older workflow are moved to the newest one, and the old ones end', async () => {
  await sandbox.reset(silence.clock);
  const planId = await launch(sandbox, silence);
  await deployNext(2);
  expect(runs(planId).map(({ definition }) => definition === newest())).toEqual([false]);

  const move = {
    type: 'RestartRun',
    run: 1,
    because: 'new_workflow',
    reason: 'A corrected workflow.',
  } as const;
  await store().commit(planId, move, contextOf(planId));
  await settle(sandbox);

  expect(runs(planId).map(({ status, definition }) => [status, definition === newest()])).toEqual([
    ['ABORTED', false],
    ['RUNNING', true],
  ]);
});

test(
  'a deployment that takes the right to invoke away is felt at once; with it back, the sweeper makes it good',
  LONG,
  async () => {
    await sandbox.reset(silence.clock);
    const planId = await launch(sandbox, silence);
    await deployNext(1, withoutInvoke);
    await until(sandbox, '2027-02-25T12:00', silence);
    expect(statuses(planId)).toContain('r1 FAILED');
    expect(sandbox.iam.denied()).toContainEqual({
      caller: 'PlanLifecycle',
      action: 'lambda:InvokeFunction',
      resource: arnOf('AWS::Lambda::Function', 'Lifecycle'),
    });
    const tries = (await eventsOf(sandbox, planId)).filter(({ type }) => type === 'RunRestarted');
    const apart = tries
      .slice(1)
      .map(({ at }, index) => (Date.parse(at) - Date.parse(`${tries[index]?.at}`)) / 60_000);
    // The sweeper looks every quarter of an hour: new runs come ever later, up to four hours apart.
    expect(apart.slice(0, 8)).toEqual([15, 30, 45, 90, 165, 240, 240, 240]);

    await deployNext(2);
    await until(sandbox, '2027-02-26T12:00', silence);
    expect(statuses(planId).at(-1)).toMatch(/ RUNNING$/);
    expect(statuses(planId).filter((one) => one.endsWith('RUNNING'))).toHaveLength(1);
  },
);

function withoutInvoke(template: Template): void {
  for (const [id, { Type, Properties }] of Object.entries(template.Resources)) {
    if (Type !== 'AWS::IAM::Policy' || !id.startsWith('Workflow')) continue;
    const document = Properties.PolicyDocument as { Statement: { Action: string | string[] }[] };
    document.Statement = document.Statement.filter(
      ({ Action }) => ![Action].flat().includes('lambda:InvokeFunction'),
    );
  }
}

test('SEC-17: links of both keys open while both are in the secret; those of the old one end with it', async () => {
  const secrets = new SecretsManagerClient(anyone());
  const SecretId = arnOf('AWS::SecretsManager::Secret', 'LinkSecret');
  const { SecretString = '' } = await secrets.send(new GetSecretValueCommand({ SecretId }));
  const { current, ...keys } = JSON.parse(SecretString) as Record<string, string>;
  const put = async (secret: object) => {
    await secrets.send(new PutSecretValueCommand({ SecretId, SecretString: JSON.stringify(secret) }));
    // Functions keep what they read for five minutes.
    await minutes(6);
  };
  const to = emailOf(answered, 'employee');
  const linkIn = async (from: number) =>
    (await mails(sandbox))
      .slice(from)
      .filter((mail) => mail.to.includes(to))
      .flatMap(({ links }) => links.filter((link) => link.includes('/l/')))[0] ?? '';
  const opens = async (link: string) => (await fetch(link, { redirect: 'manual' })).status;

  await launch(sandbox, answered);
  await minutes(180);
  const old = await linkIn(0);
  expect(await opens(old)).toBe(303);

  const before = (await mails(sandbox)).length;
  await put({ ...keys, current: 'next', next: 'a key of more than thirty-two characters' });
  await until(sandbox, '2026-12-31T15:00', answered);
  const fresh = await linkIn(before);
  expect(fresh).not.toBe('');
  expect([await opens(old), await opens(fresh)]).toEqual([303, 303]);
  const [first, second] = [old, fresh].map((link) => link.replace(/^.*\/l\//, '').split('.'));
  expect(first?.slice(0, 2)).toEqual(second?.slice(0, 2));
  expect(first?.at(-1)).not.toBe(second?.at(-1));

  await put({ current: 'next', next: 'a key of more than thirty-two characters' });
  expect(await opens(old)).toBe(await opens(fresh.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))));
  expect([await opens(old), await opens(fresh)]).toEqual([404, 303]);

  await put(JSON.parse(SecretString) as object);
  expect(await opens(old)).toBe(303);
});

interface World {
  options: Omit<RestoreOptions, 'restored'>;
  client: DynamoDBClient;
}

function world(): World {
  const client = new DynamoDBClient(anyone());
  const workflows = createWorkflows({ client: stepFunctions(sandbox), stateMachineArn: machine() });
  const reason = 'The table was restored to what it was on 10 March.';
  return {
    client,
    options: { client, live: tableName(), runs: runsOf({ store: store(), workflows }, contextOf, reason) },
  };
}

const DAY = 86_400_000;
const fourWeeksLater: typeof silence = {
  ...silence,
  plan: JSON.parse(
    JSON.stringify(silence.plan).replaceAll(/\d{4}-\d\d-\d\d/g, (day) =>
      new Date(Date.parse(day) + 28 * DAY).toISOString().slice(0, 10),
    ),
  ),
};

/** An evening with mail held until the morning, and a day after it that will never have been. */
async function anotherDay() {
  await sandbox.reset(silence.clock);
  const kept = await launch(sandbox, silence);
  await until(sandbox, '2027-03-16T21:00', silence);
  const nightly = await launch(sandbox, fourWeeksLater);
  await until(sandbox, '2027-03-16T22:00', silence);
  const evening = new Date(sandbox.clock.now());

  await until(sandbox, '2027-03-17T10:00', silence);
  await command(sandbox, kept, { type: 'pause', from: '2027-03-17', reason: 'approved_absence' });
  await until(sandbox, '2027-03-17T11:00', silence);
  await command(sandbox, kept, { type: 'resume', on: '2027-03-17' });
  const signs = answered.acts.find((act) => 'request' in act && act.request === 'acknowledgement');
  if (signs) await perform(signs, nightly, sandbox.url);
  const gone = await launch(sandbox, fourWeeksLater);
  await until(sandbox, '2027-03-17T15:00', silence);
  return { kept, nightly, gone, evening };
}

/** Events of the days that are no more had the numbers of others: their mails are told apart by their subjects. */
const asOwed = ({ tags, to, subject }: Mail): string => [tags.plan, tags.outbox, ...to, subject].join(' ');
const asRead = ({ to, subject, text }: Mail): string => [...to, subject, text].join('\n');
/** Whatever came a second time, by what makes two mails the same. */
const again = (all: Mail[], same: (mail: Mail) => string): string[] =>
  all.filter((mail, index) => all.slice(0, index).some((other) => same(other) === same(mail))).map(asOwed);

/** As if whoever sent this mail had died over it, and SES had said nothing of it. */
async function forget({ tags }: Mail, client: DynamoDBClient): Promise<void> {
  await client.send(
    new UpdateItemCommand({
      TableName: tableName(),
      Key: { pk: { S: `PLAN#${tags.plan}` }, sk: { S: `OUTBOX#${tags.outbox}` } },
      UpdateExpression: 'SET #status = :unknown REMOVE messageId, deliveredAt',
      ConditionExpression: '#status = :sent',
      ExpressionAttributeNames: { '#status': 'status' },
      ExpressionAttributeValues: { ':unknown': { S: 'UNKNOWN' }, ':sent': { S: 'SENT' } },
    }),
  );
}

test.each([
  { holdMail: false, says: 'what nobody knows of is sent again', outcomes: [] },
  { holdMail: true, says: 'HR is asked about what nobody knows of', outcomes: ['unknown'] },
])(
  'T15, INV-1: the table goes back to yesterday, the sweeper makes it whole, nobody is driven or mailed twice, and $says',
  // The plan that is kept is lived to its end: three months of sweeps.
  { timeout: 2 * LONG.timeout },
  async ({ holdMail, outcomes }) => {
    const { kept, nightly, gone, evening } = await anotherDay();
    const { client, options } = world();
    expect([kept, nightly, gone].map(statuses)).toEqual([
      ['r1 ABORTED', 'r2 ABORTED', 'r3 RUNNING'],
      ['r1 RUNNING'],
      ['r1 RUNNING'],
    ]);
    const sent = await mails(sandbox);
    const [ofTheNight] = sent.filter(({ tags }) => tags.plan === nightly);
    if (!ofTheNight) throw new RangeError('Nothing was mailed that night.');
    await forget(ofTheNight, client);
    const table = await backFrom(client, tableName(), evening, { every: 1 });
    const going = { ...options, restored: table.name, holdMail };

    const planned = await restore({ ...going, dryRun: true });
    expect(planned).toMatchObject({
      ...{ looked: 3, changed: 3, restarted: 2, plansRemoved: [gone], failed: [] },
      ...{ eventsLost: 11, answersLost: 1, effectsAgain: 0 },
      ...{ mailKept: 1, mailAgain: holdMail ? 0 : 1, mailHeld: holdMail ? 1 : 0 },
    });
    expect(statuses(kept)).toContain('r3 RUNNING');
    expect(await restore(going)).toEqual(planned);
    await minutes(60);

    // Run 2 and 3 have had their names in the days that are no more: their plan goes on with run 4.
    expect([kept, nightly, gone].map(statuses)).toEqual([
      ['r1 ABORTED', 'r2 ABORTED', 'r3 ABORTED', 'r4 RUNNING'],
      ['r1 ABORTED', 'r2 RUNNING'],
      ['r1 ABORTED'],
    ]);
    expect(
      (await eventsOf(sandbox, kept)).slice(12).map(({ type, actor }) => [type, (actor as Actor).id]),
    ).toEqual([
      ['RunRestarted', contextOf(kept).actor.id],
      ['RunRestarted', 'effects'],
      ['Reminded', 'lifecycle'],
      ['Reminded', 'lifecycle'],
    ]);
    const told = (await eventsOf(sandbox, nightly)).filter(({ type }) => type === 'MailUndelivered');
    expect(told.map(({ outcome }) => outcome)).toEqual(outcomes);
    await expect(get(sandbox.url, `/api/plans/${gone}`)).rejects.toThrow('404');

    await command(sandbox, nightly, { type: 'withdraw', reason: 'Seen enough of it.' });
    for (const act of silence.acts.slice(2)) {
      await until(sandbox, act.at, silence);
      await perform(act, kept, sandbox.url);
      await settle(sandbox);
    }
    expect(differences(silence.expect, await outcomeOf(sandbox.url, kept, []))).toEqual([]);
    expect(statuses(kept).filter((one) => one.endsWith('RUNNING'))).toEqual([]);
    const all = await mails(sandbox);
    expect(all.slice(0, sent.length)).toEqual(sent);
    const anew = holdMail ? [] : [asOwed(ofTheNight)];
    expect(again(all, asOwed)).toEqual(anew);
    // Reminders say the same day after day; that night's plan reminded nobody.
    const read = all.filter(({ tags }) => tags.plan === nightly);
    expect(again(read, asRead)).toEqual(anew);
    for (const planId of [kept, nightly]) {
      const events = await store().events(planId);
      expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
    }
    expect(sandbox.poisoned()).toEqual([]);
  },
);
