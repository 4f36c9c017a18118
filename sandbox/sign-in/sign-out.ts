import type { KoaContextWithOIDC } from 'oidc-provider';
import { PROVIDER_PATH, SESSION_COOKIE } from './protocol.ts';

/** Cognito signs out without asking; the provider would ask first. Where it sends people afterwards it has checked. */
export const signOutAtOnce = async (ctx: KoaContextWithOIDC, next: () => Promise<unknown>): Promise<void> => {
  await next();
  if (ctx.oidc?.route !== 'end_session' || ctx.status !== 200) return;
  const { session, params } = ctx.oidc;
  await session?.destroy();
  ctx.cookies.set(SESSION_COOKIE, null, { path: PROVIDER_PATH, overwrite: true });
  const back = params?.post_logout_redirect_uri;
  ctx.redirect(
    typeof back === 'string' ? withState(back, params?.state) : ctx.oidc.urlFor('end_session_success'),
  );
  ctx.status = 303;
};

const withState = (address: string, state: unknown): string => {
  if (typeof state !== 'string') return address;
  const url = new URL(address);
  url.searchParams.set('state', state);
  return url.href;
};
