import {
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  HistoryEventType,
  ListExecutionsCommand,
  ListStateMachinesCommand,
} from '@aws-sdk/client-sfn';
import { expect, test } from 'vitest';
import { boot, example, launch, stepFunctions, until } from '../support/sandbox.ts';

test('the ordinary AWS SDK lists the executions and reads a history of AWS’s event types', async () => {
  const story = await example('dc-silence');
  const sandbox = await boot(story.clock);
  try {
    const planId = await launch(sandbox, story);
    await until(sandbox, '2027-03-15T12:00', story);
    const sfn = stepFunctions(sandbox);

    const { stateMachines = [] } = await sfn.send(new ListStateMachinesCommand({}));
    const { executions = [] } = await sfn.send(
      new ListExecutionsCommand({ stateMachineArn: stateMachines[0]?.stateMachineArn ?? '' }),
    );
    const executionArn = executions[0]?.executionArn ?? '';
    const execution = await sfn.send(new DescribeExecutionCommand({ executionArn }));
    const { events = [] } = await sfn.send(
      new GetExecutionHistoryCommand({ executionArn, maxResults: 1000 }),
    );

    expect(executions.map(({ name, status }) => [name, status])).toEqual([[`${planId}-r1`, 'RUNNING']]);
    expect(JSON.parse(execution.input ?? '')).toEqual({ planId, run: 1, schemaVersion: 1 });
    expect(execution.startDate?.toISOString()).toBe('2027-02-22T14:00:00.000Z');
    const known = new Set<string>(Object.values(HistoryEventType));
    expect(events.filter((event) => !known.has(event.type ?? ''))).toEqual([]);
    expect(events.map((event) => event.id)).toEqual(events.map((_, at) => at + 1));
    const entered = events.flatMap((event) => event.stateEnteredEventDetails?.name ?? []);
    expect(new Set(entered)).toEqual(
      new Set([
        'Decide what is next',
        'Go to what is next',
        'Await acknowledgements',
        'Wait for the next check-in',
        'Await check-in answers',
      ]),
    );
    expect(events.filter((event) => event.type === 'TaskTimedOut').length).toBeGreaterThan(2);
  } finally {
    await sandbox.close();
  }
});
