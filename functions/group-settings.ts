import { setting } from '../adapters/environment.ts';
import { ACCESS_ROLES, type AccessRole } from './access.ts';
import type { GroupSettings } from './identity.ts';

/** How this deployment's issuer tells roles: `GROUPS_CLAIM`, `ROLE_GROUPS` (JSON: role to group), `EMAILS_VOUCHED_FOR`. */
export function groupSettings(): GroupSettings {
  const given = JSON.parse(setting('ROLE_GROUPS')) as Partial<Record<AccessRole, string>>;
  const groups = Object.fromEntries(ACCESS_ROLES.map((role) => [role, given[role] ?? role]));
  return {
    claim: setting('GROUPS_CLAIM'),
    groups: groups as Record<AccessRole, string>,
    vouchesForEmails: setting('EMAILS_VOUCHED_FOR') === 'yes',
  };
}
