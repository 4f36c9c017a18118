/**
 * Whether a Host header names this machine. A page elsewhere whose name was made to resolve to 127.0.0.1
 * (DNS rebinding) still sends its own name, and is told apart by it.
 */
export const isLoopbackHost = (host: string | undefined): boolean =>
  /^(127\.0\.0\.1|localhost|[a-z0-9-]+\.localhost|\[::1\])(:\d+)?$/i.test(host ?? '');

/** Whether a browser sent this request from a page of the same host, or no browser sent it. */
export const isSameOrigin = (headers: Record<string, string>): boolean => {
  const site = headers['sec-fetch-site'];
  if (site) return site === 'same-origin' || site === 'none';
  const origin = headers.origin;
  return origin === undefined || origin === `http://${headers.host}`;
};
