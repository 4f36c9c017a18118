import { apiDocsStyle } from '../../views/admin/api-docs/style.ts';
import { editorScript } from '../../views/admin/editor/script.ts';
import { editorStyle } from '../../views/admin/editor/style.ts';
import { executionsStyle } from '../../views/admin/executions/style.ts';
import { uploadScript } from '../../views/admin/import/script.ts';
import { planStyle } from '../../views/admin/plan/style.ts';
import { plansListStyle } from '../../views/admin/plans-list/style.ts';
import { reportsStyle } from '../../views/admin/reports/style.ts';
import { adminScript } from '../../views/admin/script.ts';
import { adminStyle } from '../../views/admin/style.ts';
import type { WebResponse } from '../http.ts';
import type { OpenRoutes } from '../site.ts';

const asset = (type: string, body: string) => async (): Promise<WebResponse> => ({
  status: 200,
  headers: { 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': 'public, max-age=300' },
  body,
});

/** What pages of the site look like, and do besides. */
export const assetRoutes: OpenRoutes<unknown> = {
  'GET /admin/assets/admin.css': asset(
    'text/css',
    adminStyle + editorStyle + planStyle + executionsStyle + plansListStyle + reportsStyle + apiDocsStyle,
  ),
  'GET /admin/assets/admin.js': asset('text/javascript', adminScript + editorScript + uploadScript),
};
