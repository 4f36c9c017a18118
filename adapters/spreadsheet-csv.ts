import { stringify } from 'csv-stringify/sync';

type Line = readonly (string | number | undefined)[];

/**
 * A CSV file that spreadsheets open as it is meant: UTF-8 with its mark, and no cell that they would take for a formula.
 * The first row names the columns.
 */
export const spreadsheetCsv = (rows: readonly Line[]): string => `\ufeff${csvLines(rows)}`;

/** Further lines of such a file. */
export const csvLines = (rows: readonly Line[]): string =>
  stringify(
    rows.map((row) => row.map((cell) => (typeof cell === 'string' ? harmless(cell) : (cell ?? '')))),
    // Otherwise a line break of another kind than the file's own would end the row.
    { record_delimiter: '\r\n', quoted_match: /[\r\n]/ },
  );

/**
 * What begins like a formula is shown as text: an apostrophe in front says so. Full-width signs are formulas too where
 * spreadsheets are used in Chinese, Japanese or Korean.
 */
export const harmless = (cell: string): string => (/^[=+\-@\t\r\n＝＋－＠]/.test(cell) ? `'${cell}` : cell);
