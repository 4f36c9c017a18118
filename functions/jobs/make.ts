import { createBulkWorkflow } from '../../adapters/bulk-workflow.ts';
import { sfnClient } from '../../adapters/clients/sfn.ts';
import { now } from '../../adapters/clock.ts';
import { setting } from '../../adapters/environment.ts';
import type { Jobs } from './job.ts';
import { createJobs } from './jobs.ts';
import { jobRowsInTable } from './rows-in-table.ts';

/** Bulk work for whoever begins it and looks after it. */
export const jobs = (): Jobs =>
  createJobs({
    rows: jobRowsInTable(),
    bulk: createBulkWorkflow({ client: sfnClient(), stateMachineArn: setting('BULK_STATE_MACHINE_ARN') }),
    now,
  });
