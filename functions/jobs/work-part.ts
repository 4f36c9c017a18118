import { type JobRecord, keptUntil } from '../../adapters/jobs.ts';
import { withStoreFor } from '../readers-store.ts';
import { workerOf } from './actor.ts';
import type { RowResult } from './job.ts';
import { ROWS_BETWEEN_LOOKS } from './limits.ts';
import type { WorkerPorts } from './ports.ts';
import type { CommandRow, ImportRow } from './shapes.ts';

/**
 * Works off one part, row by row, and keeps how each came out as it goes: a part that is begun again goes on where it
 * was left, and what happened twice in between has happened once.
 */
export async function workPart(job: JobRecord, part: number, ports: WorkerPorts): Promise<void> {
  const { jobId, phase, attempt } = job;
  const { jobRows, now } = ports;
  const until = keptUntil(job.at);
  const rows = await rowsOf(job, part, ports);
  const results: RowResult[] = (await jobRows.result<RowResult>(jobId, phase, part)) ?? [];
  const own = { jobId, phase, attempt, part };
  /** False when a later attempt works on this part by now. */
  const keep = async (): Promise<boolean> =>
    (await jobRows.putResult(own, results, until)) &&
    jobRows.putTally(own, { ...counted(rows.length, results), at: now() }, until);
  while (results.length < rows.length) {
    const current = await jobRows.get(jobId);
    if (current?.status !== 'running' || current.attempt !== attempt) return;
    for (const row of rows.slice(results.length, results.length + ROWS_BETWEEN_LOOKS)) {
      results.push(await row());
    }
    if (!(await keep())) return;
  }
  if (rows.length === 0) await keep();
}

/** What is to be done for each row of the part. */
async function rowsOf(
  job: JobRecord,
  part: number,
  ports: WorkerPorts,
): Promise<(() => Promise<RowResult>)[]> {
  const { jobId, phase } = job;
  // Bulk work is somebody's work: not on the plan that is about themselves.
  const theirs = withStoreFor(workerOf(job).id, ports);
  if (job.kind === 'commands') {
    const { commandRow } = await import('./command-row.ts');
    const rows = await ports.jobRows.part<CommandRow>(jobId, part);
    return rows.map((row) => () => commandRow(row, job, theirs));
  }
  const { checkRow, importRow } = await import('./import-row.ts');
  const rows = await ports.jobRows.part<ImportRow>(jobId, part);
  if (phase === 'check') return rows.map((row) => async () => checkRow(row, job, ports));
  const checked = (await ports.jobRows.result<RowResult>(jobId, 'check', part)) ?? [];
  const good = new Set(checked.flatMap(({ row, outcome }) => (outcome === 'good' ? [row] : [])));
  return rows.filter(({ row }) => good.has(row)).map((row) => () => importRow(row, job, theirs));
}

function counted(total: number, results: readonly RowResult[]) {
  const failed = results.filter(({ outcome }) => outcome === 'bad' || outcome === 'refused').length;
  const warned = results.filter(({ warnings }) => warnings !== undefined).length;
  return { total, through: results.length, failed, warned, complete: results.length === total };
}
