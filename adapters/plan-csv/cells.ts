/** What cells of a spreadsheet say, or why they cannot be read. */
export type Read<T> = { value: T } | { problem: string };

const YES = new Set(['yes', 'y', 'true', '1', 'x', 'ja', 'sí', 'si', 'oui', 'wahr']);
const NO = new Set(['no', 'n', 'false', '0', 'nein', 'non', 'falsch']);

export function yesOrNo(cell: string): Read<boolean> {
  const word = cell.toLowerCase();
  if (YES.has(word)) return { value: true };
  return NO.has(word) ? { value: false } : { problem: 'This is neither yes nor no: write one of the two.' };
}

export function numberIn(cell: string): Read<number> {
  if (/^[+-]?\d+(\.\d+)?$/.test(cell)) return { value: Number(cell) };
  return {
    problem: cell.includes(',')
      ? 'A comma is not read in numbers: write 12.5, not 12,5, and 1200, not 1,200.'
      : 'This is not a plain number: write one such as 12 or 12.5, without a unit.',
  };
}

const DAY = /^\d{4}-\d\d-\d\d$/;
const DAY_PROBLEM =
  'This is not read as a day: write it as 2026-12-01, and format these cells as text in the spreadsheet.';

export const dayIn = (cell: string): Read<string> =>
  DAY.test(cell) ? { value: cell } : { problem: DAY_PROBLEM };

/** Entries are parted by line breaks inside the cell or, where there is none, by semicolons. */
export const entriesIn = (cell: string): string[] =>
  cell
    .split(/[\r\n]/.test(cell) ? /[\r\n]+/ : ';')
    .map((entry) => entry.trim())
    .filter(Boolean);

/** Every entry as `read` reads it; the first that cannot be read says why. */
export function listIn<T>(cell: string, read: (entry: string) => Read<T>): Read<T[]> {
  const values: T[] = [];
  for (const entry of entriesIn(cell)) {
    const one = read(entry);
    if ('problem' in one) return one;
    values.push(one.value);
  }
  return { value: values };
}

/** `2026-12-01: what happened` */
export function datedIn(cell: string): Read<{ date: string; summary: string }[]> {
  return listIn(cell, (entry) => {
    const [, date, summary] = /^(\S+?)\s*:\s*(.+)$/s.exec(entry) ?? [];
    if (!date || !summary || !DAY.test(date))
      return {
        problem:
          'Write a day, a colon and what it was: 2026-12-01: talked it through. Part two by a semicolon.',
      };
    return { value: { date, summary } };
  });
}

/** `2026-12-18=30; 2027-01-04=25` */
export function benchmarksIn(cell: string): Read<{ date: string; benchmark: number }[]> {
  return listIn(cell, (entry) => {
    const [, date, number] = /^(\S+?)\s*[=:]\s*(\S+)$/.exec(entry) ?? [];
    if (!date || !number || !DAY.test(date))
      return { problem: 'Write each day with the number to reach by then: 2026-12-18=30; 2027-01-04=25.' };
    const benchmark = numberIn(number);
    return 'problem' in benchmark ? benchmark : { value: { date, benchmark: benchmark.value } };
  });
}
