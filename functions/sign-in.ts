import type { Sessions } from '../adapters/sessions.ts';
import { type SignIn, SignInRefused, type Started } from '../adapters/sign-in.ts';
import type { Instant } from '../domain/plan.ts';
import type { Trouble } from '../views/admin/messages.tsx';
import type { WebRequest, WebResponse } from './http.ts';
import { type GroupSettings, identityOf } from './identity.ts';
import { logger } from './logging.ts';
import type { OpenRoutes } from './site.ts';
import { dropCookie, SESSION_COOKIE, SESSION_SECONDS, type Session, setCookie } from './site-session.ts';

export interface SignInPorts {
  sessions: Sessions;
  signIn: SignIn;
  groups: GroupSettings;
  now(): Instant;
}

interface UnderWay {
  started: Started;
  to: string;
}

/** What has to come back with the person, while they are at the issuer. */
const UNDER_WAY_COOKIE = '__Host-sign-in';
const UNDER_WAY_SECONDS = 10 * 60;

/** Signing in and out. */
export const signInRoutes: OpenRoutes<SignInPorts> = {
  'GET /admin/sign-in': begin,
  'GET /admin/callback': finish,
  'POST /admin/sign-out': signOut,
  'GET /admin/signed-out': signedOut,
};

async function begin({ query }: WebRequest, { sessions, signIn, now }: SignInPorts): Promise<WebResponse> {
  const { url, started } = await signIn.start();
  const underWay: UnderWay = { started, to: inside(query.get('to')) };
  const sealed = await sessions.seal('sign-in', { ...underWay }, now(), UNDER_WAY_SECONDS);
  return {
    status: 303,
    headers: { Location: url },
    cookies: [setCookie(UNDER_WAY_COOKIE, sealed, UNDER_WAY_SECONDS)],
  };
}

async function finish({ query, cookies }: WebRequest, ports: SignInPorts): Promise<WebResponse> {
  const { sessions, signIn, groups, now } = ports;
  const sealed = cookies[UNDER_WAY_COOKIE];
  const underWay = sealed === undefined ? undefined : await sessions.open<UnderWay>('sign-in', sealed, now());
  if (!underWay) return { status: 400, body: await messagePage(NOT_UNDER_WAY) };
  let claims: Record<string, unknown>;
  try {
    claims = await signIn.finish(query.toString(), underWay.started);
  } catch (error) {
    if (!(error instanceof SignInRefused)) throw error;
    logger().warn('sign_in_refused', { reason: error.reason });
    return {
      status: 403,
      cookies: [dropCookie(UNDER_WAY_COOKIE)],
      body: await messagePage({ ...REFUSED, detail: `${REFUSED.detail} (${error.reason})` }),
    };
  }
  const session: Session = { identity: identityOf(claims, groups), since: now() };
  logger().info('signed_in', { principal: session.identity.id, roles: [...session.identity.roles] });
  const kept = await sessions.seal('session', { ...session }, now(), SESSION_SECONDS);
  return {
    status: 303,
    headers: { Location: underWay.to },
    cookies: [setCookie(SESSION_COOKIE, kept, SESSION_SECONDS), dropCookie(UNDER_WAY_COOKIE)],
  };
}

/** Signs out here first: whatever the issuer then does, this browser is signed in no more. */
async function signOut(): Promise<WebResponse> {
  return {
    status: 303,
    headers: { Location: '/admin/signed-out?next=issuer' },
    cookies: [dropCookie(SESSION_COOKIE)],
  };
}

/** On by itself to the issuer's own sign-out: a redirect there of what began as a form is refused by the page's policy. */
async function signedOut({ query }: WebRequest, { signIn }: SignInPorts): Promise<WebResponse> {
  const away = query.get('next') === 'issuer' ? await signIn.signOutUrl().catch(() => undefined) : undefined;
  return { status: 200, body: await messagePage({ ...SIGNED_OUT, ...(away && { goTo: away }) }) };
}

/** Most come here to be led on at once: pages are read when there is something to say. */
const messagePage = async (message: Trouble): Promise<string> =>
  (await import('../views/admin/messages.tsx')).troublePage(message);

/** Only a page of this site: an address in a link must not send anybody elsewhere (SEC-10). */
const inside = (to: string | null): string =>
  to && /^\/admin(?:[/?][^\\\s]*)?$/.test(to) && !to.includes('//') ? to : '/admin';

const SIGNED_OUT = {
  title: 'You are signed out',
  detail: 'Nobody can go on from this browser as you.',
  wayOut: 'Close the window, or sign in again.',
  signIn: true,
};

const NOT_UNDER_WAY = {
  title: 'This sign-in was begun too long ago, or in another browser',
  detail: 'You are not signed in. A browser that keeps no cookies of this site cannot sign in at all.',
  wayOut: 'Sign in again. If you come back here each time, allow cookies for this site.',
  signIn: true,
};

const REFUSED = {
  title: 'You could not be signed in',
  detail: 'Your organisation’s sign-in did not say who you are.',
  wayOut: 'Sign in again. If it stays so, show this page to whoever manages your accounts.',
  signIn: true,
};
