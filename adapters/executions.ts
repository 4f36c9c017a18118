import {
  DescribeExecutionCommand,
  DescribeStateMachineCommand,
  DescribeStateMachineForExecutionCommand,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  type SFNClient,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { ExecutionGone, saidPlainly } from './executions/errors.ts';
import { entryOf, type HistoryEntry } from './executions/history.ts';
import {
  type ExecutionDetails,
  type ExecutionItem,
  type ExecutionStatus,
  itemOf,
  withoutTokens,
} from './executions/shapes.ts';

export { ExecutionGone, MissingRight, NoSuchMachine, StaleToken, StatesBusy } from './executions/errors.ts';
export type { HistoryEntry } from './executions/history.ts';
export {
  type ExecutionDetails,
  type ExecutionItem,
  type ExecutionStatus,
  STATUSES,
} from './executions/shapes.ts';

/** What one call answers at most. */
const MOST_PER_CALL = 1000;

/** The state machines people look into, by the names they have on pages. */
export const MACHINES = ['plan-lifecycle', 'bulk-work'] as const;
export type MachineName = (typeof MACHINES)[number];

export interface WorkflowVersion {
  /** The JSON text of the workflow as this execution runs it. */
  definition: string;
  /** Whether new executions run the very same. */
  current: boolean;
}

/**
 * Looks into executions and stops them, through the Step Functions API only. Every method throws MissingRight,
 * StatesBusy, NoSuchMachine or StaleToken where Step Functions refuses, and ExecutionGone for one that is not there.
 */
export interface Executions {
  /** Newest first. */
  list(options: {
    machine: MachineName;
    status?: ExecutionStatus;
    limit: number;
    token?: string;
  }): Promise<{ executions: ExecutionItem[]; token?: string }>;
  describe(machine: MachineName, name: string): Promise<ExecutionDetails>;
  /** The newest `most` events before `token`, or some more, oldest first; `older` leads to those before them. */
  history(
    machine: MachineName,
    name: string,
    options: { most: number; token?: string },
  ): Promise<{ events: HistoryEntry[]; older?: string }>;
  version(machine: MachineName, name: string): Promise<WorkflowVersion>;
  /** Stopping what is over already changes nothing. `cause` is kept by Step Functions with the execution. */
  stop(machine: MachineName, name: string, because: { error: string; cause: string }): Promise<void>;
}

export interface ExecutionsOptions {
  client: Pick<SFNClient, 'send'>;
  machines: Readonly<Record<MachineName, string>>;
}

export function createExecutions({ client, machines }: ExecutionsOptions): Executions {
  const arnOf = (machine: MachineName, name: string): string =>
    `${machines[machine].replace(':stateMachine:', ':execution:')}:${name}`;

  return {
    async list({ machine, status, limit, token }) {
      const call = new ListExecutionsCommand({
        stateMachineArn: machines[machine],
        maxResults: limit,
        ...(status && { statusFilter: status }),
        ...(token && { nextToken: token }),
      });
      const { executions = [], nextToken } = await saidPlainly(client.send(call));
      return { executions: executions.map(itemOf), ...(nextToken && { token: nextToken }) };
    },

    async describe(machine, name) {
      const call = new DescribeExecutionCommand({ executionArn: arnOf(machine, name) });
      const found = await saidPlainly(client.send(call));
      return {
        ...itemOf(found),
        arn: arnOf(machine, name),
        input: withoutTokens(found.input),
        ...(found.output !== undefined && { output: withoutTokens(found.output) }),
        ...(found.error !== undefined && { error: found.error }),
        ...(found.cause !== undefined && { cause: found.cause }),
      };
    },

    async history(machine, name, { most, token }) {
      const newestFirst: HistoryEntry[] = [];
      let older = token;
      do {
        const call = new GetExecutionHistoryCommand({
          executionArn: arnOf(machine, name),
          reverseOrder: true,
          includeExecutionData: true,
          // A token goes on only with everything else as it was.
          maxResults: Math.min(most, MOST_PER_CALL),
          ...(older && { nextToken: older }),
        });
        const { events = [], nextToken } = await saidPlainly(client.send(call));
        newestFirst.push(...events.map(entryOf));
        older = nextToken;
      } while (older && newestFirst.length < most);
      return { events: newestFirst.reverse(), ...(older && { older }) };
    },

    async version(machine, name) {
      const executionArn = arnOf(machine, name);
      const [own, newest] = await Promise.all([
        saidPlainly(client.send(new DescribeStateMachineForExecutionCommand({ executionArn }))),
        saidPlainly(client.send(new DescribeStateMachineCommand({ stateMachineArn: machines[machine] }))),
      ]);
      const definition = own.definition ?? '';
      return { definition, current: definition === newest.definition };
    },

    async stop(machine, name, { error, cause }) {
      const executionArn = arnOf(machine, name);
      try {
        await saidPlainly(client.send(new StopExecutionCommand({ executionArn, error, cause })));
      } catch (refused) {
        // Over in the same moment is as good; on AWS only executions that are still kept answer at all.
        if (!(refused instanceof ExecutionGone)) throw refused;
      }
    },
  };
}
