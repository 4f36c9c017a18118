import type { WebRequest } from '../http.ts';

/**
 * Whether a form came from our own pages as far as the browser says. Clients that say nothing at all are let through:
 * browsers always say, and the form's signed ticket stands behind this.
 */
export function isFromOurPages({ headers }: Pick<WebRequest, 'headers'>, baseUrl: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const from = headers.origin ?? headers.referer;
  return from === undefined || originOf(from) === originOf(baseUrl);
}

/** `undefined` for what is no address, `null` included. */
const originOf = (url: string): string | undefined => (URL.canParse(url) ? new URL(url).origin : undefined);
