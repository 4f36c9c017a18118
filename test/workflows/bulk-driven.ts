import { readFileSync } from 'node:fs';
import { type BulkRun, bulkExecutionName } from '../../adapters/bulk-workflow.ts';
import { jobRows } from '../../adapters/jobs.ts';
import type { Instant } from '../../domain/index.ts';
import type { Identity } from '../../functions/access.ts';
import { task } from '../../functions/chains.ts';
import type { NewJob, RowResult } from '../../functions/jobs/job.ts';
import { createJobs } from '../../functions/jobs/jobs.ts';
import type { BulkEvent } from '../../functions/jobs/shapes.ts';
import { work } from '../../functions/jobs/work.ts';
import { createClock } from '../../sandbox/clock.ts';
import { createStatesEngine } from '../../sandbox/states/index.ts';
import type { InvokeResult } from '../../sandbox/types.ts';
import { CONTEXT } from '../functions/lambda.ts';
import { worldAt } from '../functions/ports.ts';

const MACHINE = 'arn:aws:states:us-east-1:123456789012:stateMachine:bulk-work';
const FUNCTION = 'arn:aws:lambda:us-east-1:123456789012:function:jobs';
const BULK_TEXT = readFileSync(new URL('../../workflows/bulk-work.asl.json', import.meta.url), 'utf8');

export const PRIYA: Identity = {
  id: 'u-1',
  name: 'Priya Raman',
  email: 'priya.raman@agency.example',
  roles: ['hr'],
};

/** Bulk work with the real workflow on the interpreter, the real worker, rules and store (in memory). */
export function bulkAt(start: Instant) {
  const clock = createClock(Date.parse(start));
  const world = worldAt(start);
  const now = (): Instant => `${new Date(clock.now()).toISOString().slice(0, 19)}Z`;
  const rows = jobRows(world.rows);
  const ports = { ...world.ports, now, jobRows: rows };
  const worker = task((event: BulkEvent) => work(event, ports));
  const bulk = {
    clock,
    world,
    ports,
    rows,
    /** What the worker was asked, in order. */
    asked: [] as BulkEvent[],
    /** Asked before each call of the worker: an error ends the call, as if the worker had died. */
    dies: (_event: BulkEvent): Error | undefined => undefined,
  };
  let draws = 0;
  const engine = createStatesEngine({
    clock,
    region: 'us-east-1',
    account: '123456789012',
    random: () => ((draws++ * 7919) % 1000) / 1000,
    invokeLambda: async (_, payload): Promise<InvokeResult> => {
      const event = payload as BulkEvent;
      bulk.asked.push(event);
      try {
        const death = bulk.dies(event);
        if (death) throw death;
        return { payload: await worker(event, CONTEXT) };
      } catch (error) {
        const { name, message } = error as Error;
        return { payload: null, error: { errorType: name, errorMessage: message } };
      }
    },
  });
  engine.createStateMachine({
    arn: MACHINE,
    name: 'bulk-work',
    definition: BULK_TEXT.replaceAll(/\$\{JobsFunctionArn\}/g, FUNCTION),
    roleArn: 'arn:aws:iam::123456789012:role/machine',
  });
  const arnOf = (run: BulkRun) =>
    `${MACHINE.replace(':stateMachine:', ':execution:')}:${bulkExecutionName(run)}`;
  const jobs = createJobs({
    rows,
    now,
    bulk: {
      start: async (run) => {
        const input = JSON.stringify(run);
        engine.startExecution({ stateMachineArn: MACHINE, name: bulkExecutionName(run), input });
      },
      stop: async (run) => void engine.stopExecution({ executionArn: arnOf(run) }),
    },
  });
  return Object.assign(bulk, {
    engine,
    jobs,
    execution: (run: BulkRun) => engine.describeExecution({ executionArn: arnOf(run) }),
    history: (run: BulkRun) =>
      engine.getExecutionHistory({ executionArn: arnOf(run), maxResults: 1000 }).events,
    /** Runs whatever is under way, retries and their waits included, to its end. */
    async settle(): Promise<void> {
      await clock.settle();
      await clock.advanceTo(clock.now() + 3_600_000);
    },
    /** Uploads a file and has it checked. */
    async checked(text: string, given: Partial<Extract<NewJob, { kind: 'import' }>> = {}): Promise<string> {
      const jobId = await jobs.create({
        kind: 'import',
        name: 'plans.csv',
        format: 'csv',
        by: PRIYA,
        ...given,
      });
      for (let at = 0, slice = 0; at < text.length; at += SLICE, slice++)
        await jobs.putSlice(jobId, slice, text.slice(at, at + SLICE), PRIYA);
      await jobs.check(jobId, PRIYA);
      await this.settle();
      return jobId;
    },
    async rowsOf(jobId: string): Promise<RowResult[]> {
      const found: RowResult[] = [];
      for await (const { rows: some } of jobs.results(jobId)) found.push(...some);
      return found;
    },
    plans: () => world.rows.all(({ sk }) => sk === 'PLAN'),
  });
}

const SLICE = 60_000;

export type BulkWorld = ReturnType<typeof bulkAt>;
