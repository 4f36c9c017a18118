import { Temporal } from 'temporal-polyfill';

/** Epoch milliseconds as `2027-01-05T14:00:00Z`. */
export const instant = (time: number): string => Temporal.Instant.fromEpochMilliseconds(time).toString();
