import type { Actor } from '../domain/events.ts';
import { managersAt } from '../domain/managed.ts';
import type { Instant, Plan } from '../domain/plan.ts';

/** What somebody who signs in may be. Participants are none of these: they come by their links. */
export const ACCESS_ROLES = ['hr', 'manager', 'auditor', 'operator', 'recorder'] as const;
export type AccessRole = (typeof ACCESS_ROLES)[number];

/** How far a role reaches: over every plan, or over those whose supervisor or reviewer the person is. */
export type Reach = 'all' | 'own';

/** Who may use a route, and how far. A role that is not named may not. */
export type Rule = Readonly<Partial<Record<AccessRole, Reach>>>;

/** Who is signed in, or whose token came with a call, as their issuer says it. */
export interface Identity {
  id: string;
  name: string;
  /** Lower case, and only when the issuer does not say that nobody verified it. */
  email?: string;
  /** The address their issuer names and nobody verified: it gives them nothing, and keeps them from what is their own. */
  claimedEmail?: string;
  roles: readonly AccessRole[];
}

/** How far somebody may go who has several roles: as far as the widest of them. `undefined` when they may not at all. */
export function reachOf(rule: Rule, { roles }: Pick<Identity, 'roles'>): Reach | undefined {
  const reaches = roles.flatMap((role) => rule[role] ?? []);
  return reaches.includes('all') ? 'all' : reaches[0];
}

/** As the record names them: the address that people know, else the issuer's own id. */
export const actorOf = ({ id, email }: Identity): Actor => ({ kind: 'principal', id: email ?? id });

/** Whether they supervise or review this plan, by their e-mail address, and may read it now. */
export const isOwn = (plan: Plan, { email }: Pick<Identity, 'email'>, now: Instant): boolean =>
  email !== undefined && managersAt(plan, email, now).length > 0;
