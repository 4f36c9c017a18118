import { jobRows } from '../../adapters/jobs.ts';
import type { Rows } from '../../adapters/rows.ts';
import type { Jobs } from '../../functions/jobs/job.ts';
import { createJobs } from '../../functions/jobs/jobs.ts';
import type { Reading } from '../../functions/jobs/shapes.ts';
import { work } from '../../functions/jobs/work.ts';
import type { TaskPorts } from '../../functions/ports.ts';

/** Bulk work that is through as soon as it is begun: what the workflow does, without the workflow. */
export function inlineJobs(table: Rows, ports: () => TaskPorts): Jobs {
  const rows = jobRows(table);
  return createJobs({
    rows,
    now: () => ports().now(),
    bulk: {
      async start(run) {
        const own = ports();
        const all = {
          store: own.store,
          library: own.library,
          now: own.now,
          ids: own.ids,
          settings: own.settings,
          jobRows: rows,
        };
        const { parts } = (await work({ ...run, action: 'read' }, all)) as Reading;
        for (const part of parts) await work({ ...part, action: 'part' }, all);
        await work({ ...run, action: 'finish' }, all);
      },
      stop: async () => {},
    },
  });
}
