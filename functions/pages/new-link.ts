import { LinkRefused } from '../../adapters/links.ts';
import type { Behind } from '../../adapters/store.ts';
import { renewalsLeft } from '../../domain/decide/links.ts';
import { NotAsked } from '../../domain/errors.ts';
import { isMailable } from '../../domain/mailable.ts';
import { sameAddress } from '../../domain/wrong-person.ts';
import { newLinkAskedPage, newLinkPage, openAgainPage, tooLargePage } from '../../views/pages.ts';
import { commandContext } from '../command-context.ts';
import { MAX_FORM_BYTES, type WebRequest, type WebResponse } from '../http.ts';
import type { WebPorts } from '../ports.ts';
import { frameOf, page } from './answers.ts';
import { cleaned } from './form-reader.ts';
import { linkRefused } from './link-audit.ts';
import { isFromOurPages } from './same-origin.ts';
import { behindCookie, existing } from './session.ts';
import { POSTS_AN_HOUR, tooMany } from './too-many.ts';

/** `GET /l/{token}/new`: the same page for every token there could be. */
export const newLinkForm = async (ports: WebPorts): Promise<WebResponse> =>
  page(200, newLinkPage(frameOf(ports)));

/** `GET …/new` below a link's own pages. */
export const showNewLink = (_session: unknown, ports: WebPorts): Promise<WebResponse> => newLinkForm(ports);

/**
 * Sends a new link to the address on record, when that is what was typed and the link is one of ours. The answer is the
 * same whatever was typed, after the same reads; only a link that is sent takes one more write.
 */
export async function sendNewLink(request: WebRequest, ports: WebPorts): Promise<WebResponse> {
  const frame = frameOf(ports);
  if (request.bodyBytes > MAX_FORM_BYTES) return page(413, tooLargePage(frame));
  if (!isFromOurPages(request, ports.settings.baseUrl)) return page(403, openAgainPage([], frame));
  const form = request.form ?? new URLSearchParams();
  const typed = form.get('email') ?? '';
  const w = frame.words.linkHelp.offer;
  if (typed.trim() === '') return page(422, newLinkPage(frame, w.missing));
  if (!typed.includes('@')) return page(422, newLinkPage(frame, w.invalid, cleaned(typed)));
  const { found, posts } = await named(request, ports);
  if (found && posts > POSTS_AN_HOUR) return tooMany(found.link.link, new URLSearchParams(), ports);
  if (found) await renew(found, typed, ports);
  return page(200, newLinkAskedPage(frame));
}

/** Read in place of a link that cannot be one of ours, so that no answer comes sooner than another. */
const NOBODYS = `pln${'a'.repeat(20)}.${'a'.repeat(16)}`;
const LINK_ID = /^pln[a-z2-7]{20}\.[a-z2-7]{16}$/;

/** The link that the address, or else the cookie, was made for, in whatever generation. */
async function named(request: WebRequest, ports: WebPorts): Promise<{ found?: Behind; posts: number }> {
  const { token } = request.params;
  if (token === undefined) {
    const found = await behindCookie(request, ports, { evenRevoked: true });
    return found ? { found, posts: await ports.store.countPost(found.link.link, ports.now()) } : { posts: 0 };
  }
  const said = token.slice(0, token.lastIndexOf('.'));
  const linkId = LINK_ID.test(said) ? said : NOBODYS;
  const [found, posts] = await Promise.all([
    existing(linkId, ports),
    ports.store.countPost(linkId, ports.now()),
  ]);
  try {
    await ports.links.named(token, async () => found?.link);
    return found ? { found, posts } : { posts };
  } catch (error) {
    if (!(error instanceof LinkRefused)) throw error;
    linkRefused(error.because, error.linkId);
    return { posts: 0 };
  }
}

async function renew({ link: row, ...known }: Behind, typed: string, ports: WebPorts): Promise<void> {
  const { link, planId, participant, requestId, purpose } = row;
  const { plan } = known;
  const person = plan.draft.participants.find(({ id }) => id === participant);
  if (!person || !isMailable(participant, plan)) return linkRefused('revoked', link);
  if (!sameAddress(typed, person.email)) return linkRefused('wrong_address', link);
  if (renewalsLeft(participant, plan, ports.now()) <= 0) return linkRefused('limit', link);
  try {
    await ports.store.commit(
      planId,
      { type: 'RenewLink', link, participant, requestId, purpose },
      commandContext(ports, planId, { kind: 'participant', id: participant }),
      { plan, head: known.head },
    );
  } catch (error) {
    if (!(error instanceof NotAsked)) throw error;
    linkRefused('expired', link);
  }
}
