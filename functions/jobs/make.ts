import { createBulkWorkflow } from '../../adapters/bulk-workflow.ts';
import { dynamoClient, sfnClient } from '../../adapters/clients.ts';
import { now } from '../../adapters/clock.ts';
import { createDynamoRows } from '../../adapters/dynamo-rows.ts';
import { setting } from '../../adapters/environment.ts';
import { type JobStore, jobRows } from '../../adapters/jobs.ts';
import type { Jobs } from './job.ts';
import { createJobs } from './jobs.ts';

export const jobRowsInTable = (): JobStore =>
  jobRows(createDynamoRows({ client: dynamoClient(), tableName: setting('TABLE_NAME') }));

/** Bulk work for whoever begins it and looks after it. */
export const jobs = (): Jobs =>
  createJobs({
    rows: jobRowsInTable(),
    bulk: createBulkWorkflow({ client: sfnClient(), stateMachineArn: setting('BULK_STATE_MACHINE_ARN') }),
    now,
  });
