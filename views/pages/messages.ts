import type { Request } from '../../domain/plan.ts';
import { momentInWords } from '../dates.ts';
import type { Line } from '../models/answer-view.ts';
import { planBehind } from '../models/plan-view.ts';
import { questionInWords } from '../models/questions.ts';
import type { ViewContext } from '../models/view-context.ts';
import type { Frame } from '../parts/document.tsx';
import { messagePage } from './message.tsx';

/** A question that takes no more answers; `kept` gives back what a late form held. The plan stays to be read. */
export function closedPage(request: Request, context: ViewContext, kept: Line[], frame: Frame): string {
  const { words } = frame;
  const w = words.messages.closed;
  const title = questionInWords(request, words);
  const when = momentInWords(request.closedAt ?? request.dueAt, context.plan.timeZone, words.locale);
  const closed = w.body(title, when);
  // Whoever answers a survey is not told that there is a plan.
  const isWithdrawn = context.plan.status === 'withdrawn' && request.kind !== 'survey';
  const body = isWithdrawn ? `${closed} ${w.withdrawn}` : closed;
  return messagePage({ ...w, body, kept, plan: planBehind(request, context) }, frame);
}

/** One page for every link that opens nothing, so that it tells nobody which links exist. */
export const badLinkPage = (frame: Frame): string => messagePage(frame.words.messages.badLink, frame);

/** A real link whose question ended long ago, or whose holder has left the plan; what they typed is given back. */
export function expiredPage(frame: Frame, kept: Line[] = []): string {
  const { badLink, expired, closed } = frame.words.messages;
  return messagePage({ ...badLink, ...expired, unsaved: closed.unsaved, kept }, frame);
}

/** The page's short pass ran out, or the form did not come from the page; nothing typed is lost. */
export const openAgainPage = (kept: Line[], frame: Frame): string =>
  messagePage({ ...frame.words.messages.openAgain, kept }, frame);

export const tooLargePage = (frame: Frame): string => messagePage(frame.words.messages.tooLarge, frame);
export const notFoundPage = (frame: Frame): string => messagePage(frame.words.messages.notFound, frame);
export const errorPage = (frame: Frame): string => messagePage(frame.words.messages.error, frame);
