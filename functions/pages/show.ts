import { LinkRefused } from '../../adapters/links.ts';
import type { LinkRow } from '../../adapters/store.ts';
import { linkState, type Plan } from '../../domain/index.ts';
import { decisionCopyModel } from '../../views/models.ts';
import {
  closedPage,
  decisionCopyPage,
  expiredPage,
  handedOverPage,
  openAgainPage,
} from '../../views/pages.ts';
import type { WebRequest, WebResponse } from '../http.ts';
import type { WebPorts } from '../ports.ts';
import { badLink, frameFor, frameOf, page } from './answers.ts';
import { COOKIE } from './cookie.ts';
import { isNoLongerTheirs } from './link-holder.ts';
import { formQuestionPage, viewContext } from './question-page.ts';
import { receiptOf } from './receipt-page.ts';

/** `GET /p/{requestId}`: what the link in the cookie shows now. Reads only. */
export async function show(request: WebRequest, ports: WebPorts): Promise<WebResponse> {
  const link = await linkOfCookie(request, ports);
  if (!link) return page(403, openAgainPage([], frameOf(ports)));
  if (link.requestId !== request.params.requestId) return badLink(ports);
  return pageOf(link, await ports.store.load(link.planId), ports);
}

/** The stored link behind the cookie; `undefined` when there is none or its time is over. */
export async function linkOfCookie(
  { cookies }: Pick<WebRequest, 'cookies'>,
  { links, store, now }: WebPorts,
): Promise<LinkRow | undefined> {
  const cookie = cookies[COOKIE];
  if (!cookie) return undefined;
  try {
    return await links.openCookie(cookie, now(), (id) => store.link(id));
  } catch (error) {
    if (error instanceof LinkRefused) return undefined;
    throw error;
  }
}

async function pageOf(link: LinkRow, plan: Plan, ports: WebPorts): Promise<WebResponse> {
  const frame = frameFor(link, plan, ports);
  const context = viewContext(link, plan, ports);
  const request = plan.requests[link.requestId];
  const decision = plan.decisions.find(({ copies }) => copies.some((copy) => copy.link === link.link));
  switch (linkState(link, plan, ports.now())) {
    case 'open':
      if (!request) break;
      return page(200, await formQuestionPage(link, request, context, { values: {}, errors: [] }, ports));
    case 'answered': {
      const receipt = request && (await receiptOf(link, request, context, ports));
      if (!receipt) break;
      return page(200, receipt);
    }
    case 'closed':
      if (!request) break;
      return page(410, closedPage(request, context, [], frame));
    case 'readable':
      if (!decision) break;
      return page(200, decisionCopyPage(decisionCopyModel(decision, context), frame));
    case 'expired':
      return page(404, isNoLongerTheirs(link, plan) ? handedOverPage(frame) : expiredPage(frame));
  }
  return badLink(ports);
}
