import { setting } from '../adapters/environment.ts';
import { ACCESS_ROLES, type AccessRole } from './access.ts';
import type { GroupSettings } from './identity.ts';

/** How this deployment's issuer tells roles, from `GROUPS_CLAIM` and `ROLE_GROUPS` (JSON: role to group). */
export function groupSettings(): GroupSettings {
  const given = JSON.parse(setting('ROLE_GROUPS')) as Partial<Record<AccessRole, string>>;
  const groups = Object.fromEntries(ACCESS_ROLES.map((role) => [role, given[role] ?? role]));
  return { claim: setting('GROUPS_CLAIM'), groups: groups as Record<AccessRole, string> };
}
