import type { Instant } from '../../../domain/plan.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string, withTime: boolean): Intl.DateTimeFormat {
  const name = `${timeZone} ${withTime}`;
  const day = { weekday: 'short', year: 'numeric', month: 'short', day: 'numeric' } as const;
  const time = { hour: 'numeric', minute: '2-digit' } as const;
  const made =
    formats.get(name) ?? new Intl.DateTimeFormat('en', { ...day, ...(withTime && time), timeZone });
  formats.set(name, made);
  return made;
}

const say = (at: Instant, timeZone: string, withTime: boolean): string =>
  formatOf(timeZone, withTime)
    .format(new Date(at))
    .replaceAll(/[\u202f\u00a0]/g, ' ');

/** `Fri, Dec 18, 2026, 5:00 PM`, in the plan's own zone. */
export const shortMoment = (at: Instant, timeZone: string): string => say(at, timeZone, true);

/** `Fri, Dec 18, 2026` */
export const shortDate = (at: Instant, timeZone: string): string => say(at, timeZone, false);
