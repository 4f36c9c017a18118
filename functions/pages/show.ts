import { linkState } from '../../domain/index.ts';
import { decisionCopyModel } from '../../views/models.ts';
import { closedPage, decisionCopyPage, expiredPage, handedOverPage } from '../../views/pages.ts';
import type { WebResponse } from '../http.ts';
import type { WebPorts } from '../ports.ts';
import { badLink, frameFor, page } from './answers.ts';
import { isNoLongerTheirs } from './link-holder.ts';
import { formQuestionPage, viewContext } from './question-page.ts';
import { receiptOf } from './receipt-page.ts';
import type { Session } from './session.ts';

/** What a link shows now. Reads only. */
export async function show(session: Session, ports: WebPorts): Promise<WebResponse> {
  const { link, plan } = session;
  const frame = frameFor(session, ports);
  const context = viewContext(session, ports);
  const request = plan.requests[link.requestId];
  const decision = plan.decisions.find(({ copies }) => copies.some((copy) => copy.link === link.link));
  switch (linkState(link, plan, ports.now())) {
    case 'open':
      if (!request) break;
      return page(200, await formQuestionPage(session, request, { values: {}, errors: [] }, ports));
    case 'answered': {
      const receipt = request && (await receiptOf(session, request, ports));
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
