import type { WebRequest, WebResponse } from '../http.ts';
import type { WebPorts } from '../ports.ts';
import { badLink } from './answers.ts';
import { setCookie } from './cookie.ts';
import { backTo, behindCookie, behindToken, cleanBase, openSession, tokenBase } from './session.ts';
import { show } from './show.ts';

/** `GET /l/{token}`: hands over a short-lived cookie, and goes on to where it shows whether the browser took it. */
export async function openLink(request: WebRequest, ports: WebPorts): Promise<WebResponse> {
  const { token = '' } = request.params;
  const found = await behindToken(token, ports);
  if (!found) return badLink(ports);
  return {
    status: 303,
    headers: { Location: tokenBase(token) },
    cookies: [setCookie(await ports.links.cookie(found.link, ports.now()))],
  };
}

/**
 * `GET /l/{token}/in`: on to an address that gives nothing away; without the cookie, the page itself, so that nobody is
 * shut out whose browser refuses cookies.
 */
export async function enter(request: WebRequest, ports: WebPorts): Promise<WebResponse> {
  const [opened, kept] = await Promise.all([openSession(request, ports), behindCookie(request, ports)]);
  if ('refused' in opened) return opened.refused;
  const { session } = opened;
  const isKept = kept?.link.link === session.link.link;
  return isKept ? backTo({ ...session, base: cleanBase(session.link) }, ports) : show(session, ports);
}
