import { apiDocsPage } from '../../../views/admin/api-docs/page.tsx';
import type { SiteRoutes } from '../../site.ts';
import type { AdminPorts } from '../ports.ts';

/** The reference of the API, for whoever is signed in. */
export const apiDocsRoutes: SiteRoutes<AdminPorts> = {
  'GET /api/docs': {
    who: { hr: 'all', manager: 'all', auditor: 'all', operator: 'all' },
    serve: async ({ frame }) => {
      // Loaded for this page alone: it is made of every shape and example there is.
      const { apiDocs } = await import('../../openapi/docs.ts');
      return { status: 200, body: apiDocsPage(frame, apiDocs()) };
    },
  },
};
