import type { SiteRoutes } from '../../site.ts';
import type { AdminPorts } from '../ports.ts';
import { beginBulk, bulk, chooseBulk } from './bulk.ts';

/** The same command for many plans: chosen, looked at, and begun. How far it is, is shown with all bulk work. */
export const bulkRoutes: SiteRoutes<AdminPorts> = {
  'GET /admin/bulk': { who: { hr: 'all' }, serve: chooseBulk },
  'POST /admin/bulk': { who: { hr: 'all' }, serve: bulk },
  'POST /admin/bulk/start': { who: { hr: 'all' }, serve: beginBulk },
};
