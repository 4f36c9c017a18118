import type { ItemId, Plan, Reading } from './plan.ts';

/** What a number is a number of: its item, its day, where it is from, and whose word it is where it has no source. */
export const readingKey = ({ item, date, source, by }: Reading): string =>
  JSON.stringify([item, date, source ?? null, source === undefined ? (by ?? null) : null]);

/** A reading, and whether another number was given for the same before. */
export type LatestReading = Reading & { corrected?: true };

/** Of an item, the number given last for each day and source; the record keeps those before it. */
export function latestReadings({ readings }: Plan, of: ItemId): LatestReading[] {
  const latest = new Map<string, LatestReading>();
  for (const reading of readings) {
    if (reading.item !== of) continue;
    const before = latest.get(readingKey(reading));
    const corrected = before && (before.corrected || before.value !== reading.value);
    latest.set(readingKey(reading), { ...reading, ...(corrected ? { corrected: true } : {}) });
  }
  return [...latest.values()];
}
