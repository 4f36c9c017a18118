import { signedInPage } from '../../views/admin/messages.tsx';
import type { SiteRoutes } from '../site.ts';
import type { AdminPorts } from './ports.ts';

/** Where somebody begins: at what is theirs to look at. */
export const firstPages: SiteRoutes<AdminPorts> = {
  'GET /admin': {
    who: { hr: 'all', manager: 'own', auditor: 'all', operator: 'all' },
    serve: async ({ identity }) => ({
      status: 303,
      headers: {
        Location: identity.roles.every((role) => role === 'operator') ? '/admin/executions' : '/admin/plans',
      },
    }),
  },
  'GET /admin/signed-in': {
    who: { hr: 'all', manager: 'own', auditor: 'all', operator: 'all' },
    serve: async ({ identity }) => ({ status: 200, body: signedInPage(identity.name) }),
  },
};
