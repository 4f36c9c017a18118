import type { LinkRow } from '../../adapters/store.ts';
import { linkState, NotAllowedNow, type Plan } from '../../domain/index.ts';
import { askedForAdjustment, mayAskForAdjustment } from '../../views/models.ts';
import {
  adjustmentAskedPage,
  adjustmentOverPage,
  adjustmentPage,
  type FieldError,
  openAgainPage,
} from '../../views/pages.ts';
import { commandContext } from '../command-context.ts';
import type { WebRequest, WebResponse } from '../http.ts';
import type { WebPorts } from '../ports.ts';
import { badLink, frameOf, page, seeOther } from './answers.ts';
import { setCookie } from './cookie.ts';
import { readPosted } from './posted.ts';
import { viewContext } from './question-page.ts';
import { linkOfCookie } from './show.ts';

/** `GET /p/{requestId}/adjustment`: where the person the plan is about can ask for an adjustment. Reads only. */
export async function showAdjustment(request: WebRequest, ports: WebPorts): Promise<WebResponse> {
  const link = await linkOfCookie(request, ports);
  if (!link) return page(403, openAgainPage([], frameOf(ports)));
  if (link.requestId !== request.params.requestId) return badLink(ports);
  const plan = await ports.store.load(link.planId);
  return isOwn(link, plan, ports) ? adjustmentOf(link, plan, [], ports) : badLink(ports);
}

/** `POST /p/{requestId}/adjustment`: asks. Whoever asks twice has asked once. */
export async function askForAdjustment(request: WebRequest, ports: WebPorts): Promise<WebResponse> {
  const read = await readPosted(request, ports);
  if ('refused' in read) return read.refused;
  const { link, fresh } = read.posted;
  const { planId, participant, requestId } = link;
  const plan = await ports.store.load(planId);
  if (!isOwn(link, plan, ports)) return badLink(ports);
  const stale = { field: '', message: frameOf(ports).words.errors.stale };
  if (!fresh) return adjustmentOf(link, plan, [stale], ports);
  try {
    await ports.store.commit(
      planId,
      { type: 'AskAccommodation', by: participant },
      commandContext(ports, planId, { kind: 'participant', id: participant }),
    );
  } catch (error) {
    if (error instanceof NotAllowedNow) return page(410, adjustmentOverPage(frameOf(ports)));
    throw error;
  }
  return seeOther(requestId, [setCookie(await ports.links.cookie(link, ports.now()))], '/adjustment');
}

/** For everybody else the address does not exist, so that nobody learns whether somebody asked. */
const isOwn = (link: LinkRow, plan: Plan, ports: WebPorts): boolean =>
  link.participant === plan.draft.subject.participant && linkState(link, plan, ports.now()) !== 'expired';

async function adjustmentOf(
  link: LinkRow,
  plan: Plan,
  errors: FieldError[],
  ports: WebPorts,
): Promise<WebResponse> {
  const frame = frameOf(ports);
  const back = `/p/${encodeURIComponent(link.requestId)}`;
  const asked = askedForAdjustment(viewContext(link, plan, ports));
  if (asked) return page(200, adjustmentAskedPage(asked, back, frame));
  if (!mayAskForAdjustment(plan, link.participant)) return page(410, adjustmentOverPage(frame));
  const ticket = await ports.links.formTicket(link.link, link.requestId, plan.version, ports.now());
  const form = { action: `${back}/adjustment`, ticket, values: {}, errors };
  return page(errors.length > 0 ? 422 : 200, adjustmentPage(form, back, frame));
}
