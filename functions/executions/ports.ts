import { dynamoClient } from '../../adapters/clients/dynamo.ts';
import { sfnClient } from '../../adapters/clients/sfn.ts';
import { createDynamoRows } from '../../adapters/dynamo-rows.ts';
import { setting } from '../../adapters/environment.ts';
import { createExecutions, type Executions } from '../../adapters/executions.ts';
import type { JobStore } from '../../adapters/jobs.ts';
import { createPlanPulses, type PlanPulses } from '../../adapters/plan-pulse.ts';
import { siteMembers } from '../admin/ports.ts';
import { jobRowsInTable } from '../jobs/rows-in-table.ts';
import { lazy, type TaskPorts, taskPorts } from '../ports.ts';
import type { SitePorts } from '../site.ts';

/** What the executions view may do to the world. */
export type ExecutionsPorts = TaskPorts &
  SitePorts & {
    executions: Executions;
    pulses: PlanPulses;
    jobRows: Pick<JobStore, 'change'>;
    /** Whether AWS's own console shows these executions as well. */
    hasConsole: boolean;
  };

export const executionsPorts = (): ExecutionsPorts => {
  const shared = taskPorts();
  return lazy<ExecutionsPorts>({
    store: () => shared.store,
    library: () => shared.library,
    now: () => shared.now,
    ids: () => shared.ids,
    settings: () => shared.settings,
    sessions: siteMembers.sessions,
    knowsOriginKey: siteMembers.knowsOriginKey,
    executions: () =>
      createExecutions({
        client: sfnClient(),
        machines: {
          'plan-lifecycle': setting('STATE_MACHINE_ARN'),
          'bulk-work': setting('BULK_STATE_MACHINE_ARN'),
        },
      }),
    pulses: () =>
      createPlanPulses(createDynamoRows({ client: dynamoClient(), tableName: setting('TABLE_NAME') })),
    jobRows: jobRowsInTable,
    // Wherever calls are sent to another address than AWS's own, the console knows nothing of them.
    hasConsole: () => !process.env.AWS_ENDPOINT_URL && !process.env.AWS_ENDPOINT_URL_SFN,
  });
};
