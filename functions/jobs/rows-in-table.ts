import { dynamoClient } from '../../adapters/clients/dynamo.ts';
import { createDynamoRows } from '../../adapters/dynamo-rows.ts';
import { setting } from '../../adapters/environment.ts';
import { type JobStore, jobRows } from '../../adapters/jobs.ts';

/** The rows of bulk work, in the function's table. */
export const jobRowsInTable = (): JobStore =>
  jobRows(createDynamoRows({ client: dynamoClient(), tableName: setting('TABLE_NAME') }));
