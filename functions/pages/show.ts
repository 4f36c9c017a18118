import { linkState, opensOnceRenewed } from '../../domain/links.ts';
import { decisionCopyModel } from '../../views/models.ts';
import { closedPage, decisionCopyPage, expiredPage, handedOverPage } from '../../views/pages.ts';
import type { WebResponse } from '../http.ts';
import type { WebPorts } from '../ports.ts';
import { badLink, frameFor, page } from './answers.ts';
import { unsent } from './kept-words.ts';
import { linkRefused } from './link-audit.ts';
import { isNoLongerTheirs } from './link-holder.ts';
import { showPlan } from './plan-page.ts';
import { openQuestionPage, viewContext } from './question-page.ts';
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
      return page(200, await openQuestionPage(session, request, ports));
    case 'answered': {
      const receipt = request && (await receiptOf(session, request, ports));
      if (!receipt) break;
      return page(200, receipt);
    }
    case 'closed':
      if (!request) break;
      return page(410, closedPage(request, context, unsent(session, frame.words), frame));
    case 'readable':
      if (!decision) break;
      return page(200, decisionCopyPage(decisionCopyModel(decision, context), frame));
    case 'plan':
      return showPlan(session, ports);
    case 'revoked':
      break;
    case 'expired':
      linkRefused('expired', link.link);
      return page(
        404,
        isNoLongerTheirs(link, plan)
          ? handedOverPage(frame)
          : expiredPage(frame, opensOnceRenewed(link, plan, ports.now())),
      );
  }
  return badLink(ports);
}
