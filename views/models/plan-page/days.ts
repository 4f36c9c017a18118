import type { Day, Instant, Plan } from '../../../domain/plan.ts';
import { dayIn } from '../../dates.ts';
import type { ViewContext } from '../view-context.ts';

/** A day in few letters, for lists and tables: `Dec 15, 2026`. */
export function briefDay(day: Day, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  return format.format(new Date(`${day}T00:00:00Z`)).replaceAll(/[\u202f\u00a0]/g, ' ');
}

/** The day of the plan a moment falls on, in few letters. */
export const briefDayOf = (at: Instant, { plan, words }: Pick<ViewContext, 'plan' | 'words'>): string =>
  briefDay(dayIn(at, plan.timeZone), words.locale);

/** Whether a question has been put to this person. */
export const isAsked = (requestId: string, reader: string, { requests }: Plan): boolean =>
  requests[requestId]?.respondents.some(({ participant }) => participant === reader) === true;
