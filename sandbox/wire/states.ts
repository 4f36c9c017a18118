import type { Faults } from '../faults.ts';
import type { Permission, WireService } from '../types.ts';
import { requireMembers, unknownAction } from './protocol.ts';

const METHODS = {
  StartExecution: 'startExecution',
  StopExecution: 'stopExecution',
  RedriveExecution: 'redriveExecution',
  DescribeExecution: 'describeExecution',
  ListExecutions: 'listExecutions',
  GetExecutionHistory: 'getExecutionHistory',
  ListStateMachines: 'listStateMachines',
  DescribeStateMachine: 'describeStateMachine',
  DescribeStateMachineForExecution: 'describeStateMachineForExecution',
  SendTaskSuccess: 'sendTaskSuccess',
  SendTaskFailure: 'sendTaskFailure',
  SendTaskHeartbeat: 'sendTaskHeartbeat',
} as const;

type Action = keyof typeof METHODS;

const REQUIRED: Record<Action, readonly string[]> = {
  StartExecution: ['stateMachineArn'],
  StopExecution: ['executionArn'],
  RedriveExecution: ['executionArn'],
  DescribeExecution: ['executionArn'],
  ListExecutions: ['stateMachineArn'],
  GetExecutionHistory: ['executionArn'],
  ListStateMachines: [],
  DescribeStateMachine: ['stateMachineArn'],
  DescribeStateMachineForExecution: ['executionArn'],
  SendTaskSuccess: ['taskToken', 'output'],
  SendTaskFailure: ['taskToken'],
  SendTaskHeartbeat: ['taskToken'],
};

/** The part of the state engine this protocol speaks to; times in its answers are epoch seconds, as on the wire. */
export type StatesApi = { [M in (typeof METHODS)[Action]]: (input: never) => unknown };

const isAction = (action: string): action is Action => Object.hasOwn(METHODS, action);

/**
 * AWS Step Functions over JSON 1.0, answered by the state engine.
 *
 * @param machines ARNs of the template's state machines; calls with a token nobody knows are checked against the only one.
 * @param faults may drop a callback: the caller is told that it was taken, and the task goes on waiting.
 */
export const statesService = (
  engine: StatesApi & { machineOf?(taskToken: string): string | undefined },
  machines: readonly string[],
  faults?: Pick<Faults, 'strikes'>,
): WireService => ({
  target: 'AWSStepFunctions',
  signingName: 'states',
  permissions: (action, input): Permission[] => {
    if (!isAction(action)) return [];
    const only = machines.length === 1 ? machines[0] : undefined;
    const machine = 'taskToken' in input ? (engine.machineOf?.(String(input.taskToken)) ?? only ?? '*') : '*';
    const resource = input.executionArn ?? input.stateMachineArn ?? machine;
    return [{ action: `states:${action}`, resource: String(resource) }];
  },
  handle: async (action, input, caller) => {
    if (!isAction(action)) throw unknownAction('states', action, Object.keys(METHODS));
    requireMembers(input, REQUIRED[action]);
    const isLost =
      action === 'SendTaskSuccess' &&
      faults?.strikes('drop_callback', { service: 'states', function: caller.name });
    if (isLost) return { status: 200, body: {} };
    const method = engine[METHODS[action]] as (input: Record<string, unknown>) => unknown;
    const answer = await method.call(engine, input);
    return { status: 200, body: typeof answer === 'object' && answer !== null ? { ...answer } : {} };
  },
});
