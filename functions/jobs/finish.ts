import type { JobRecord, Tally } from '../../adapters/jobs.ts';
import type { WorkerPorts } from './ports.ts';

/** Says how the phase came out: all parts are through, or some of them gave up and can be begun again. */
export async function finish(job: JobRecord, { jobRows }: Pick<WorkerPorts, 'jobRows'>): Promise<void> {
  const tallies = await jobRows.tallies(job.jobId, job.phase);
  const isThrough = tallies.filter(({ complete }) => complete).length === job.parts;
  const over = job.phase === 'check' ? 'checked' : 'done';
  const counts = summed(tallies);
  const good = job.phase === 'check' ? { good: job.total - counts.failed } : {};
  await jobRows.change(
    job.jobId,
    isThrough ? { status: over, counts, ...good } : { status: 'failed', error: 'parts_not_through' },
    { status: ['running'], attempt: [job.attempt] },
  );
}

/** What all parts together have come to. */
export function summed(tallies: readonly Tally[]): Pick<Tally, 'done' | 'failed' | 'warned'> {
  const sum = (count: 'done' | 'failed' | 'warned') => tallies.reduce((all, tally) => all + tally[count], 0);
  return { done: sum('done'), failed: sum('failed'), warned: sum('warned') };
}
