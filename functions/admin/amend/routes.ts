import type { SiteRoutes } from '../../site.ts';
import type { AdminPorts } from '../ports.ts';
import { showStart, start } from './start.ts';

/** Where the text of a plan that is there already is changed. */
export const amendRoutes: SiteRoutes<AdminPorts> = {
  'GET /admin/plans/{planId}/amend': { who: { hr: 'all' }, serve: showStart },
  'POST /admin/plans/{planId}/amend': { who: { hr: 'all' }, serve: start },
};
