/**
 * A text that no spreadsheet takes for a formula: one that begins like one gets an apostrophe in front, which
 * spreadsheets take for the beginning of a text.
 */
export const safeCell = (value: string): string => (/^[=+\-@\t\r]/.test(value) ? `'${value}` : value);
