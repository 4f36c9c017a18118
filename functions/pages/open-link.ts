import type { WebRequest, WebResponse } from '../http.ts';
import type { WebPorts } from '../ports.ts';
import { setCookie } from './cookie.ts';
import { behindToken, tokenBase } from './session.ts';

/** `GET /l/{token}`: hands over a short-lived cookie, and goes on to where it shows whether the browser took it. */
export async function openLink(request: WebRequest, ports: WebPorts): Promise<WebResponse> {
  const { token = '' } = request.params;
  const found = await behindToken(token, ports);
  if (!found) return (await import('./answers.ts')).badLink(ports);
  return {
    status: 303,
    headers: { Location: tokenBase(token) },
    cookies: [setCookie(await ports.links.cookie(found.link, ports.now()))],
  };
}
