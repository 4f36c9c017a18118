import {
  DescribeExecutionCommand,
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
import type { Instant, PlanId } from '../domain/index.ts';

/** Version of the payloads between the workflow and the functions. Raised when their shape changes. */
export const SCHEMA_VERSION = 1;

/** The executions that keep time for plans, one per plan and run. */
export interface Workflows {
  /**
   * `already` when that run was started before, by whoever; `spent` when its name belongs to an execution from before
   * `owedSince`, when this run was decided on: after the record was put back in time, one of a future that is no more.
   */
  start(planId: PlanId, run: number, owedSince: Instant): Promise<'started' | 'already' | 'spent'>;
  /** The first run from this one on whose name nobody has had: Step Functions keeps names for 90 days. */
  unusedRun(planId: PlanId, from: number): Promise<number>;
  /** `gone` when there is none (any more). */
  stop(planId: PlanId, run: number): Promise<'stopped' | 'gone'>;
  /** Ends the wait that `token` stands for; `gone` when it is over already, which is as good. */
  answer(token: string, output: unknown): Promise<'answered' | 'gone'>;
}

/** Ids only: a run's name says which plan it drives, its input says no more. */
export const executionName = (planId: PlanId, run: number): string => `${planId}-r${run}`;

/** Whoever decides on a run and Step Functions may read clocks that do not quite agree. */
const CLOCKS_APART_MS = 60_000;

export function createWorkflows(options: { client: SFNClient; stateMachineArn: string }): Workflows {
  const { client, stateMachineArn } = options;
  const arnOf = (planId: PlanId, run: number): string =>
    `${stateMachineArn.replace(':stateMachine:', ':execution:')}:${executionName(planId, run)}`;
  const found = (planId: PlanId, run: number) =>
    unless(
      [ExecutionDoesNotExist],
      client.send(new DescribeExecutionCommand({ executionArn: arnOf(planId, run) })),
    );

  return {
    async start(planId, run, owedSince) {
      const name = executionName(planId, run);
      const input = JSON.stringify({ planId, run, schemaVersion: SCHEMA_VERSION });
      const done = client.send(new StartExecutionCommand({ stateMachineArn, name, input }));
      const started = await unless([ExecutionAlreadyExists], done);
      // Of the same name and input one that runs is answered as if it had just been started.
      const { startDate } = started ?? (await found(planId, run)) ?? {};
      const isOlder = startDate && startDate.getTime() < Date.parse(owedSince) - CLOCKS_APART_MS;
      return isOlder ? 'spent' : started ? 'started' : 'already';
    },

    async unusedRun(planId, from) {
      let run = from;
      while (await found(planId, run)) run += 1;
      return run;
    },

    async stop(planId, run) {
      const done = client.send(
        new StopExecutionCommand({
          executionArn: arnOf(planId, run),
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
