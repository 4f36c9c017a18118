import { type FormTicket, LinkRefused } from '../../adapters/links.ts';
import type { Instant, Plan, Request } from '../../domain/index.ts';
import { handedOverPage, openAgainPage, tooLargePage } from '../../views/pages.ts';
import { MAX_FORM_BYTES, type WebRequest, type WebResponse } from '../http.ts';
import type { WebPorts } from '../ports.ts';
import { badLink, frameOf, page, readersFrame } from './answers.ts';
import { keptWords } from './kept-words.ts';
import { linkRefused } from './link-audit.ts';
import { isNoLongerTheirs } from './link-holder.ts';
import { isFromOurPages } from './same-origin.ts';
import {
  type Allowing,
  behindCookie,
  behindLink,
  behindToken,
  cleanBase,
  type Session,
  tokenBase,
} from './session.ts';
import { REPLACES } from './steps.ts';
import { POSTS_AN_HOUR, tooMany } from './too-many.ts';

const TICKET_MS = 24 * 60 * 60 * 1000;

/** A form whose scope is known. One that is not fresh is shown again before it counts. */
export interface PostedForm {
  session: Session;
  form: URLSearchParams;
  fresh: boolean;
  /** The number of the last event of the plan that the form was shown with. */
  seen: number;
  /** When the form was shown. */
  shownAt: Instant;
}

/**
 * Whose form this is, or why it cannot be taken. Which question of which plan it is about comes from the link that the
 * form's ticket names, and from nowhere else: with two plans open in two tabs the cookie may belong to the other one.
 */
export async function readPosted(
  request: WebRequest,
  ports: WebPorts,
  allowing?: Allowing,
): Promise<{ posted: PostedForm } | { refused: WebResponse }> {
  const frame = frameOf(ports);
  if (request.bodyBytes > MAX_FORM_BYTES) return { refused: page(413, tooLargePage(frame)) };
  const form = request.form ?? new URLSearchParams();
  const openAgain = () => ({ refused: page(403, openAgainPage(keptWords(form, frame.words), frame)) });
  if (!isFromOurPages(request, ports.settings.baseUrl)) return openAgain();
  const ticket = await readTicket(form.get('ticket') ?? '', ports);
  if (!ticket) return openAgain();
  const { token, requestId } = request.params;
  // Asked for together, so that a form waits for the table once before it is recorded.
  const [found, holder, posts] = await Promise.all([
    behindLink(ticket.linkId, ports, allowing),
    // In a browser without cookies the address itself says whose it is; else the cookie has to, once the form is old.
    token === undefined ? undefined : behindToken(token, ports, allowing),
    ports.store.countPost(ticket.linkId, ports.now()),
  ]);
  if (posts > POSTS_AN_HOUR) return { refused: tooMany(ticket.linkId, form, ports) };
  if (!found || found.link.requestId !== ticket.requestId) return openAgain();
  const { link } = found;
  if (token === undefined && link.requestId !== requestId) return { refused: badLink(ports) };
  if (token !== undefined && !holder) return openAgain();
  if (holder && holder.link.link !== link.link) return { refused: badLink(ports) };
  const fresh = isYoung(ticket, ports.now()) && !isRenewedSince(ticket, found.plan);
  const base = token === undefined ? cleanBase(link) : tokenBase(token);
  if (!fresh && token === undefined && (await behindCookie(request, ports))?.link.link !== link.link) {
    return openAgain();
  }
  const { planVersion: seen, issuedAt: shownAt } = ticket;
  return { posted: { session: { ...found, base }, form, fresh, seen, shownAt } };
}

const isYoung = ({ issuedAt }: FormTicket, now: Instant): boolean =>
  Date.parse(now) - Date.parse(issuedAt) <= TICKET_MS;

/** A form that was opened by an address which opens nothing any more has to be shown behind the new one first. */
const isRenewedSince = ({ linkId, issuedAt }: FormTicket, { renewals }: Plan): boolean =>
  renewals.some(({ link, at }) => link === linkId && at >= issuedAt);

async function readTicket(text: string, { links }: WebPorts) {
  try {
    return await links.readFormTicket(text);
  } catch (error) {
    if (!(error instanceof LinkRefused)) throw error;
    linkRefused(error.because, error.linkId);
    return undefined;
  }
}

/** Whoever has left the plan reads nothing of it any more, not even below a form they had open. */
export function refuseIfLeft({ session, form }: PostedForm, ports: WebPorts): WebResponse | undefined {
  if (!isNoLongerTheirs(session.link, session.plan)) return undefined;
  const frame = readersFrame(session, ports);
  return page(404, handedOverPage(frame, keptWords(form, frame.words)));
}

/**
 * Whether the plan reads otherwise than it did when the form was shown. Whoever is asked in a survey reads nothing of
 * the plan, so that nothing they read has changed.
 */
export const readOtherwise = (seen: number, { versions }: Plan, { kind }: Request): boolean =>
  kind !== 'survey' && (versions.at(-1)?.seq ?? 0) > seen;

const OF_THE_PAGE = ['ticket', 'do', REPLACES];

/** What was typed, by the names of the fields. */
export const valuesOf = (form: URLSearchParams): Record<string, string> =>
  Object.fromEntries([...form].filter(([name]) => !OF_THE_PAGE.includes(name)));
