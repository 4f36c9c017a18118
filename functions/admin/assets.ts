import type { WebResponse } from '../http.ts';
import type { OpenRoutes } from '../site.ts';

const assets = () => import('../../views/admin/assets.ts');

const asset = (type: string, read: () => Promise<string>) => async (): Promise<WebResponse> => ({
  status: 200,
  headers: { 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': 'public, max-age=300' },
  body: await read(),
});

/** What pages of the site look like, and do besides. */
export const assetRoutes: OpenRoutes<unknown> = {
  'GET /admin/assets/admin.css': asset('text/css', async () => (await assets()).siteStyle),
  'GET /admin/assets/admin.js': asset('text/javascript', async () => (await assets()).siteScript),
};
