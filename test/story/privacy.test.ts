import {
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  ListStateMachinesCommand,
} from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { get } from '../../sandbox/story/http.ts';
import { play } from '../../sandbox/story/play.ts';
import { boot, eventsOf, example, mails, stepFunctions, table } from '../support/sandbox.ts';

const story = await example('dc-declined');
let sandbox: Sandbox;
let planId: string;
/** Task tokens as the table kept them at every act. */
const taskTokens = new Set<string>();

beforeAll(async () => {
  sandbox = await boot(story.clock);
  const seen = sandbox.states.sendTaskSuccess;
  sandbox.states.sendTaskSuccess = (input) => {
    taskTokens.add(input.taskToken);
    return seen(input);
  };
  ({ planId } = await play(story, sandbox.url));
});
afterAll(() => sandbox.close());

async function histories(): Promise<{ types: Set<string>; text: string }> {
  const client = stepFunctions(sandbox);
  const { stateMachines = [] } = await client.send(new ListStateMachinesCommand({}));
  const { executions = [] } = await client.send(
    new ListExecutionsCommand({ stateMachineArn: stateMachines[0]?.stateMachineArn ?? '' }),
  );
  const pages = [];
  for (const { executionArn } of executions) {
    let nextToken: string | undefined;
    do {
      const page = await client.send(
        new GetExecutionHistoryCommand({ executionArn: executionArn ?? '', nextToken }),
      );
      pages.push(page.events ?? []);
      nextToken = page.nextToken;
    } while (nextToken);
  }
  const events = pages.flat();
  return { types: new Set(events.map((event) => event.type ?? '')), text: JSON.stringify(events) };
}

/** Everything that must stay between the people: who they are, what they wrote, and what opens their pages. */
async function secrets(): Promise<string[]> {
  const people = story.plan.participants as { name: string; email: string }[];
  const written = story.acts.flatMap((act) =>
    'form' in act
      ? Object.values(act.form).filter((value) => value.includes(' '))
      : [act.comment ?? '', act.reason ?? ''],
  );
  const items = story.plan.items as { deficiency: string; desiredOutcome: string }[];
  const links = (await mails(sandbox)).flatMap((mail) =>
    mail.links.map((link) => new URL(link).pathname.slice(3)),
  );
  const linkIds = (await eventsOf(sandbox, planId)).flatMap(
    (event) => JSON.stringify(event).match(/pln[a-z2-7]{20}\.[a-z2-7]{16}/g) ?? [],
  );
  return [
    ...people.flatMap(({ name, email }) => [name, email, ...name.split(' ')]),
    ...written,
    ...items.flatMap(({ deficiency, desiredOutcome }) => [deficiency, desiredOutcome]),
    ...links,
    ...linkIds,
    ...taskTokens,
  ].filter((secret) => secret !== '');
}

describe('what operators can see', () => {
  test('logs hold no name, address, answer, link or task token (INV-7, SEC-12)', async () => {
    const logs = JSON.stringify(await get(sandbox.url, '/_sandbox/logs'));
    expect(logs.length).toBeGreaterThan(10_000);
    expect((await secrets()).filter((secret) => logs.includes(secret))).toEqual([]);
  });

  test('execution histories hold ids and moments only (INV-8)', async () => {
    const { types, text } = await histories();
    expect([...types]).toEqual(
      expect.arrayContaining([
        'ExecutionStarted',
        'TaskSubmitted',
        'TaskSucceeded',
        'WaitStateExited',
        'ExecutionSucceeded',
      ]),
    );
    expect((await secrets()).filter((secret) => text.includes(secret))).toEqual([]);
  });

  test('the search itself would find something: the table holds what the record must', async () => {
    const rows = JSON.stringify(await table(sandbox));
    const found = (await secrets()).filter((secret) => rows.includes(secret));
    expect(found).toContain('Dana Whitfield');
    expect(found).toContain('I do not agree with how the late requests were counted.');
    expect(taskTokens.size).toBeGreaterThan(5);
  });
});
