import { Refusal } from '../domain/errors.ts';
import type { Instant, LinkId, RequestId } from '../domain/index.ts';
import type { LinkKeys } from './link-keys.ts';
import { isSigned, signed } from './signatures.ts';
import type { LinkRow } from './store.ts';

/** Why a link was refused: for the log alone, never for whoever holds it (SEC-7, SEC-18). */
export type RefusedBecause = 'malformed' | 'unknown' | 'signature' | 'generation' | 'expired';

/** A link, cookie or form ticket that is malformed, forged, unknown or over. Its words never say which. */
export class LinkRefused extends Refusal {
  readonly code = 'link_refused';
  readonly wayOut = 'Use the link in the newest e-mail you received.';
  constructor(
    readonly because: RefusedBecause,
    /** The link it names, as far as it can be read. */
    readonly linkId?: LinkId,
  ) {
    super('This link cannot be used.');
  }
}

/** What a form carries to show which link, question and version of the plan it was made for. */
export interface FormTicket {
  linkId: LinkId;
  requestId: RequestId;
  planVersion: number;
  issuedAt: Instant;
}

/** Finds a link's stored row, as `store.link` does. */
export type FindLink = (linkId: LinkId) => Promise<LinkRow | undefined>;

export interface Links {
  /** The address that goes into an e-mail: `<baseUrl>/l/<linkId>.<mac>`. */
  url(linkId: LinkId, generation: number): Promise<string>;
  /** The link a token (the last part of that address) opens. @throws LinkRefused */
  open(token: string, find: FindLink): Promise<LinkRow>;
  /** The link a token was made for, whichever generation of it, as long as it was ours. @throws LinkRefused */
  named(token: string, find: FindLink): Promise<LinkRow>;
  /** What the browser keeps instead of the address: the link, for two hours, and nothing else. */
  cookie(link: Pick<LinkRow, 'link' | 'generation'>, now: Instant): Promise<string>;
  /** @throws LinkRefused, also when the two hours are over or the link has another generation */
  openCookie(cookie: string, now: Instant, find: FindLink): Promise<LinkRow>;
  formTicket(linkId: LinkId, requestId: RequestId, planVersion: number, now: Instant): Promise<string>;
  /** @throws LinkRefused. Whether it belongs to the open link and to this version is the caller's to compare. */
  readFormTicket(ticket: string): Promise<FormTicket>;
}

/** How long the cookie lives, in seconds. */
export const COOKIE_SECONDS = 2 * 60 * 60;

/**
 * Signs and opens what people hold in their hands. Scope comes only from the stored link: a token names it, no more.
 *
 * @example createLinks({ secret: createLinkSecret({ client, secretArn }), baseUrl: 'https://pip.example.org' })
 */
export function createLinks({
  secret,
  baseUrl,
}: {
  secret: () => Promise<LinkKeys>;
  baseUrl: string;
}): Links {
  const base = baseUrl.replace(/\/+$/, '');

  /** The stored link a token names, and the generation it was signed for. */
  const madeFor = async (token: string, find: FindLink): Promise<{ row: LinkRow; generation: number }> => {
    const [linkId, signature] = splitLast(token);
    const row = await find(linkId);
    if (!row) throw new LinkRefused('unknown', linkId);
    const keys = await secret();
    for (let { generation } = row; generation > 0; generation -= 1) {
      if (isSigned(keys, 'link', `${linkId}.${generation}`, signature)) return { row, generation };
    }
    throw new LinkRefused('signature', linkId);
  };

  return {
    async url(linkId, generation) {
      return `${base}/l/${linkId}.${signed(await secret(), 'link', `${linkId}.${generation}`)}`;
    },

    async open(token, find) {
      const { row, generation } = await madeFor(token, find);
      if (generation !== row.generation) throw new LinkRefused('generation', row.link);
      return row;
    },

    named: async (token, find) => (await madeFor(token, find)).row,

    async cookie({ link, generation }, now) {
      const text = `${link}.${generation}.${Math.floor(Date.parse(now) / 1000) + COOKIE_SECONDS}`;
      return `${text}.${signed(await secret(), 'cookie', text)}`;
    },

    async openCookie(cookie, now, find) {
      const [text, signature] = splitLast(cookie);
      if (!isSigned(await secret(), 'cookie', text, signature)) throw new LinkRefused('signature');
      const [rest, expires] = splitLast(text);
      const [linkId, generation] = splitLast(rest);
      if (Number(expires) * 1000 <= Date.parse(now)) throw new LinkRefused('expired', linkId);
      const row = await find(linkId);
      if (!row) throw new LinkRefused('unknown', linkId);
      if (String(row.generation) !== generation) throw new LinkRefused('generation', linkId);
      return row;
    },

    async formTicket(linkId, requestId, planVersion, now) {
      const ticket: FormTicket = { linkId, requestId, planVersion, issuedAt: now };
      const text = Buffer.from(JSON.stringify(ticket)).toString('base64url');
      return `${text}.${signed(await secret(), 'form', text)}`;
    },

    async readFormTicket(ticket) {
      const [text, signature] = splitLast(ticket);
      if (!isSigned(await secret(), 'form', text, signature)) throw new LinkRefused('signature');
      return JSON.parse(Buffer.from(text, 'base64url').toString()) as FormTicket;
    },
  };
}

/** Longer than anything we ever hand out; what is longer is not worth a hash. */
const LONGEST = 1_000;

function splitLast(text: string): [string, string] {
  const dot = text.lastIndexOf('.');
  if (dot < 1 || text.length > LONGEST) throw new LinkRefused('malformed');
  return [text.slice(0, dot), text.slice(dot + 1)];
}
