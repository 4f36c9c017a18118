import type { JobRecord } from '../../adapters/jobs.ts';
import { finish } from './finish.ts';
import type { WorkerPorts } from './ports.ts';
import { readParts } from './read.ts';
import type { BulkEvent, Reading } from './shapes.ts';
import { workPart } from './work-part.ts';

/** One step of bulk work. An attempt that is not the job's own any more does nothing. */
export async function work(event: BulkEvent, ports: WorkerPorts): Promise<Reading | object> {
  const job = await ports.jobRows.get(event.jobId);
  if (!job || !isCurrent(job, event)) return event.action === 'read' ? { parts: [] } : {};
  switch (event.action) {
    case 'read':
      return readParts(job, ports);
    case 'part':
      await workPart(job, event.part, ports);
      return {};
    case 'finish':
      await finish(job, ports);
      return {};
    case 'failed':
      await ports.jobRows.change(
        job.jobId,
        { status: 'failed', error: event.error.slice(0, 100) },
        { status: ['running'], attempt: [event.attempt] },
      );
      return {};
  }
}

const isCurrent = (job: JobRecord, { phase, attempt }: BulkEvent): boolean =>
  job.status === 'running' && job.phase === phase && job.attempt === attempt;
