import type { Sessions } from '../adapters/sessions.ts';
import type { Instant } from '../domain/plan.ts';
import type { Identity } from './access.ts';
import type { WebRequest } from './http.ts';

/** Who somebody was found to be, and when. */
export interface Session {
  identity: Identity;
  since: Instant;
}

/** `__Host-`: only this very host can set it, and only over a secure connection. */
export const SESSION_COOKIE = '__Host-session';

/** What somebody may is looked at anew when an hour is over, by signing in again. */
export const SESSION_SECONDS = 60 * 60;
/** Pages opened later than this sign in again on the way, so that a form does not run out of time under its writer. */
const RENEW_AFTER_SECONDS = 30 * 60;

export const sessionIn = async (
  { cookies }: Pick<WebRequest, 'cookies'>,
  { sessions, now }: { sessions: Sessions; now(): Instant },
): Promise<Session | undefined> => {
  const sealed = cookies[SESSION_COOKIE];
  return sealed === undefined ? undefined : sessions.open<Session>('session', sealed, now());
};

/** Whether a browser that opens a page should go by the issuer first; what a page fetches by itself is not sent around. */
export const renewable = (
  { since }: Session,
  { headers }: Pick<WebRequest, 'headers'>,
  now: Instant,
): boolean =>
  headers['sec-fetch-mode'] === 'navigate' &&
  Date.parse(now) - Date.parse(since) > RENEW_AFTER_SECONDS * 1000;

/** A cookie for this host alone. Lax, so that coming back from the issuer brings it along. */
export const setCookie = (name: string, value: string, seconds: number): string =>
  `${name}=${value}; Max-Age=${seconds}; Path=/; Secure; HttpOnly; SameSite=Lax`;

export const dropCookie = (name: string): string => setCookie(name, '', 0);
