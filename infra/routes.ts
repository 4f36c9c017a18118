import type { DoorName } from './doors.ts';

export interface Route {
  path: string;
  methods: readonly ('GET' | 'HEAD' | 'POST')[];
  door: DoorName;
  /** `link`: open to everybody, the link in the address or the cookie made from it is checked by the function. */
  admits: 'link' | 'iam';
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

/** Everything the HTTP API answers. There is no catch-all: what is not listed never reaches a function. */
export const routes: Route[] = [
  page('/l/{token}'),
  page('/l/{token}/new'),
  ...linkPages,
  { path: '/assets/style.css', methods: ['GET', 'HEAD'], door: 'pages', admits: 'link' },
  { path: '/api/packs', methods: ['GET'], door: 'api', admits: 'iam' },
  { path: '/api/plans', methods: ['GET', 'POST'], door: 'api', admits: 'iam' },
  { path: '/api/plans/preview', methods: ['POST'], door: 'api', admits: 'iam' },
  { path: '/api/plans/{planId}', methods: ['GET'], door: 'api', admits: 'iam' },
  { path: '/api/plans/{planId}/events', methods: ['GET'], door: 'api', admits: 'iam' },
  { path: '/api/plans/{planId}/timeline', methods: ['GET'], door: 'api', admits: 'iam' },
  { path: '/api/plans/{planId}/record', methods: ['GET'], door: 'api', admits: 'iam' },
  { path: '/api/plans/{planId}/commands', methods: ['POST'], door: 'api', admits: 'iam' },
];

const SLOW = { ThrottlingRateLimit: 5, ThrottlingBurstLimit: 10 };

/**
 * Routes that are called more seldom than the stage as a whole lets through (SEC-11), by the names CloudFormation gives
 * the limits: forms below a link's own address. A link that opens nothing is asked for anew on whichever page it led to,
 * so that all those pages can be the same.
 */
export const throttles: Readonly<Record<string, typeof SLOW>> = Object.fromEntries(
  routes
    .filter(({ path, methods }) => path.startsWith('/l/{token}') && methods.includes('POST'))
    .map(({ path }) => [`POST ${path}`, SLOW]),
);
