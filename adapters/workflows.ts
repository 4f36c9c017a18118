import {
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  InvalidToken,
  SendTaskSuccessCommand,
  type SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';
import type { PlanId } from '../domain/index.ts';

/** Version of the payloads between the workflow and the functions. Raised when their shape changes. */
export const SCHEMA_VERSION = 1;

/** The executions that keep time for plans, one per plan and run. */
export interface Workflows {
  /** `already` when that run was started before, by whoever. */
  start(planId: PlanId, run: number): Promise<'started' | 'already'>;
  /** `gone` when there is none (any more). */
  stop(planId: PlanId, run: number): Promise<'stopped' | 'gone'>;
  /** Ends the wait that `token` stands for; `gone` when it is over already, which is as good. */
  answer(token: string, output: unknown): Promise<'answered' | 'gone'>;
}

/** Ids only: a run's name says which plan it drives, its input says no more. */
export const executionName = (planId: PlanId, run: number): string => `${planId}-r${run}`;

export function createWorkflows(options: { client: SFNClient; stateMachineArn: string }): Workflows {
  const { client, stateMachineArn } = options;
  return {
    async start(planId, run) {
      const name = executionName(planId, run);
      const input = JSON.stringify({ planId, run, schemaVersion: SCHEMA_VERSION });
      const done = client.send(new StartExecutionCommand({ stateMachineArn, name, input }));
      return (await unless([ExecutionAlreadyExists], done)) ? 'started' : 'already';
    },

    async stop(planId, run) {
      const executionArn = `${stateMachineArn.replace(':stateMachine:', ':execution:')}:${executionName(planId, run)}`;
      const done = client.send(
        new StopExecutionCommand({
          executionArn,
          error: 'Superseded',
          cause: 'The plan no longer needs this run.',
        }),
      );
      return (await unless([ExecutionDoesNotExist], done)) ? 'stopped' : 'gone';
    },

    async answer(taskToken, output) {
      const done = client.send(new SendTaskSuccessCommand({ taskToken, output: JSON.stringify(output) }));
      return (await unless([TaskDoesNotExist, TaskTimedOut, InvalidToken], done)) ? 'answered' : 'gone';
    },
  };
}

type Named = abstract new (...args: never[]) => Error;

/** The answer, or `undefined` when it is one of these errors; all others pass. */
async function unless<T>(expected: Named[], done: Promise<T>): Promise<T | undefined> {
  try {
    return await done;
  } catch (error) {
    if (expected.some((kind) => error instanceof kind)) return undefined;
    throw error;
  }
}
