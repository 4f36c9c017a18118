import * as Instants from 'temporal-polyfill/fns/Instant';
import * as Dates from 'temporal-polyfill/fns/PlainDate';
import * as Times from 'temporal-polyfill/fns/PlainTime';
import * as Zoned from 'temporal-polyfill/fns/ZonedDateTime';
import { momentOf } from './dates.ts';
import type { MailItem } from './owed.ts';
import type { Instant } from './plan.ts';

/** When nobody is written to, by the clock on the reader's wall. `from` is later than `to` when they span midnight. */
export interface QuietHours {
  /** `HH:MM`, the first quiet minute. */
  from: string;
  /** `HH:MM`, the first minute that is not quiet any more. */
  to: string;
}

/**
 * The end of the quiet hours that `now` falls in; `undefined` outside of them. An end that the clocks skip in spring is
 * later by the length of the gap; one they show twice in autumn is the first of the two.
 */
export function quietUntil(now: Instant, zone: string, { from, to }: QuietHours): Instant | undefined {
  const local = Instants.toZonedDateTimeISO(Instants.fromString(now), zone);
  const time = Times.toString(Zoned.toPlainTime(local), { smallestUnit: 'minute' });
  const isQuiet = from < to ? from <= time && time < to : time >= from || time < to;
  if (!isQuiet) return undefined;
  const today = Zoned.toPlainDate(local);
  const until = momentOf(time < to ? today : Dates.addDays(today, 1), to, zone);
  // In autumn the clocks may show a quiet time again after the hours were over.
  return until > now ? until : undefined;
}

/** Whether somebody waits for the mail this very moment: they asked for it themselves, so it goes at once and by itself. */
export const isAwaited = ({ template }: Pick<MailItem, 'template'>): boolean => template === 'link-renewed';
