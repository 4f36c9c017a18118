import { stringify } from 'csv-stringify/sync';

/**
 * A CSV file that spreadsheets open as it is meant: UTF-8 with its mark, and no cell that they would take for a formula.
 * The first row names the columns.
 */
export const spreadsheetCsv = (rows: readonly (readonly (string | number | undefined)[])[]): string =>
  stringify(
    rows.map((row) => row.map((cell) => (typeof cell === 'string' ? harmless(cell) : (cell ?? '')))),
    // Otherwise a line break of another kind than the file's own would end the row.
    { bom: true, record_delimiter: '\r\n', quoted_match: /[\r\n]/ },
  );

/** What begins like a formula is shown as text: an apostrophe in front says so. */
export const harmless = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);
