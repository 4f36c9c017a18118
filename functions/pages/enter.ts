import type { WebRequest, WebResponse } from '../http.ts';
import type { WebPorts } from '../ports.ts';
import { backTo, behindCookie, cleanBase, openSession } from './session.ts';
import { show } from './show.ts';

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
