import type { BulkRun } from '../../adapters/bulk-workflow.ts';
import type { JobStore } from '../../adapters/jobs.ts';

/**
 * Has nothing more of this attempt begun, and lets somebody go on with it from its page.
 *
 * @returns false when it is not what is running
 */
export const sayStopped = async (
  { jobId, attempt }: BulkRun,
  rows: Pick<JobStore, 'change'>,
): Promise<boolean> =>
  (await rows.change(jobId, { status: 'stopped' }, { status: ['running'], attempt: [attempt] })) !==
  undefined;
