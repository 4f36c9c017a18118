import type { SiteRoutes } from '../../site.ts';
import type { AdminPorts } from '../ports.ts';
import { act, showAction } from './act.ts';
import { downloadRecord, readEvents } from './events-page.ts';
import { readPlan } from './read-plan.ts';

/** One plan: reading it, and doing something with it. */
export const planRoutes: SiteRoutes<AdminPorts> = {
  'GET /admin/plans/{planId}': { who: { hr: 'all', auditor: 'all', manager: 'own' }, serve: readPlan },
  'GET /admin/plans/{planId}/events': { who: { hr: 'all', auditor: 'all' }, serve: readEvents },
  'GET /admin/plans/{planId}/record.json': { who: { hr: 'all', auditor: 'all' }, serve: downloadRecord },
  'GET /admin/plans/{planId}/do/{command}': { who: { hr: 'all' }, serve: showAction },
  'POST /admin/plans/{planId}/do/{command}': { who: { hr: 'all' }, serve: act },
};
