import type { Action } from '../../views/admin/executions/confirm-page.tsx';
import type { Rule } from '../access.ts';
import { readWhenAsked } from '../read-when-asked.ts';
import type { SiteRoute, SiteRoutes } from '../site.ts';
import type { ExecutionsPorts } from './ports.ts';

/** Auditors look; whoever stops and starts executions looks after the platform. */
const READERS: Rule = { operator: 'all', auditor: 'all' };
const OPERATORS: Rule = { operator: 'all' };

type Serve = SiteRoute<ExecutionsPorts>['serve'];

// Most look at the list; what draws a workflow, and what stops and starts executions, is read when it is asked for.
const showExecution = readWhenAsked<Serve>(async () => (await import('./detail.ts')).showExecution);
const showOld = readWhenAsked<Serve>(async () => (await import('./migrate-all.ts')).showOld);
const moveTicked = readWhenAsked<Serve>(async () => (await import('./migrate-all.ts')).moveTicked);
const listExecutions = readWhenAsked<Serve>(async () => (await import('./list.ts')).listExecutions);
const askFirst = (action: Action) =>
  readWhenAsked<Serve>(async () => (await import('./act.ts')).askFirst(action));
const doIt = (action: Action) => readWhenAsked<Serve>(async () => (await import('./act.ts')).doIt(action));

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
