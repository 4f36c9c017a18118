import { AwsError } from '../types.ts';
import {
  executionDescription,
  executionItem,
  machineDescription,
  machineItem,
  withoutData,
} from './describe.ts';
import { Execution, type Host } from './execution.ts';
import { uuid } from './functions.ts';
import { tooLarge } from './limits.ts';
import { Machine } from './machine.ts';
import { checkName } from './names.ts';
import { pageOf } from './page.ts';
import { TaskTokens } from './tokens.ts';
import type { ExecutionStatus, HistoryEvent, StatesOptions } from './types.ts';

interface Paged {
  maxResults?: number;
  nextToken?: string;
}

/** What the control API and the console show of an execution; instants are epoch milliseconds. */
export interface ExecutionOverview {
  arn: string;
  name: string;
  stateMachine: string;
  status: ExecutionStatus;
  /** The state it is in, or ended in. */
  state: string;
  startedAt: number;
  stoppedAt: number | undefined;
}

export type StatesEngine = ReturnType<typeof createStatesEngine>;

/**
 * Step Functions (Standard workflows, JSONata) on the sandbox's clock. Methods take and answer what the API's operations
 * of the same name do, and throw AwsError with AWS's codes.
 */
export function createStatesEngine(options: StatesOptions) {
  const { clock } = options;
  const machines = new Map<string, Machine>();
  const executions = new Map<string, Execution>();
  const tokens = new TaskTokens(options.random);
  const host: Host = {
    clock,
    options,
    random: options.random,
    meter: options.meter,
    tokens,
    start,
    stop: (execution, error, cause) => execution.abort(error, cause),
  };

  function machineOf(arn: unknown): Machine {
    const machine = machines.get(String(arn));
    if (machine !== undefined) return machine;
    throw new AwsError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${String(arn)}'`);
  }

  function executionOf(arn: unknown): Execution {
    const execution = executions.get(String(arn));
    if (execution !== undefined) return execution;
    throw new AwsError('ExecutionDoesNotExist', `Execution Does Not Exist: '${String(arn)}'`);
  }

  function start(request: { stateMachineArn: string; name?: string; input?: string }): Execution {
    const machine = machineOf(request.stateMachineArn);
    const name = request.name === undefined ? uuid(options.random) : checkName(request.name);
    const input = checkInput(request.input ?? '{}');
    const arn = `${machine.arn.replace(':stateMachine:', ':execution:')}:${name}`;
    const known = executions.get(arn);
    if (known !== undefined) {
      if (known.status === 'RUNNING' && known.inputText === input) return known;
      throw new AwsError('ExecutionAlreadyExists', `Execution Already Exists: '${arn}'`);
    }
    const execution = new Execution(host, machine, arn, name, input);
    executions.set(arn, execution);
    execution.start();
    return execution;
  }

  function define(request: {
    arn: string;
    name: string;
    definition: string | object;
    roleArn: string;
  }): Machine {
    const { arn, name, definition, roleArn } = request;
    const text = typeof definition === 'string' ? definition : JSON.stringify(definition);
    return new Machine(arn, checkName(name), text, roleArn, clock.now());
  }

  return {
    /** @throws AwsError InvalidDefinition with every problem and its place; StateMachineAlreadyExists */
    createStateMachine(request: {
      arn?: string;
      name: string;
      definition: string | object;
      roleArn: string;
    }) {
      const { region, account } = options;
      const arn = request.arn ?? `arn:aws:states:${region}:${account}:stateMachine:${request.name}`;
      const fresh = define({ ...request, arn });
      const known = machines.get(fresh.arn);
      if (known !== undefined && known.definitionText !== fresh.definitionText) {
        throw new AwsError('StateMachineAlreadyExists', `State Machine Already Exists: '${fresh.arn}'`);
      }
      const machine = known ?? fresh;
      machines.set(machine.arn, machine);
      return { stateMachineArn: machine.arn, creationDate: machine.createdAt / 1000 };
    },

    /** Executions under way go on with the definition they started with. */
    updateStateMachine(request: { stateMachineArn: string; definition?: string | object; roleArn?: string }) {
      const { arn, name, definitionText, roleArn } = machineOf(request.stateMachineArn);
      const definition = request.definition ?? definitionText;
      machines.set(arn, define({ arn, name, definition, roleArn: request.roleArn ?? roleArn }));
      return { updateDate: clock.now() / 1000 };
    },

    /** New executions cannot be started; those that are over are still told about. */
    deleteStateMachine({ stateMachineArn }: { stateMachineArn: string }) {
      machines.delete(stateMachineArn);
      return {};
    },

    listStateMachines(request: Paged = {}) {
      const { page, ...more } = pageOf([...machines.values()], request, 100);
      return { stateMachines: page.map(machineItem), ...more };
    },

    describeStateMachine({ stateMachineArn }: { stateMachineArn: string }) {
      return machineDescription(machineOf(stateMachineArn));
    },

    describeStateMachineForExecution({ executionArn }: { executionArn: string }) {
      const { arn, name, definitionText: definition, roleArn, createdAt } = executionOf(executionArn).machine;
      return { stateMachineArn: arn, name, definition, roleArn, updateDate: createdAt / 1000 };
    },

    startExecution(request: { stateMachineArn: string; name?: string; input?: string }) {
      const { arn, startedAt } = start(request);
      return { executionArn: arn, startDate: startedAt / 1000 };
    },

    stopExecution({ executionArn, error, cause }: { executionArn: string; error?: string; cause?: string }) {
      const execution = executionOf(executionArn);
      execution.abort(error, cause);
      return { stopDate: (execution.stoppedAt ?? clock.now()) / 1000 };
    },

    /** Goes on at the state that did not succeed, on the definition it ran. */
    redriveExecution({ executionArn }: { executionArn: string }) {
      const execution = executionOf(executionArn);
      const days = (clock.now() - (execution.stoppedAt ?? clock.now())) / 86_400_000;
      if (execution.status === 'RUNNING' || execution.status === 'SUCCEEDED' || days > 14)
        throw new AwsError(
          'ExecutionNotRedrivable',
          `Execution is ${execution.status} and cannot be redriven`,
        );
      execution.redrive();
      return { redriveDate: clock.now() / 1000 };
    },

    describeExecution({ executionArn }: { executionArn: string }) {
      return executionDescription(executionOf(executionArn));
    },

    /** Newest first. */
    listExecutions(request: Paged & { stateMachineArn?: string; statusFilter?: ExecutionStatus } = {}) {
      const { stateMachineArn, statusFilter } = request;
      if (stateMachineArn !== undefined) machineOf(stateMachineArn);
      const found = [...executions.values()]
        .filter(({ machine }) => stateMachineArn === undefined || machine.arn === stateMachineArn)
        .filter(({ status }) => statusFilter === undefined || status === statusFilter)
        .reverse();
      const { page, ...more } = pageOf(found, request, 100);
      return { executions: page.map(executionItem), ...more };
    },

    getExecutionHistory(
      request: Paged & { executionArn: string; reverseOrder?: boolean; includeExecutionData?: boolean },
    ): { events: HistoryEvent[]; nextToken?: string } {
      const { history } = executionOf(request.executionArn);
      const { page, ...more } = pageOf(
        request.reverseOrder === true ? history.toReversed() : history,
        request,
        100,
      );
      return { events: request.includeExecutionData === false ? page.map(withoutData) : page, ...more };
    },

    sendTaskSuccess({ taskToken, output }: { taskToken: string; output: string }) {
      const value = checkOutput(output);
      tokens.find(taskToken).succeed(output, value);
      return {};
    },

    sendTaskFailure({ taskToken, error, cause }: { taskToken: string; error?: string; cause?: string }) {
      tokens.find(taskToken).fail(error, cause);
      return {};
    },

    sendTaskHeartbeat({ taskToken }: { taskToken: string }) {
      tokens.find(taskToken).heartbeat();
      return {};
    },

    /** The ARN of the state machine whose task a token belongs to; undefined for a token that was never handed out. */
    machineOf(taskToken: string): string | undefined {
      return tokens.machineOf(taskToken);
    },

    /** Every execution, oldest first. */
    overview(): ExecutionOverview[] {
      return [...executions.values()].map(({ arn, name, machine, status, root, startedAt, stoppedAt }) => ({
        arn,
        name,
        stateMachine: machine.name,
        status,
        state: root.step.name,
        startedAt,
        stoppedAt,
      }));
    },

    /** Forgets every execution and token; state machines stay. */
    reset() {
      for (const execution of executions.values()) execution.forget();
      executions.clear();
      tokens.forget();
    },
  };
}

function checkInput(input: unknown): string {
  return checkJson(input, 'InvalidExecutionInput', 'Invalid State Machine Execution Input');
}

function checkOutput(output: unknown): unknown {
  return JSON.parse(checkJson(output, 'InvalidOutput', 'Invalid Output'));
}

function checkJson(text: unknown, code: string, words: string): string {
  if (typeof text === 'string' && tooLarge(text)) {
    throw new AwsError('ValidationException', `${words}: longer than 262144 bytes`);
  }
  try {
    JSON.parse(text as string);
    return text as string;
  } catch (error) {
    throw new AwsError(code, `${words}: '${(error as Error).message}'`);
  }
}
