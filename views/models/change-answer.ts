import { mayChangeAnswer } from '../../domain/change-answer.ts';
import type { Request } from '../../domain/plan.ts';
import { momentInWords } from '../dates.ts';
import type { ViewContext } from './view-context.ts';

/** To somebody who answers once more: when they did first, and that it stays; `undefined` for everybody else. */
export function recordedBefore(
  { respondents }: Request,
  { reader, words, zone }: ViewContext,
): string | undefined {
  const { answeredAt } = respondents.find(({ participant }) => participant === reader) ?? {};
  return answeredAt && words.saving.again.says(momentInWords(answeredAt, zone, words.locale));
}

/** Until when an answer can still be said otherwise, in words; `undefined` when it cannot. */
export function changeableUntil(
  request: Request,
  { plan, reader, words, zone }: ViewContext,
): string | undefined {
  if (!mayChangeAnswer(request, reader, plan)) return undefined;
  const w = words.saving.again;
  return request.missedAt ? w.until(momentInWords(request.missedAt, zone, words.locale)) : w.open;
}
