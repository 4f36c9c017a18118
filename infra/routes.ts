import type { DoorName } from './doors.ts';

export interface Route {
  path: string;
  methods: readonly ('GET' | 'HEAD' | 'POST')[];
  door: DoorName;
  /**
   * `link`: the link in the address, or the cookie made from it, is checked by the function. `session`: so is who is signed
   * in, or they are sent to sign in. `open`: there is nothing to check. `token`: API Gateway checks the caller's token
   * before the function, which then checks their role.
   */
  admits: 'link' | 'session' | 'open' | 'token';
}

const page = (path: string): Route => ({
  path,
  methods: ['GET', 'HEAD', 'POST'],
  door: 'pages',
  admits: 'link',
});

/** The pages of a link, below its clean address and below the one for browsers that take no cookie. */
const linkPages = [
  '',
  '/adjustment',
  '/response',
  '/change',
  '/saved',
  '/plan',
  '/calendar.ics',
  '/new',
  '/wrong-person',
].flatMap((below) => [page(`/p/{requestId}${below}`), page(`/l/{token}/in${below}`)]);

const admin = (path: string, ...methods: Route['methods'][number][]): Route => ({
  path,
  methods,
  door: 'admin',
  admits: 'session',
});

const api = (path: string, ...methods: Route['methods'][number][]): Route => ({
  path,
  methods,
  door: 'api',
  admits: 'token',
});

const open = (path: string, ...methods: Route['methods'][number][]): Route => ({
  ...admin(path, ...methods),
  admits: 'open',
});

/** Signing in and out, and what every page of the site is made of. */
const signIn: Route[] = [
  open('/admin/sign-in', 'GET'),
  open('/admin/callback', 'GET'),
  open('/admin/sign-out', 'POST'),
  open('/admin/signed-out', 'GET'),
  open('/admin/assets/admin.css', 'GET', 'HEAD'),
  open('/admin/assets/admin.js', 'GET', 'HEAD'),
  admin('/admin', 'GET'),
  admin('/admin/signed-in', 'GET'),
];

/** Importing plans from a file, and bulk work. */
const imports: Route[] = [
  api('/api/imports', 'POST'),
  api('/api/imports/{jobId}', 'GET'),
  api('/api/imports/{jobId}/results', 'GET'),
  api('/api/imports/{jobId}/parts/{part}', 'POST'),
  api('/api/imports/{jobId}/check', 'POST'),
  api('/api/imports/{jobId}/start', 'POST'),
  api('/api/imports/{jobId}/stop', 'POST'),
  api('/api/imports/{jobId}/continue', 'POST'),
  admin('/admin/import', 'GET', 'POST'),
  admin('/admin/import/template.csv', 'GET'),
  admin('/admin/import/begin', 'POST'),
  admin('/admin/import/{jobId}/parts', 'GET'),
  admin('/admin/import/{jobId}/parts/{part}', 'POST'),
  admin('/admin/import/{jobId}/check', 'POST'),
  admin('/admin/jobs', 'GET'),
  admin('/admin/jobs/{jobId}', 'GET'),
  admin('/admin/jobs/{jobId}/result.csv', 'GET'),
  admin('/admin/jobs/{jobId}/start', 'POST'),
  admin('/admin/jobs/{jobId}/stop', 'POST'),
  admin('/admin/jobs/{jobId}/continue', 'POST'),
];

/** One plan: reading it, doing something with it; and the same with many, and where something broke. */
const onePlan: Route[] = [
  admin('/admin/plans/{planId}', 'GET'),
  admin('/admin/plans/{planId}/events', 'GET'),
  admin('/admin/plans/{planId}/record.json', 'GET'),
  admin('/admin/plans/{planId}/do/{command}', 'GET', 'POST'),
  admin('/admin/bulk', 'GET', 'POST'),
  admin('/admin/bulk/start', 'POST'),
  admin('/admin/repair', 'GET'),
  admin('/admin/repair/{planId}/restart', 'GET', 'POST'),
  admin('/admin/repair/{planId}/effects', 'GET', 'POST'),
  admin('/admin/repair/{planId}/mail', 'GET', 'POST'),
];

