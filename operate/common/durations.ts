import { Cannot } from './exit.ts';

const UNITS: Record<string, number> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Milliseconds in `90m`, `2h` or `14d`. @throws Cannot */
export function durationOf(text: string, option: string): number {
  const [, number, unit = ''] = /^(\d{1,4})([mhd])$/.exec(text) ?? [];
  const length = UNITS[unit];
  if (number === undefined || length === undefined)
    throw new Cannot(
      `${option} takes a time such as 90m, 2h or 14d, not "${text}".`,
      `For instance: ${option} 2h`,
    );
  return Number(number) * length;
}
