import type { Permission, WireService } from '../types.ts';
import { requireMembers, unknownAction } from './protocol.ts';

const METHODS = {
  StartExecution: 'startExecution',
  StopExecution: 'stopExecution',
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
 * @param machines ARNs of the template's state machines; calls with a task token are checked against the only one.
 */
export const statesService = (engine: StatesApi, machines: readonly string[]): WireService => ({
  target: 'AWSStepFunctions',
  signingName: 'states',
  permissions: (action, input): Permission[] => {
    if (!isAction(action)) return [];
    const machine = 'taskToken' in input && machines.length === 1 ? machines[0] : '*';
    const resource = input.executionArn ?? input.stateMachineArn ?? machine;
    return [{ action: `states:${action}`, resource: String(resource) }];
  },
  handle: async (action, input) => {
    if (!isAction(action)) throw unknownAction('states', action, Object.keys(METHODS));
    requireMembers(input, REQUIRED[action]);
    const method = engine[METHODS[action]] as (input: Record<string, unknown>) => unknown;
    const answer = await method.call(engine, input);
    return { status: 200, body: typeof answer === 'object' && answer !== null ? { ...answer } : {} };
  },
});
