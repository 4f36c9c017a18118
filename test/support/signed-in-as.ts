import type { AccessRole, Identity } from '../../functions/access.ts';
import type { AdminPorts } from '../../functions/admin/ports.ts';
import { SESSION_COOKIE, SESSION_SECONDS } from '../../functions/site-session.ts';

/** Somebody for each role, as an issuer would name them. */
export const PEOPLE: Readonly<Record<AccessRole, Identity>> = {
  hr: { id: 'u-hr', name: 'Harper Ellis', email: 'harper.ellis@agency.example', roles: ['hr'] },
  manager: {
    id: 'u-manager',
    name: 'Morgan Reyes',
    email: 'morgan.reyes@agency.example',
    roles: ['manager'],
  },
  auditor: { id: 'u-auditor', name: 'Avery Lindqvist', email: 'avery@agency.example', roles: ['auditor'] },
  recorder: { id: 'u-recorder', name: 'Training system', roles: ['recorder'] },
  operator: { id: 'u-operator', name: 'Oz Tanaka', email: 'oz.tanaka@agency.example', roles: ['operator'] },
};

/** The Cookie header of somebody who has just signed in. */
export async function signedInAs(
  identity: Identity,
  { sessions, now }: Pick<AdminPorts, 'sessions' | 'now'>,
): Promise<string> {
  const sealed = await sessions.seal('session', { identity, since: now() }, now(), SESSION_SECONDS);
  return `${SESSION_COOKIE}=${sealed}`;
}
