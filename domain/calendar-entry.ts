import type { Day } from './plan.ts';

/** A day in somebody's calendar: a whole one, because plans know days. */
export interface CalendarDay {
  /** The same for as long as what happens on the day is spoken of; a later issue has a higher sequence. */
  uid: string;
  sequence: number;
  day: Day;
  title: string;
}

/** One on its way into somebody's calendar by mail, or out of it. */
export interface Invite extends CalendarDay {
  method: 'REQUEST' | 'CANCEL';
  note: string;
}
