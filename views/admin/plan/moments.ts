import type { Instant } from '../../../domain/plan.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

/** A moment in few letters, `Mon, Jan 4, 2027, 5:00 PM`; the page says in which zone. */
export function briefMoment(at: Instant, timeZone: string): string {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-US', {
      weekday: 'short',
      year: 'numeric',
      month: 'short',
      day: 'numeric',
      hour: 'numeric',
      minute: '2-digit',
      timeZone,
    });
  formats.set(timeZone, format);
  return format.format(new Date(at)).replaceAll(/[\u202f\u00a0]/g, ' ');
}
