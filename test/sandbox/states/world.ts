import { createClock } from '../../../sandbox/clock.ts';
import { createStatesEngine, type HistoryEvent, type StatesOptions } from '../../../sandbox/states/index.ts';
import type { InvokeResult } from '../../../sandbox/types.ts';

export const START = Date.parse('2027-01-04T14:00:00.000Z');
export const ROLE = 'arn:aws:iam::123456789012:role/machine';
export const MACHINE = 'arn:aws:states:us-east-1:123456789012:stateMachine:machine';
export const DAY = 24 * 60 * 60 * 1000;

export type Handler = (payload: never, functionArn: string) => InvokeResult | Promise<InvokeResult>;

export const answers =
  (payload: unknown): Handler =>
  () => ({ payload });

export const throws =
  (errorType: string, errorMessage: string): Handler =>
  () => ({ payload: null, error: { errorType, errorMessage } });

/** An engine on the sandbox's own clock, with functions by name and chance that always comes out the same. */
export function createWorld(handlers: Record<string, Handler> = {}, more: Partial<StatesOptions> = {}) {
  const clock = createClock(START);
  const calls: { function: string; payload: unknown; at: number }[] = [];
  let draws = 0;
  const engine = createStatesEngine({
    clock,
    invokeLambda: (functionArn, payload) => {
      const name = functionArn.split(':')[6] ?? '';
      calls.push({ function: name, payload, at: clock.now() });
      const handler = handlers[name];
      if (handler === undefined) throw new Error(`no function ${name}`);
      return handler(payload as never, functionArn);
    },
    random: () => ((draws++ * 7919) % 1000) / 1000,
    region: 'us-east-1',
    account: '123456789012',
    ...more,
  });
  const define = (states: object, top: object = {}, name = 'machine') => {
    const arn = MACHINE.replace(/machine$/, name);
    const definition = { QueryLanguage: 'JSONata', StartAt: Object.keys(states)[0], States: states, ...top };
    engine.createStateMachine({ arn, name, definition, roleArn: ROLE });
    return arn;
  };
  const start = (input: unknown = {}, name = 'run-1', machine = MACHINE) =>
    engine.startExecution({ stateMachineArn: machine, name, input: JSON.stringify(input) }).executionArn;
  const events = (executionArn: string) =>
    engine.getExecutionHistory({ executionArn, maxResults: 1000 }).events;
  return {
    clock,
    engine,
    calls,
    define,
    start,
    events,
    types: (executionArn: string) => events(executionArn).map(({ type }) => type),
    status: (executionArn: string) => engine.describeExecution({ executionArn }).status,
    outcome: (executionArn: string) => outcomeOf(engine.describeExecution({ executionArn })),
    /** Starts, runs whatever needs no time, and answers how it stands. */
    async run(states: object, input: unknown = {}, top: object = {}) {
      define(states, top);
      const arn = start(input);
      await clock.settle();
      return { arn, ...outcomeOf(engine.describeExecution({ executionArn: arn })) };
    },
  };
}

export type World = ReturnType<typeof createWorld>;

/** The task tokens functions were given so far. */
export const tokensOf = (world: World) =>
  world.calls.map(({ payload }) => (payload as { token: string }).token);

function outcomeOf(described: { status: string; output?: string; error?: string; cause?: string }) {
  const { status, output, error, cause } = described;
  return {
    status,
    ...(output === undefined ? {} : { output: JSON.parse(output) as unknown }),
    ...(error === undefined ? {} : { error }),
    ...(cause === undefined ? {} : { cause }),
  };
}

/** The events of one type, in order. */
export function only(events: HistoryEvent[], ...types: string[]): HistoryEvent[] {
  return events.filter(({ type }) => types.includes(type));
}

/** Waits for a task by letting the test keep its promise. */
export function deferred<T>() {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

export const task = (name: string, more: object = {}) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: { FunctionName: name, Payload: '{% $states.input %}' },
  End: true,
  ...more,
});

export const callback = (name: string, more: object = {}) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
  Arguments: { FunctionName: name, Payload: { token: '{% $states.context.Task.Token %}' } },
  End: true,
  ...more,
});
