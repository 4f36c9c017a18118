import type { JobRecord } from '../../adapters/jobs.ts';
import type { WorkerPorts } from './ports.ts';
import type { BulkEvent, Reading } from './shapes.ts';

/** One step of bulk work, whose code is read when it is its turn. An attempt that is not the job's own any more does nothing. */
export async function work(event: BulkEvent, ports: WorkerPorts): Promise<Reading | object> {
  const job = await ports.jobRows.get(event.jobId);
  if (!job || !isCurrent(job, event)) return event.action === 'read' ? { parts: [] } : {};
  switch (event.action) {
    case 'read':
      return (await import('./read.ts')).readParts(job, ports);
    case 'part':
      await (await import('./work-part.ts')).workPart(job, event.part, ports);
      return {};
    case 'finish':
      await (await import('./finish.ts')).finish(job, ports);
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
