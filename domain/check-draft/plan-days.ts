import type { BusinessCalendar } from '../calendar.ts';
import type { BrokenRule } from '../errors.ts';
import type { Day } from '../plan.ts';
import { brokenProductRule } from '../rules.ts';
import type { Period } from './period.ts';
import { checkDay, isPlanDay } from './say.ts';

/** What is wrong with a day something of the plan falls on: it exists, and lies within the period. */
export function checkDayWithin(
  field: string,
  day: Day,
  period: Period | undefined,
  subject: string,
): BrokenRule[] {
  if (!isPlanDay(day)) return checkDay(field, day);
  if (!period || (day >= period.start && day <= period.end)) return [];
  const message = `${subject} outside the plan: choose a day from ${period.start} to ${period.end}.`;
  return [brokenProductRule(field, message)];
}

/** The same for a day on which people meet or answer: a working day, too. */
export function checkWorkingDayWithin(
  field: string,
  day: Day,
  period: Period | undefined,
  calendar: BusinessCalendar,
  subject: string,
): BrokenRule[] {
  const outside = checkDayWithin(field, day, period, subject);
  if (outside.length > 0 || calendar.isBusinessDay(day)) return outside;
  const why = calendar.holidayOn(day) ?? 'a weekend';
  const message = `${subject} on a day off (${why}): the next working day is ${calendar.onOrAfter(day)}.`;
  return [brokenProductRule(field, message)];
}
