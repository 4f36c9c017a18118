import { LinkRefused } from '../../adapters/links.ts';
import type { Behind, LinkRow } from '../../adapters/store.ts';
import { PlanErased } from '../../adapters/store-errors.ts';
import type { LinkId } from '../../domain/ids.ts';
import { isRevoked } from '../../domain/links.ts';
import type { WebRequest, WebResponse } from '../http.ts';
import type { WebPorts } from '../ports.ts';
import { COOKIE, setCookie } from './cookie.ts';
import { linkRefused } from './link-audit.ts';

/** Who is at the door: the link they hold, the plan behind it, and where the pages of this link live. */
export interface Session extends Behind {
  /** `/p/<requestId>`; in a browser that takes no cookie, `/l/<token>/in`. */
  base: string;
}

export type Opened = { session: Session } | { refused: WebResponse };

/** The address of a link's pages once the cookie says which link it is. */
export const cleanBase = ({ requestId }: Pick<LinkRow, 'requestId'>): string =>
  `/p/${encodeURIComponent(requestId)}`;

/** The address of a link's pages in a browser that takes no cookie. */
export const tokenBase = (token: string): string => `/l/${encodeURIComponent(token)}/in`;

/** Opens the link in the address or in the cookie, and what is behind it, for any page. Reads only. */
export async function openSession(request: WebRequest, ports: WebPorts): Promise<Opened> {
  const { token, requestId } = request.params;
  if (token !== undefined) {
    const found = await behindToken(token, ports);
    if (found) return { session: { ...found, base: tokenBase(token) } };
    return { refused: (await import('./answers.ts')).badLink(ports) };
  }
  const found = await behindCookie(request, ports);
  if (!found || found.link.requestId !== requestId) {
    const { badLink, openAgain } = await import('./answers.ts');
    return { refused: found ? badLink(ports) : openAgain(ports) };
  }
  return { session: { ...found, base: cleanBase(found.link) } };
}

/** What is behind the token of an address; `undefined` for every token that opens nothing. */
export const behindToken = (
  token: string,
  ports: WebPorts,
  allowing?: Allowing,
): Promise<Behind | undefined> => behindIt(ports, (find) => ports.links.open(token, find), allowing);

/** What is behind the cookie; `undefined` when there is none or its time is over. */
export async function behindCookie(
  { cookies }: Pick<WebRequest, 'cookies'>,
  ports: WebPorts,
  allowing?: Allowing,
): Promise<Behind | undefined> {
  const cookie = cookies[COOKIE];
  return cookie
    ? behindIt(ports, (find) => ports.links.openCookie(cookie, ports.now(), find), allowing)
    : undefined;
}

type Find = (linkId: LinkId) => Promise<LinkRow | undefined>;

/** Whether a link that went to an address which is not the person's is let through: to be told so, and no more. */
export interface Allowing {
  evenRevoked?: boolean;
}

async function behindIt(
  ports: WebPorts,
  open: (find: Find) => Promise<LinkRow>,
  { evenRevoked = false }: Allowing = {},
): Promise<Behind | undefined> {
  let found: Behind | undefined;
  try {
    await open(async (linkId) => {
      found = await existing(linkId, ports);
      return found?.link;
    });
  } catch (error) {
    if (!(error instanceof LinkRefused)) throw error;
    linkRefused(error.because, error.linkId);
    return undefined;
  }
  return found && !evenRevoked ? unlessRevoked(found) : found;
}

/** What is behind a link whose id was signed by us; `undefined` when it opens nothing any more. */
export async function behindLink(
  linkId: LinkId,
  ports: WebPorts,
  { evenRevoked = false }: Allowing = {},
): Promise<Behind | undefined> {
  const found = await existing(linkId, ports);
  if (!found) linkRefused('unknown', linkId);
  return found && !evenRevoked ? unlessRevoked(found) : found;
}

/** A plan whose record was deleted has no links any more, also while the last of them are being removed. */
export async function existing(
  linkId: LinkId,
  { store }: Pick<WebPorts, 'store'>,
): Promise<Behind | undefined> {
  try {
    return await store.behind(linkId);
  } catch (error) {
    if (error instanceof PlanErased) return undefined;
    throw error;
  }
}

function unlessRevoked(found: Behind): Behind | undefined {
  if (!isRevoked(found.link, found.plan)) return found;
  linkRefused('revoked', found.link.link);
  return undefined;
}

/** To one of the link's own pages, always as GET (SEC-10); the cookie lives for two hours from here. */
export async function backTo({ base, link }: Session, ports: WebPorts, below = ''): Promise<WebResponse> {
  const cookies = base === cleanBase(link) ? [setCookie(await ports.links.cookie(link, ports.now()))] : [];
  return { status: 303, headers: { Location: `${base}${below}` }, cookies };
}
