import type { Instant } from '../../../domain/plan.ts';
import { dayIn, dayInWords } from '../../dates.ts';

/** One moment of the timeline, past or planned. */
export interface Entry {
  at: Instant;
  kind: 'past' | 'planned';
  text: string;
}

/** A day and what stands on it. */
export interface DayOf {
  day: string;
  texts: string[];
}

/** The days of a plan around now; what is further away is folded in on the page. */
export interface Days {
  earlier: DayOf[];
  lately: DayOf[];
  soon: DayOf[];
  later: DayOf[];
}

/** So many days stand open on each side of now. */
const NEAR = 8;

/** By day of the plan's zone, in order; a sentence that repeats itself on a day is said once, with how often. */
export function daysOf(entries: readonly Entry[], zone: string): Days {
  const past = byDay(
    entries.filter(({ kind }) => kind === 'past'),
    zone,
  );
  const planned = byDay(
    entries.filter(({ kind }) => kind === 'planned'),
    zone,
  );
  const cut = Math.max(0, past.length - NEAR);
  return {
    earlier: past.slice(0, cut),
    lately: past.slice(cut),
    soon: planned.slice(0, NEAR),
    later: planned.slice(NEAR),
  };
}

function byDay(entries: readonly Entry[], zone: string): DayOf[] {
  return [...Map.groupBy(entries, ({ at }) => dayIn(at, zone))].map(([day, all]) => ({
    day: dayInWords(day, 'en'),
    texts: [...Map.groupBy(all, ({ text }) => text)].map(([text, { length }]) =>
      length > 1 ? `${text} (${length} times)` : text,
    ),
  }));
}
