import type { Rule } from '../access.ts';
import type { SiteRoutes } from '../site.ts';
import { askFirst, doIt } from './act.ts';
import { showExecution } from './detail.ts';
import { listExecutions } from './list.ts';
import { moveTicked, showOld } from './migrate-all.ts';
import type { ExecutionsPorts } from './ports.ts';

/** Auditors look; whoever stops and starts executions looks after the platform. */
const READERS: Rule = { operator: 'all', auditor: 'all' };
const OPERATORS: Rule = { operator: 'all' };

/** The executions view. */
export const executionRoutes: SiteRoutes<ExecutionsPorts> = {
  'GET /admin/executions': { who: READERS, serve: listExecutions },
  'GET /admin/executions/migrate': { who: OPERATORS, serve: showOld },
  'POST /admin/executions/migrate': { who: OPERATORS, serve: moveTicked },
  'GET /admin/executions/{name}': { who: READERS, serve: showExecution },
  'GET /admin/executions/{name}/stop': { who: OPERATORS, serve: askFirst('stop') },
  'POST /admin/executions/{name}/stop': { who: OPERATORS, serve: doIt('stop') },
  'GET /admin/executions/{name}/restart': { who: OPERATORS, serve: askFirst('restart') },
  'POST /admin/executions/{name}/restart': { who: OPERATORS, serve: doIt('restart') },
  'GET /admin/executions/{name}/migrate': { who: OPERATORS, serve: askFirst('migrate') },
  'POST /admin/executions/{name}/migrate': { who: OPERATORS, serve: doIt('migrate') },
};
