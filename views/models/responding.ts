import { respondUntil } from '../../domain/decide/response.ts';
import type { Instant, Request } from '../../domain/plan.ts';
import { momentInWords } from '../dates.ts';
import type { Field } from './fields.ts';
import type { ViewContext } from './view-context.ts';

/** Until when the reader may respond to a check-in that everybody has answered, in words; `undefined` when not. */
export function respondingUntil(
  request: Request,
  now: Instant,
  { pack, calendar, words, zone }: ViewContext,
): string | undefined {
  const until = respondUntil(request, { pack, calendar });
  return until !== undefined && now <= until ? momentInWords(until, zone, words.locale) : undefined;
}

/** The one field of a response to a check-in. */
export const responseField = ({ words }: ViewContext, until: string): Field => ({
  type: 'longText',
  name: 'text',
  label: words.receipt.response.text,
  hint: words.receipt.response.hint(until),
  missing: words.receipt.response.missing,
});