/** The reports and the reference of the API. */
const reports: Route[] = [
  api('/api/reports', 'GET'),
  api('/api/openapi.json', 'GET'),
  admin('/api/docs', 'GET'),
  admin('/admin/reports', 'GET'),
  admin('/admin/reports.csv', 'GET'),
];

/** Where plans are written before they are plans, and where their text is changed. */
const drafts: Route[] = [
  admin('/admin/drafts', 'GET', 'POST'),
  admin('/admin/drafts/{draftId}', 'GET', 'POST'),
  admin('/admin/drafts/{draftId}/discard', 'POST'),
  admin('/admin/drafts/{draftId}/restore', 'POST'),
  admin('/admin/drafts/{draftId}/merge/{with}', 'GET', 'POST'),
  admin('/admin/drafts/{draftId}/merge/{with}/keep', 'POST'),
  admin('/admin/plans/{planId}/amend', 'GET', 'POST'),
];

const executions = (path: string, ...methods: Route['methods'][number][]): Route => ({
  ...admin(path, ...methods),
  door: 'executions',
});

/** Watching executions, stopping them and starting them anew. */
const executionsView: Route[] = [
  executions('/admin/executions', 'GET'),
  executions('/admin/executions/migrate', 'GET', 'POST'),
  executions('/admin/executions/{name}', 'GET'),
  executions('/admin/executions/{name}/stop', 'GET', 'POST'),
  executions('/admin/executions/{name}/restart', 'GET', 'POST'),
  executions('/admin/executions/{name}/migrate', 'GET', 'POST'),
];

/** Finding plans, and keeping what one looks for often. */
const plansList: Route[] = [
  admin('/admin/plans', 'GET'),
  admin('/admin/plans.csv', 'GET'),
  admin('/admin/plans.json', 'GET'),
  admin('/admin/plan-views', 'POST'),
  admin('/admin/plan-views/{viewId}/remove', 'POST'),
];

/** Everything the HTTP API answers. There is no catch-all: what is not listed never reaches a function. */
export const routes: Route[] = [
  page('/l/{token}'),
  page('/l/{token}/new'),
  ...linkPages,
  ...signIn,
  ...plansList,
  ...onePlan,
  ...executionsView,
  ...drafts,
  { path: '/assets/style.css', methods: ['GET', 'HEAD'], door: 'pages', admits: 'open' },
  ...imports,
  ...reports,
  api('/api/packs', 'GET'),
  api('/api/plans', 'GET', 'POST'),
  api('/api/plans/preview', 'POST'),
  api('/api/plans/{planId}', 'GET'),
  api('/api/plans/{planId}/events', 'GET'),
  api('/api/plans/{planId}/timeline', 'GET'),
  api('/api/plans/{planId}/record', 'GET'),
  api('/api/plans/{planId}/commands', 'POST'),
];

/** The two hosts: one that links in e-mails lead to, one that people sign in at and programs call. */
export const HOSTS = ['participants', 'admin'] as const;
export type Host = (typeof HOSTS)[number];

/** Which host answers a route; the other one never does. */
export const hostOf = ({ door }: Route): Host => (door === 'pages' ? 'participants' : 'admin');

/** The paths that lead to the API under a host, as CloudFront writes them: `/l/*`. */
export const pathsOf = (host: Host): string[] => {
  const all = routes
    .filter((route) => hostOf(route) === host)
    .map(({ path }) => path.replace(/^(\/[^/]+)\/.*$/, '$1/*'));
  return [...new Set(all)].sort();
};

const SLOW = { ThrottlingRateLimit: 25, ThrottlingBurstLimit: 50 };

/**
 * Routes that are called more seldom than the stage as a whole lets through (SEC-11), by the names CloudFormation gives
 * the limits: forms below a link's own address. They count for everybody together, so that they are well above what the
 * web firewall lets through from one address: nobody alone can use them up for the others. A link that opens nothing is asked for anew on whichever page it led to,
 * so that all those pages can be the same.
 */
export const throttles: Readonly<Record<string, typeof SLOW>> = Object.fromEntries(
  routes
    .filter(({ path, methods }) => path.startsWith('/l/{token}') && methods.includes('POST'))
    .map(({ path }) => [`POST ${path}`, SLOW]),
);
