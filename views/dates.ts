import type { Day, Instant } from '../domain/plan.ts';

// ICU separates the time from AM/PM with U+202F, which some mail programs and screen readers show as a box.
const plainSpaces = (text: string): string => text.replaceAll(/[\u202f\u00a0]/g, ' ');

const formats = new Map<string, Intl.DateTimeFormat>();

/** To make a format takes a hundred times as long as to use it, and there are few of them. */
function formatOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = `${locale} ${JSON.stringify(options)}`;
  const made = formats.get(name) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(name, made);
  return made;
}

type Part = (type: Intl.DateTimeFormatPartTypes) => string;

function partsOf(at: Date, locale: string, options: Intl.DateTimeFormatOptions): Part {
  const parts = formatOf(locale, options).formatToParts(at);
  return (type) => parts.find((each) => each.type === type)?.value ?? '';
}

const DAY = { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' } as const;
const TIME = { hour: 'numeric', minute: '2-digit' } as const;

// Within a Spanish sentence, the commas that Intl sets between weekday, date and time read as its own.
const isSpanish = (locale: string): boolean => /^es\b/.test(locale);

function spanishDay(at: Date, locale: string, timeZone: string): string {
  const part = partsOf(at, locale, { ...DAY, timeZone });
  return `${part('weekday')} ${part('day')} de ${part('month')} de ${part('year')}`;
}

function spanishMoment(at: Date, locale: string, timeZone: string): string {
  const part = partsOf(at, locale, { ...TIME, timeZone, timeZoneName: 'long' });
  const time = formatOf(locale, { ...TIME, timeZone }).format(at);
  const article = Number(part('hour')) === 1 ? 'a la' : 'a las';
  return `${spanishDay(at, locale, timeZone)}, ${article} ${time} (${part('timeZoneName')})`;
}

/**
 * A calendar day in words, e.g. `Tuesday, December 15, 2026` or `martes 15 de diciembre de 2026`. A day has no zone of
 * its own.
 */
export function dayInWords(day: Day, locale: string): string {
  const at = new Date(`${day}T00:00:00Z`);
  if (isSpanish(locale)) return spanishDay(at, locale, 'UTC');
  return plainSpaces(formatOf(locale, { dateStyle: 'full', timeZone: 'UTC' }).format(at));
}

/** A day without weekday and year, for subjects: `December 15`. */
export function shortDay(day: Day, locale: string): string {
  const format = formatOf(locale, { month: 'long', day: 'numeric', timeZone: 'UTC' });
  return plainSpaces(format.format(new Date(`${day}T00:00:00Z`)));
}

/**
 * A moment in words with its zone, e.g. `Friday, January 8, 2027 at 5:00 PM Eastern Standard Time` or
 * `viernes 8 de enero de 2027, a las 5:00 p.m. (hora estándar oriental)`.
 */
export function momentInWords(instant: Instant, zone: string, locale: string): string {
  const at = new Date(instant);
  if (isSpanish(locale)) return plainSpaces(spanishMoment(at, locale, zone));
  const format = formatOf(locale, { ...DAY, ...TIME, timeZone: zone, timeZoneName: 'long' });
  return plainSpaces(format.format(at));
}

/** The calendar day a moment falls on in a zone, as `YYYY-MM-DD`. */
export function dayIn(instant: Instant, zone: string): Day {
  const parts = formatOf('en-US', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    timeZone: zone,
  }).formatToParts(new Date(instant));
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** `a`, `a and b`, `a, b, and c`. */
export function listInWords(names: string[], locale: string): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(names);
}

/** `a`, `a or b`, `a, b, or c`. */
export function choiceInWords(names: string[], locale: string): string {
  return new Intl.ListFormat(locale, { type: 'disjunction' }).format(names);
}

/** A number as people of the locale write it. */
export function numberInWords(value: number, locale: string): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 6 }).format(value);
}
