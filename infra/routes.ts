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
const linkPages = ['', '/adjustment', '/response'].flatMap((below) => [
  page(`/p/{requestId}${below}`),
  page(`/l/{token}/in${below}`),
]);

/** Everything the HTTP API answers. There is no catch-all: what is not listed never reaches a function. */
export const routes: Route[] = [
  { path: '/l/{token}', methods: ['GET', 'HEAD'], door: 'pages', admits: 'link' },
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
