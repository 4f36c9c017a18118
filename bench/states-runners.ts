import { StateMachine } from 'aws-local-stepfunctions';
import { createClock } from '../sandbox/clock.ts';
import { createStatesEngine } from '../sandbox/states/index.ts';

/** State entries of one execution: Init, 33 rounds of three states, Done. */
export const ENTRIES = 101;
const ROUNDS = 33;
const FUNCTION = 'arn:aws:lambda:us-east-1:123456789012:function:count';

export interface Runner {
  run(number: number): void | Promise<void>;
  afterBatch?(): void;
}

const count = (input: { n: number }) => ({ n: input.n + 1 });

/** Ours, as the sandbox runs it, with a handler in the same process. */
export function sandbox() {
  const arn = 'arn:aws:states:us-east-1:123456789012:stateMachine:loop';
  const engine = createStatesEngine({
    clock: createClock(0),
    invokeLambda: (_arn, payload) => ({ payload: count(payload as { n: number }) }),
    random: Math.random,
    region: 'us-east-1',
    account: '123456789012',
  });
  const definition = {
    QueryLanguage: 'JSONata',
    StartAt: 'Init',
    States: {
      Init: { Type: 'Pass', Output: { n: 0 }, Next: 'Count' },
      Count: { Type: 'Task', Resource: FUNCTION, Next: 'Note' },
      Note: { Type: 'Pass', Output: { n: '{% $states.input.n %}', noted: { a: 1 } }, Next: 'Enough' },
      Enough: {
        Type: 'Choice',
        Choices: [{ Condition: `{% $states.input.n >= ${ROUNDS} %}`, Next: 'Done' }],
        Default: 'Count',
      },
      Done: { Type: 'Succeed' },
    },
  };
  engine.createStateMachine({
    arn,
    name: 'loop',
    definition,
    roleArn: 'arn:aws:iam::123456789012:role/loop',
  });
  let events = 0;
  let perExecution = 0;
  let last = '';
  return {
    run(number: number) {
      last = engine.startExecution({ stateMachineArn: arn, name: `run-${number}` }).executionArn;
      const { status } = engine.describeExecution({ executionArn: last });
      if (status !== 'SUCCEEDED') throw new Error(`the loop ended ${status}`);
    },
    // Histories of a whole batch are held until it is over; only then are they forgotten.
    afterBatch() {
      perExecution = engine.getExecutionHistory({ executionArn: last, maxResults: 1000 }).events.length;
      events += perExecution * engine.overview().length;
      engine.reset();
    },
    history: () => ({ events, perExecution }),
  };
}

/** The same loop in aws-local-stepfunctions, in the language it runs. */
export function contender(): Runner {
  const machine = new StateMachine(
    {
      StartAt: 'Init',
      States: {
        Init: { Type: 'Pass', Result: { n: 0 }, Next: 'Count' },
        Count: { Type: 'Task', Resource: FUNCTION, Next: 'Note' },
        Note: { Type: 'Pass', Result: { a: 1 }, ResultPath: '$.noted', Next: 'Enough' },
        Enough: {
          Type: 'Choice',
          Choices: [{ Variable: '$.n', NumericGreaterThanEquals: ROUNDS, Next: 'Done' }],
          Default: 'Count',
        },
        Done: { Type: 'Succeed' },
      },
    },
    { validationOptions: { noValidate: false } },
  );
  return {
    async run() {
      const { result } = machine.run(
        {},
        {
          overrides: { taskResourceLocalHandlers: { Count: async (input) => count(input as { n: number }) } },
        },
      );
      const output = (await result) as { n: number };
      if (output.n !== ROUNDS) throw new Error(`the loop counted ${output.n}`);
    },
  };
}
