import { isLive } from '../../domain/agenda.ts';
import type { Plan, Request } from '../../domain/plan.ts';
import { momentInWords } from '../dates.ts';
import type { Line } from '../models/answer-view.ts';
import { planBehind } from '../models/plan-view.ts';
import { questionInWords, replacedBy } from '../models/questions.ts';
import type { ViewContext } from '../models/view-context.ts';
import type { Frame } from '../parts/document.tsx';
import type { Words } from '../words/en.ts';
import { messagePage } from './message.tsx';

/** A question that takes no more answers; `kept` gives back what a late form held. The plan stays to be read. */
export function closedPage(request: Request, context: ViewContext, kept: Line[], frame: Frame): string {
  const { words } = frame;
  const w = words.messages.closed;
  const title = questionInWords(request, words);
  const when = momentInWords(request.closedAt ?? request.dueAt, context.zone, words.locale);
  const closed = w.body(title, when);
  const why = whyClosed(request, context.plan, words);
  const body = why ? `${closed} ${why}` : closed;
  return messagePage({ ...w, body, kept, plan: planBehind(request, context) }, frame);
}

function whyClosed(request: Request, plan: Plan, words: Words): string | undefined {
  const w = words.messages.closed;
  // Whoever answers a survey is not told that there is a plan.
  if (request.kind === 'survey') return undefined;
  if (plan.status === 'withdrawn') return w.withdrawn;
  if (!replacedBy(request, plan)) return undefined;
  if (request.kind === 'acknowledgement') return w.replaced;
  const decision = request.kind === 'approval' ? plan.requests[request.regarding ?? ''] : request;
  const isCalledOff = decision?.kind === 'decision' && replacedBy(decision, plan) !== undefined;
  return isCalledOff && isLive(plan) ? w.calledOff : w.changed;
}

/** One page for every link that opens nothing, so that it tells nobody which links exist. */
export const badLinkPage = (frame: Frame): string =>
  messagePage({ ...frame.words.messages.badLink, offersLink: true }, frame);

/** A real link whose holder has left the plan, or has no part any more in what it opened; what they typed is given back. */
export function handedOverPage(frame: Frame, kept: Line[] = []): string {
  const { badLink, handedOver, closed } = frame.words.messages;
  return messagePage({ ...badLink, ...handedOver, unsaved: closed.unsaved, kept }, frame);
}

/** A real link whose question ended long ago; `renewable` where a new one would still open something. */
export function expiredPage(frame: Frame, renewable: boolean): string {
  const { badLink, expired } = frame.words.messages;
  const body = renewable ? expired.over : expired.body;
  return messagePage({ ...badLink, ...expired, body, offersLink: renewable }, frame);
}

/** The page's short pass ran out, or the form did not come from the page; nothing typed is lost. */
export const openAgainPage = (kept: Line[], frame: Frame): string =>
  messagePage({ ...frame.words.messages.openAgain, kept }, frame);

export const tooLargePage = (frame: Frame): string => messagePage(frame.words.messages.tooLarge, frame);
export const notFoundPage = (frame: Frame): string => messagePage(frame.words.messages.notFound, frame);
export const errorPage = (frame: Frame): string => messagePage(frame.words.messages.error, frame);
