import type { JobPerson, JobRecord } from '../../adapters/jobs.ts';
import type { Actor } from '../../domain/events.ts';
import { actorOf } from '../access.ts';

/** Whoever started the attempt that is under way: its rows are their work, whoever began the job. */
export function starterOf({ starts, attempt, jobId }: JobRecord): JobPerson {
  const start = starts.findLast((one) => one.attempt === attempt);
  if (!start) throw new Error(`Nobody started attempt ${attempt} of ${jobId}.`);
  return start.by;
}

/** As the record names them. */
export const workerOf = (job: JobRecord): Actor => actorOf({ ...starterOf(job), roles: [] });
