import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { type Column, columnOf } from './plan-csv/columns.ts';
import { draftOf, type Line } from './plan-csv/draft-of.ts';
import { UnreadableFile, unreadable } from './plan-csv/faults.ts';
import { columnsIn, delimiterOf } from './plan-csv/header.ts';
import type { PlanInFile } from './plan-files.ts';

/**
 * The plans of a CSV file, in its order: one line per item, the lines of one plan together and with the same `plan`.
 * Reads as it goes, so that a file may be far larger than what fits in memory as plans.
 *
 * @throws UnreadableFile when the file cannot be read line by line.
 */
export async function* plansInCsv(slices: AsyncIterable<string>): AsyncGenerator<PlanInFile> {
  let columns: Column[] | undefined;
  let open: Line[] = [];
  const begun = new Map<string, number>();
  const close = function* (): Generator<PlanInFile> {
    const [first, ...rest] = open;
    if (!first) return;
    const { draft, faults } = draftOf([first, ...rest]);
    const key = first.cells.plan;
    const before = key === undefined ? undefined : begun.get(key);
    if (before !== undefined) {
      const message = `The lines of one plan stand together: this one begins at line ${before}. Sort by the column plan.`;
      faults.push(unreadable(message, first.line, 'plan'));
    } else if (key !== undefined) begun.set(key, first.line);
    yield { line: first.line, lines: open.map(({ line }) => line), draft, faults };
    open = [];
  };
  for await (const { line, cells } of linesOf(slices)) {
    if (!columns) {
      columns = columnsIn(cells, line);
      continue;
    }
    if (cells.every((cell) => cell === '')) continue;
    const known = columns;
    if (cells.length !== known.length) {
      yield* close();
      const message = `This line has ${cells.length} value${cells.length === 1 ? '' : 's'}, the first line has ${known.length}. Put texts with commas in quotes.`;
      yield { line, lines: [line], faults: [unreadable(message, line)] };
      continue;
    }
    const next: Line = {
      line,
      cells: Object.fromEntries(cells.flatMap((cell, at) => (cell === '' ? [] : [[known[at], cell]]))),
    };
    const key = next.cells.plan;
    if (key === undefined || key !== open[0]?.cells.plan) yield* close();
    open.push(next);
  }
  if (!columns) throw new UnreadableFile([unreadable('The file is empty.')]);
  yield* close();
}

/** Whether a text begins like such a file: its first heading is one of ours. */
export const looksLikeCsv = (text: string): boolean =>
  columnOf(text.slice(0, text.search(/[,;\t\r\n]|$/)).replaceAll('"', '')) !== undefined;

async function* linesOf(slices: AsyncIterable<string>): AsyncGenerator<{ line: number; cells: string[] }> {
  const text = unixLines(slices);
  const { value: start, done } = await text.next();
  if (done) return;
  const source = Readable.from(
    (async function* () {
      yield start;
      yield* text;
    })(),
  );
  const parser = parse({
    bom: true,
    delimiter: delimiterOf(start),
    record_delimiter: '\n',
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
    info: true,
  });
  source.on('error', (error) => parser.destroy(error));
  try {
    for await (const { record, info } of source.pipe(parser) as AsyncIterable<Parsed>) {
      // The parser counts up to the end of a record; a quoted text may run over several lines.
      yield { line: info.lines - breaksIn(record), cells: record };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? error.lines : undefined;
    const message =
      'The quotes do not match. Put quotes around the whole value, and write a quote inside it twice.';
    throw new UnreadableFile([unreadable(message, line)]);
  }
}

interface Parsed {
  record: string[];
  info: { lines: number };
}

const breaksIn = (cells: string[]): number => cells.join('').split('\n').length - 1;

/** A line break may be cut in two by the end of a slice. */
async function* unixLines(slices: AsyncIterable<string>): AsyncGenerator<string> {
  let held = '';
  for await (const slice of slices) {
    const text = held + slice;
    held = text.endsWith('\r') ? '\r' : '';
    const ready = (held ? text.slice(0, -1) : text).replaceAll(/\r\n?/g, '\n');
    if (ready !== '') yield ready;
  }
  if (held) yield '\n';
}
