/** One row of the table holds at most 400 kB, one call of the API 256 kB. */
export const MOST_SLICE_BYTES = 250_000;
/** 75 MB in all. */
export const MOST_SLICES = 300;
export const MOST_PLANS = 50_000;
export const MOST_COMMANDS = 10_000;

/** Few enough that a part is through in seconds, and that everything there is to say of its rows fits one row. */
export const ROWS_PER_PART = 100;
export const PART_BYTES = 300_000;
/** So many bytes of faults are kept of one row; the rest is counted. */
export const FAULT_BYTES_PER_ROW = 3_000;

/** How many rows are worked on before the job is looked at again: was it stopped? */
export const ROWS_BETWEEN_LOOKS = 25;

/** Longer than any part may take with all its retries. */
export const STALLED_SECONDS = 30 * 60;
