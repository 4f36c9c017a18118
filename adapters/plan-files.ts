import type { PlanDraft } from '../domain/index.ts';
import { type FileFault, UnreadableFile, unreadable } from './plan-csv/faults.ts';
import { plansInCsv } from './plan-csv.ts';
import { plansInJson } from './plan-json.ts';

export type FileFormat = 'csv' | 'json';

/** One plan as a file says it. */
export interface PlanInFile {
  /** The line it begins at, from 1. */
  line: number;
  /** Of a CSV file: the line of each item. */
  lines?: number[];
  /** Absent when it cannot be read at all. Of a JSON file it may have any shape. */
  draft?: PlanDraft | unknown;
  faults: FileFault[];
}

/**
 * The plans of a file that comes in slices, in its order.
 *
 * @throws UnreadableFile when it cannot be read as what it says it is.
 */
export const plansIn = (format: FileFormat, slices: AsyncIterable<string>): AsyncGenerator<PlanInFile> =>
  (format === 'csv' ? plansInCsv : plansInJson)(readable(slices));

/** A file in another encoding would be read as nonsense, name by name. */
async function* readable(slices: AsyncIterable<string>): AsyncGenerator<string> {
  let line = 1;
  for await (const slice of slices) {
    const at = slice.search(NOT_TEXT);
    if (at >= 0) {
      const message =
        'This is not UTF-8 text. In Excel, save it as "CSV UTF-8"; in other programs, choose UTF-8 as its encoding.';
      throw new UnreadableFile([unreadable(message, line + breaks(slice.slice(0, at)))]);
    }
    line += breaks(slice);
    yield slice;
  }
}

/** What is left of bytes that are no UTF-8, and what texts of two bytes a letter are full of. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
const NOT_TEXT = /[\u0000\ufffd]/;
const breaks = (text: string): number => text.split('\n').length - 1;
