import type { JobRecord } from '../../adapters/jobs.ts';
import { cutFile } from './cut-file.ts';
import type { WorkerPorts } from './ports.ts';
import type { Reading } from './shapes.ts';

/** The parts of this phase that are not through; a file that was not cut into parts yet is cut first. */
export async function readParts(job: JobRecord, ports: WorkerPorts): Promise<Reading> {
  const { jobId, phase, attempt } = job;
  const parts = job.kind === 'import' && job.parts === 0 ? await cutFile(job, ports) : job.parts;
  const through = new Set(
    (await ports.jobRows.tallies(jobId, phase)).flatMap(({ part, complete }) => (complete ? [part] : [])),
  );
  const numbers = Array.from({ length: parts }, (_, part) => part).filter((part) => !through.has(part));
  return { parts: numbers.map((part) => ({ jobId, phase, attempt, part })) };
}
