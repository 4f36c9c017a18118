import type { JobRecord, JobStore, Tally } from '../../adapters/jobs.ts';
import type { Instant } from '../../domain/plan.ts';
import type { WorkerPorts } from './ports.ts';

/** Says how the phase came out: all parts are through, or some of them gave up and can be begun again. */
export async function finish(
  job: JobRecord,
  { jobRows, now }: Pick<WorkerPorts, 'jobRows' | 'now'>,
): Promise<void> {
  const tallies = await jobRows.tallies(job.jobId, job.phase);
  const isThrough = tallies.filter(({ complete }) => complete).length === job.parts;
  if (isThrough) await forget(job, jobRows, now());
  const over = job.phase === 'check' ? 'checked' : 'done';
  const counts = summed(tallies);
  const good = job.phase === 'check' ? { good: job.total - counts.failed } : {};
  await jobRows.change(
    job.jobId,
    isThrough ? { status: over, counts, ...good } : { status: 'failed', error: 'parts_not_through' },
    { status: ['running'], attempt: [job.attempt] },
  );
}

/** A file that was cut into parts and checked is not read again, and nor is a part whose results are kept. */
async function forget({ jobId, phase, parts }: JobRecord, jobRows: JobStore, now: Instant): Promise<void> {
  if (phase === 'check') await jobRows.empty(jobId, 'slice', await jobRows.slices(jobId), now);
  else await jobRows.empty(jobId, 'part', [...Array(parts).keys()], now);
}

/** What all parts together have come to. */
export function summed(tallies: readonly Tally[]): Pick<Tally, 'through' | 'failed' | 'warned'> {
  const sum = (count: 'through' | 'failed' | 'warned') =>
    tallies.reduce((all, tally) => all + tally[count], 0);
  return { through: sum('through'), failed: sum('failed'), warned: sum('warned') };
}
