import type { JobStore } from '../../adapters/jobs.ts';
import { lazy, type TaskPorts, taskPorts } from '../ports.ts';
import { jobRowsInTable } from './rows-in-table.ts';

/** What the worker may do to the world. */
export type WorkerPorts = TaskPorts & { jobRows: JobStore };

export const workerPorts = (): WorkerPorts => {
  const shared = taskPorts();
  return lazy<WorkerPorts>({
    store: () => shared.store,
    library: () => shared.library,
    now: () => shared.now,
    ids: () => shared.ids,
    settings: () => shared.settings,
    jobRows: jobRowsInTable,
  });
};
