import { afterEach, beforeEach, expect, test } from 'vitest';
import { newJobId } from '../../../adapters/ids.ts';
import { type JobRecord, jobRows } from '../../../adapters/jobs.ts';
import { ExecutionsDoor, textOf } from './executions-door.ts';

const BULK = 'arn:aws:states:us-east-1:123456789012:stateMachine:bulk-work';
const WAITING = {
  QueryLanguage: 'JSONata',
  StartAt: 'Wait',
  States: { Wait: { Type: 'Wait', Seconds: 3600, End: true } },
};

let door: ExecutionsDoor;
beforeEach(async () => {
  door = await ExecutionsDoor.open();
});
afterEach(() => door.close());

/** Bulk work in its second attempt; the execution is that of the attempt which is asked for. */
async function running(attempt: number): Promise<{ jobId: string; name: string }> {
  const jobId = newJobId();
  const at = '2026-12-01T14:00:00Z';
  const by = { id: 'u-1', name: 'Harper Ellis' };
  const job: JobRecord = {
    ...{ jobId, kind: 'commands', title: 'Note', by, at, begunAt: at, starts: [], status: 'running' },
    ...{ phase: 'work', attempt: 2, total: 1, parts: 1, form: { type: 'note', values: {} } },
  };
  await jobRows(door.driven.world.rows).put(job);
  const name = `${jobId}-work-${attempt}`;
  door.driven.engine.updateStateMachine({ stateMachineArn: BULK, definition: WAITING });
  door.driven.engine.startExecution({ stateMachineArn: BULK, name });
  await door.driven.clock.settle();
  return { jobId, name };
}

const statusOf = async (jobId: string) => (await jobRows(door.driven.world.rows).get(jobId))?.status;

test('bulk work that an operator stops says so itself, and can be gone on with at once', async () => {
  const { jobId, name } = await running(2);
  const preview = textOf((await door.get(`/admin/executions/${name}/stop`)).body);
  expect(preview).toContain('HR can go on with it at once, from its page.');
  expect(preview).toContain('Its page says that it was stopped.');
  expect(await statusOf(jobId)).toBe('running');
  const { status } = await door.post(`/admin/executions/${name}/stop`, { reason: 'It hangs.' });
  expect(status).toBe(303);
  expect(await statusOf(jobId)).toBe('stopped');
  expect(await door.ports.executions.describe('bulk-work', name)).toMatchObject({ status: 'ABORTED' });
});

test('an execution of an attempt that is over stops without touching the one after it', async () => {
  const { jobId, name } = await running(1);
  await door.post(`/admin/executions/${name}/stop`, { reason: 'It hangs.' });
  expect(await statusOf(jobId)).toBe('running');
});
