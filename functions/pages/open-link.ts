import { LinkRefused } from '../../adapters/links.ts';
import type { WebRequest, WebResponse } from '../http.ts';
import type { WebPorts } from '../ports.ts';
import { badLink, seeOther } from './answers.ts';
import { setCookie } from './cookie.ts';

/** `/l/{token}`: swaps the address from the e-mail for a short-lived cookie and an address that gives nothing away. */
export async function openLink(request: WebRequest, ports: WebPorts): Promise<WebResponse> {
  const { links, store, now } = ports;
  try {
    const link = await links.open(request.params.token ?? '', (id) => store.link(id));
    return seeOther(link.requestId, [setCookie(await links.cookie(link, now()))]);
  } catch (error) {
    if (error instanceof LinkRefused) return badLink(ports);
    throw error;
  }
}
