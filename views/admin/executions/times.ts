import type { Instant } from '../../../domain/plan.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

/** To make a format takes long, and a page of events needs one a thousand times. */
function formatOf(timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${timeZone} ${JSON.stringify(options)}`;
  const made = formats.get(key) ?? new Intl.DateTimeFormat('en-US', { timeZone, ...options });
  formats.set(key, made);
  return made;
}

// ICU separates the time from AM/PM with U+202F, which some screen readers say as a box.
const plain = (text: string): string => text.replaceAll(/[\u202f\u00a0]/g, ' ');

/** `Fri, Jan 8, 2027, 5:00 PM EST` */
export const moment = (at: Instant, timeZone: string): string =>
  plain(
    formatOf(timeZone, {
      weekday: 'short',
      month: 'short',
      day: 'numeric',
      year: 'numeric',
      hour: 'numeric',
      minute: '2-digit',
      timeZoneName: 'short',
    }).format(new Date(at)),
  );

/** For titles, where the day is near: `Fri, Jan 8, 5:00 PM EST` */
export const soonMoment = (at: Instant, timeZone: string): string =>
  plain(
    formatOf(timeZone, {
      weekday: 'short',
      month: 'short',
      day: 'numeric',
      hour: 'numeric',
      minute: '2-digit',
      timeZoneName: 'short',
    }).format(new Date(at)),
  );

/** To the second, for tables whose caption names the zone: `Jan 8, 2027, 5:00:00 PM` */
export const second = (at: string, timeZone: string): string =>
  plain(
    formatOf(timeZone, {
      month: 'short',
      day: 'numeric',
      year: 'numeric',
      hour: 'numeric',
      minute: '2-digit',
      second: '2-digit',
    }).format(new Date(at)),
  );

const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** `2 days 3 hours`, `5 minutes`, `12 seconds`: the two largest units that are there. */
export function duration(from: string, to: string): string {
  let rest = Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 1000));
  if (rest < 60) return count(rest, 'second');
  const parts: string[] = [];
  for (const [unit, seconds] of UNITS) {
    const many = Math.floor(rest / seconds);
    rest -= many * seconds;
    if (many > 0) parts.push(count(many, unit));
  }
  return parts.slice(0, 2).join(' ');
}

const count = (many: number, unit: string): string => `${many} ${unit}${many === 1 ? '' : 's'}`;
