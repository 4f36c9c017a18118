import type { SiteRoute, SiteRoutes } from '../site.ts';
import type { AdminPorts } from './ports.ts';

type Area = () => Promise<SiteRoutes<AdminPorts>>;

/** The parts of the site by where their addresses begin, the narrowest first. Each is read when it is first needed. */
const AREAS: readonly [RegExp, Area][] = [
  [/^\/admin\/plans\/\{planId\}\/amend/, async () => (await import('./amend/routes.ts')).amendRoutes],
  [/^\/admin\/plans\/\{planId\}/, async () => (await import('./plan/routes.ts')).planRoutes],
  [/^\/admin\/(plans|plan-views)/, async () => (await import('./plans-list/routes.ts')).plansListRoutes],
  [/^\/admin\/drafts/, async () => (await import('./drafts/routes.ts')).draftRoutes],
  [/^\/admin\/bulk/, async () => (await import('./bulk/routes.ts')).bulkRoutes],
  [/^\/admin\/repair/, async () => (await import('./repair/routes.ts')).repairRoutes],
  [/^\/admin\/import/, async () => (await import('./import/routes.ts')).importRoutes],
  [/^\/admin\/jobs/, async () => (await import('./jobs/routes.ts')).jobRoutes],
  [/^\/admin\/reports/, async () => (await import('./reports/routes.ts')).reportRoutes],
  [/^\/api\/docs/, async () => (await import('./api-docs/routes.ts')).apiDocsRoutes],
  [/^\/admin/, async () => (await import('./first-pages.ts')).firstPages],
];

/** The route of a key such as `GET /admin/plans`; `undefined` when the site has none. */
export async function adminRoute(key: string): Promise<SiteRoute<AdminPorts> | undefined> {
  const path = key.slice(key.indexOf(' ') + 1);
  const area = AREAS.find(([begins]) => begins.test(path));
  const routes = await area?.[1]();
  return routes && Object.hasOwn(routes, key) ? routes[key] : undefined;
}

/** Every route there is, of all areas. */
export async function allAdminRoutes(): Promise<SiteRoutes<AdminPorts>> {
  const areas = await Promise.all(AREAS.map(([, load]) => load()));
  return Object.assign({}, ...areas);
}
