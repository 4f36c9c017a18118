import { ACCESS_ROLES, type AccessRole, type Identity } from './access.ts';

/** How the issuer tells what somebody is. */
export interface GroupSettings {
  /** The claim that lists their groups, e.g. `cognito:groups`. */
  claim: string;
  /** The group that stands for each role. */
  groups: Readonly<Record<AccessRole, string>>;
  /** Whether every address the issuer names is one it has verified itself, also where it does not say so. */
  vouchesForEmails?: boolean;
}

/** Scopes of programs, which are in no group: `pip-follow-up/hr`. */
export const SCOPE_PREFIX = 'pip-follow-up/';

/** Who the claims of a verified token are about. Somebody in none of the groups has no role, and may nothing. */
export function identityOf(claims: Readonly<Record<string, unknown>>, settings: GroupSettings): Identity {
  const groups = new Set(listed(claims[settings.claim]));
  const scopes = new Set(isProgram(claims) ? listed(claims.scope) : []);
  const email = verifiedEmail(claims, settings);
  const claimedEmail = email ? undefined : text(claims.email)?.toLowerCase();
  return {
    id: text(claims.sub) ?? text(claims.client_id) ?? '',
    name: text(claims.name) ?? email ?? text(claims.client_id) ?? text(claims.sub) ?? '',
    ...(email && { email }),
    ...(claimedEmail && { claimedEmail }),
    roles: ACCESS_ROLES.filter(
      (role) => groups.has(settings.groups[role]) || scopes.has(`${SCOPE_PREFIX}${role}`),
    ),
  };
}

/** Whether a token was given to a program for itself. What a person lets a program ask for makes nobody HR. */
function isProgram({ sub, client_id: client, azp }: Readonly<Record<string, unknown>>): boolean {
  return sub === undefined || sub === (client ?? azp);
}

/** Whose plans are whose hangs on addresses: one that anybody could have typed is nobody's. */
function verifiedEmail(
  { email, email_verified: verified }: Readonly<Record<string, unknown>>,
  { vouchesForEmails = false }: GroupSettings,
) {
  const isVerified = verified === undefined ? vouchesForEmails : verified === true || verified === 'true';
  return isVerified ? text(email)?.toLowerCase() : undefined;
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** A list as an issuer writes it, as a text of words, or as API Gateway turns lists into text: `[hr manager]`. */
function listed(value: unknown): string[] {
  if (Array.isArray(value)) return value.filter((one) => typeof one === 'string');
  if (typeof value !== 'string') return [];
  return value
    .replace(/^\[(.*)\]$/, '$1')
    .split(/[\s,]+/)
    .filter(Boolean);
}
