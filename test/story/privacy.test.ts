import {
  GetExecutionHistoryCommand,
  type HistoryEvent,
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
let taskTokens: Set<string>;

/** Plays the first acts of the story; answers every task token that somebody came back with. */
async function live(on: Sandbox, acts?: number): Promise<{ planId: string; taskTokens: Set<string> }> {
  const taskTokens = new Set<string>();
  const seen = on.states.sendTaskSuccess;
  on.states.sendTaskSuccess = (input) => {
    taskTokens.add(input.taskToken);
    return seen(input);
  };
  const played = await play({ ...story, acts: story.acts.slice(0, acts) }, on.url);
  return { planId: played.planId, taskTokens };
}

beforeAll(async () => {
  sandbox = await boot(story.clock);
  ({ planId, taskTokens } = await live(sandbox));
});
afterAll(() => sandbox.close());

async function histories(sandbox: Sandbox): Promise<HistoryEvent[]> {
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
  return pages.flat();
}

/** Everything that must stay between the people: who they are, what they wrote, and what opens their pages. */
async function secrets(sandbox: Sandbox, planId: string): Promise<string[]> {
  const people = story.plan.participants as { name: string; email: string }[];
  const written = story.acts.flatMap((act) =>
    Object.values('form' in act ? { ...(act.form as object) } : act).filter(
      (value): value is string => typeof value === 'string' && value.includes(' '),
    ),
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
  ].filter((secret) => secret !== '');
}

describe('what operators can see', () => {
  const everything = async () => [...(await secrets(sandbox, planId)), ...taskTokens];

  test('logs hold no name, address, answer, link or task token (INV-7, SEC-12)', async () => {
    const logs = JSON.stringify(await get(sandbox.url, '/_sandbox/logs'));
    expect(logs.length).toBeGreaterThan(10_000);
    expect((await everything()).filter((secret) => logs.includes(secret))).toEqual([]);
  });

  test('execution histories hold ids and moments only (INV-8)', async () => {
    const events = await histories(sandbox);
    expect([...new Set(events.map((event) => event.type))]).toEqual(
      expect.arrayContaining([
        'ExecutionStarted',
        'TaskSubmitted',
        'TaskSucceeded',
        'WaitStateExited',
        'ExecutionSucceeded',
      ]),
    );
    const text = JSON.stringify(events);
    expect((await everything()).filter((secret) => text.includes(secret))).toEqual([]);
  });

  test('the search itself would find something: the table holds what the record must', async () => {
    const rows = JSON.stringify(await table(sandbox));
    const found = (await everything()).filter((secret) => rows.includes(secret));
    expect(found).toContain('Dana Whitfield');
    expect(found).toContain('I do not agree with how the late requests were counted.');
    expect(taskTokens.size).toBeGreaterThan(5);
  });
});

describe('what operators could see on AWS, where nothing masks a task token', () => {
  test('tokens stand in the arguments of the task that waits, and nowhere else; nothing private anywhere', async () => {
    const unmasked = await boot(story.clock, { showTaskTokens: true });
    try {
      const { planId, taskTokens } = await live(unmasked, 6);
      const events = await histories(unmasked);
      const logs = JSON.stringify(await get(unmasked.url, '/_sandbox/logs'));

      const tokens = new Set([...taskTokens, ...events.flatMap(tokensIn)]);
      expect(taskTokens.size).toBeGreaterThan(0);
      expect(tokens.size).toBeGreaterThan(taskTokens.size);
      const withoutArguments = JSON.stringify(events.map(withoutParameters));
      expect([...tokens].filter((token) => withoutArguments.includes(token) || logs.includes(token))).toEqual(
        [],
      );
      const told = `${JSON.stringify(events)}\n${logs}`;
      expect((await secrets(unmasked, planId)).filter((secret) => told.includes(secret))).toEqual([]);
    } finally {
      await unmasked.close();
    }
  });
});

/** The token a task was scheduled with. */
function tokensIn({ taskScheduledEventDetails }: HistoryEvent): string[] {
  const { Payload } = JSON.parse(taskScheduledEventDetails?.parameters ?? '{}') as {
    Payload?: { taskToken?: string };
  };
  return Payload?.taskToken ? [Payload.taskToken] : [];
}

function withoutParameters({ taskScheduledEventDetails, ...event }: HistoryEvent): object {
  const { parameters: _, ...details } = taskScheduledEventDetails ?? {};
  return { ...event, details };
}
