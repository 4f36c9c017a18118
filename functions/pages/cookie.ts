import { COOKIE_SECONDS } from '../../adapters/links.ts';

/** `__Host-`: only this very host can set it, and only over a secure connection. */
export const COOKIE = '__Host-plan';

/** Lax, because the address it follows comes from an e-mail: Strict would be withheld on that very first step. */
export const setCookie = (value: string): string =>
  `${COOKIE}=${value}; Max-Age=${COOKIE_SECONDS}; Path=/; Secure; HttpOnly; SameSite=Lax`;

/** Makes the browser forget it. */
export const dropCookie = `${COOKIE}=; Max-Age=0; Path=/; Secure; HttpOnly; SameSite=Lax`;
