import { expect, test } from 'vitest';
import { createClock } from '../../sandbox/clock.ts';
import { createStatesEngine } from '../../sandbox/states/index.ts';
import { ACCOUNT, REGION } from '../../sandbox/types.ts';
import { seededRandom } from '../../sandbox/wire/random.ts';
import { statesService } from '../../sandbox/wire/states.ts';
import { MACHINE, START } from './doors-world.ts';

const OTHER = 'arn:aws:states:us-east-1:123456789012:stateMachine:BulkWork';
const WORKER = 'arn:aws:lambda:us-east-1:123456789012:function:worker';

const asking = {
  QueryLanguage: 'JSONata',
  StartAt: 'Ask',
  States: {
    Ask: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
      Arguments: { FunctionName: WORKER, Payload: { token: '{% $states.context.Task.Token %}' } },
      End: true,
    },
  },
};

test('an answer is checked against the state machine whose task it is of, also after the task is over', async () => {
  const clock = createClock(START);
  const tokens: string[] = [];
  const states = createStatesEngine({
    clock,
    invokeLambda: async (_, payload) => {
      tokens.push((payload as { token: string }).token);
      return { payload: {} };
    },
    random: seededRandom(1),
    region: REGION,
    account: ACCOUNT,
  });
  for (const [arn, name] of [
    [MACHINE, 'PlanLifecycle'],
    [OTHER, 'BulkWork'],
  ] as const) {
    states.createStateMachine({ arn, name, definition: asking, roleArn: 'role' });
    states.startExecution({ stateMachineArn: arn, name: 'one', input: '{}' });
    await clock.settle();
  }
  const service = statesService(states, [MACHINE, OTHER]);
  const resources = () =>
    [...tokens, 'nonsense'].map(
      (taskToken) => service.permissions('SendTaskSuccess', { taskToken, output: '{}' })[0]?.resource,
    );
  expect(resources()).toEqual([MACHINE, OTHER, '*']);
  states.sendTaskSuccess({ taskToken: tokens[0] as string, output: '{}' });
  await clock.settle();
  expect(resources()).toEqual([MACHINE, OTHER, '*']);
});
