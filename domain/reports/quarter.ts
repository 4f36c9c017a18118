import type { Day } from '../plan.ts';

/** A quarter of a calendar year, written `2026-Q4`. */
export type Quarter = string;

export const quarterOf = (day: Day): Quarter =>
  `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

export const isQuarter = (text: string): boolean => /^(20|21)\d\d-Q[1-4]$/.test(text);

const numberOf = (quarter: Quarter): number => Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(6)) - 1;

const quarterAt = (number: number): Quarter => `${Math.floor(number / 4)}-Q${(number % 4) + 1}`;

/** The quarter so many quarters later, or earlier for a negative number. */
export const quarterPlus = (quarter: Quarter, by: number): Quarter => quarterAt(numberOf(quarter) + by);

/** Whether these are the four quarters of one calendar year, and its last day is before `today`. */
export const isYearOver = ({ from, to }: { from: Quarter; to: Quarter }, today: Day): boolean =>
  from.endsWith('-Q1') && to === quarterPlus(from, 3) && today.slice(0, 4) > to.slice(0, 4);

/** From one to the other, both included; `[]` when the second is before the first. */
export const quartersBetween = (from: Quarter, to: Quarter): Quarter[] =>
  Array.from({ length: Math.max(0, numberOf(to) - numberOf(from) + 1) }, (_, at) => quarterPlus(from, at));
