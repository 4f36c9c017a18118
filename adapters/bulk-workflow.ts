import {
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  type SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import type { JobPhase } from './jobs.ts';

/** Which piece of bulk work, and the how-manieth try of it. Ids and numbers only. */
export interface BulkRun {
  jobId: string;
  phase: JobPhase;
  attempt: number;
}

/** The workflow that has bulk work done, one execution per attempt. */
export interface BulkWorkflow {
  /** Starting the same attempt again changes nothing. */
  start(run: BulkRun): Promise<void>;
  /** Stopping one that is over changes nothing. */
  stop(run: BulkRun): Promise<void>;
}

export const bulkExecutionName = ({ jobId, phase, attempt }: BulkRun): string =>
  `${jobId}-${phase}-${attempt}`;

/** The attempt that an execution is named after; `undefined` for a name that bulk work does not give. */
export function bulkRunOf(name: string): BulkRun | undefined {
  const [, jobId, phase, attempt] = /^(job[a-z2-7]{20})-(check|work)-([1-9]\d{0,5})$/.exec(name) ?? [];
  return jobId ? { jobId, phase: phase as JobPhase, attempt: Number(attempt) } : undefined;
}

export function createBulkWorkflow(options: { client: SFNClient; stateMachineArn: string }): BulkWorkflow {
  const { client, stateMachineArn } = options;
  return {
    async start(run) {
      const name = bulkExecutionName(run);
      const input = JSON.stringify({ jobId: run.jobId, phase: run.phase, attempt: run.attempt });
      const done = client.send(new StartExecutionCommand({ stateMachineArn, name, input }));
      await done.catch(unless(ExecutionAlreadyExists));
    },
    async stop(run) {
      const executions = stateMachineArn.replace(':stateMachine:', ':execution:');
      const done = client.send(
        new StopExecutionCommand({
          executionArn: `${executions}:${bulkExecutionName(run)}`,
          error: 'Stopped',
          cause: 'Whoever began this work stopped it.',
        }),
      );
      await done.catch(unless(ExecutionDoesNotExist));
    },
  };
}

const unless =
  (expected: abstract new (...args: never[]) => Error) =>
  (error: unknown): void => {
    if (!(error instanceof expected)) throw error;
  };
