import type { Rule } from '../../access.ts';
import type { SiteRoutes } from '../../site.ts';
import type { AdminPorts } from '../ports.ts';
import { exportCsv, exportJson } from './export-plans.ts';
import { removeView, saveView } from './keep-views.ts';
import { showPlans } from './show-plans.ts';

const readers: Rule = { hr: 'all', auditor: 'all', manager: 'own' };
const keepers: Rule = { hr: 'all' };

/** Finding plans, and keeping what one looks for often. */
export const plansListRoutes: SiteRoutes<AdminPorts> = {
  'GET /admin/plans': { who: readers, serve: showPlans },
  'GET /admin/plans.csv': { who: readers, serve: exportCsv },
  'GET /admin/plans.json': { who: readers, serve: exportJson },
  'POST /admin/plan-views': { who: keepers, serve: saveView },
  'POST /admin/plan-views/{viewId}/remove': { who: keepers, serve: removeView },
};
