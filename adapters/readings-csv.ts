import { CsvError, parse } from 'csv-parse/sync';
import { type BrokenRule, RulesBroken } from '../domain/errors.ts';
import type { Reading } from '../domain/plan.ts';

/** One line of the file after the first, counted from 1, with all that is wrong with it by itself. */
export interface CsvLine {
  line: number;
  /** What it says, with a stand-in for each value that cannot be read; absent when the values cannot be told apart. */
  reading?: Reading;
  faults: CsvFault[];
}

interface CsvFault {
  column?: string;
  message: string;
}

const REQUIRED = ['item', 'date', 'value'] as const;
const COLUMNS: readonly string[] = [...REQUIRED, 'source'];
const NUMBER = /^[+-]?\d+(\.\d+)?$/;

/**
 * The lines of a CSV file whose first line names the columns `item`, `date`, `value` and, if there is one, `source`,
 * in any order. Whether the items exist and the days fit is for the domain; `faultsByLine` says both together.
 *
 * @throws RulesBroken when the file cannot be read line by line: its first line or its quotes are wrong.
 */
export function linesFrom(csv: string): CsvLine[] {
  const [header, ...rows] = linesOf(csv);
  if (!header) throw new RulesBroken([fault('This is empty: begin with the line item,date,value,source.')]);
  const names = header.cells.map((name) => name.toLowerCase());
  refuseIfAny(headerFaults(names));
  return rows.map(({ line, cells }) => {
    if (cells.length !== names.length) {
      const message = `this line has ${count(cells.length)}, the first line has ${names.length}. ${COMMA}`;
      return { line, faults: [{ message }] };
    }
    return { line, reading: readingOf(names, cells), faults: cellFaults(names, cells) };
  });
}

/** The readings of the lines that have one, in their order. */
export const readingsOf = (lines: readonly CsvLine[]): Reading[] =>
  lines.flatMap(({ reading }) => reading ?? []);

/**
 * Everything wrong with a file, line by line: what is wrong with the lines themselves, and what the domain `said` of
 * their readings. A value that cannot be read is not judged as well.
 */
export function faultsByLine(lines: readonly CsvLine[], said: readonly BrokenRule[] = []): BrokenRule[] {
  const read = lines.filter(({ reading }) => reading);
  const ofLine = new Map<CsvLine, BrokenRule[]>();
  const ofFile: BrokenRule[] = [];
  for (const broken of said) {
    const [, index, column] = /^\/readings\/(\d+)(?:\/(\w+))?/.exec(broken.field) ?? [];
    const line = read[Number(index)];
    if (line) {
      if (column !== undefined && line.faults.some((fault) => fault.column === column)) continue;
      const message = place(line.line, column) + broken.message;
      ofLine.set(line, [...(ofLine.get(line) ?? []), { ...broken, field: '/csv', message }]);
    } else if (!broken.field.startsWith('/readings')) {
      ofFile.push(broken);
      // Of a file without one readable line there is more to say than that it has no readings.
    } else if (read.length > 0 || lines.length === 0) ofFile.push({ ...broken, field: '/csv' });
  }
  return [
    ...lines.flatMap((line) => [
      ...line.faults.map(({ column, message }) => fault(place(line.line, column) + message)),
      ...(ofLine.get(line) ?? []),
    ]),
    ...ofFile,
  ];
}

interface Line {
  line: number;
  cells: string[];
}

function linesOf(csv: string): Line[] {
  try {
    const lines: Line[] = [];
    parse(csv.replace(/\r\n?/g, '\n'), {
      bom: true,
      record_delimiter: '\n',
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      // The parser counts up to the end of a record; a quoted text may run over several lines.
      on_record: (cells: string[], info) => {
        lines.push({ line: info.lines - breaksIn(cells), cells });
      },
    });
    return lines;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const message =
      'the quotes do not match. Put quotes around the whole value, and write a quote inside it twice.';
    throw new RulesBroken([fault(place(Number(error.lines)) + message)]);
  }
}

const breaksIn = (cells: string[]): number => cells.join('').split('\n').length - 1;

function headerFaults(names: string[]): BrokenRule[] {
  if (names.length === 1 && /[;\t]/.test(names[0] ?? '')) {
    return [
      fault(`${place(1)}the columns are not parted by commas: save the file as comma-separated values.`),
    ];
  }
  return [
    ...REQUIRED.filter((name) => !names.includes(name)).map((name) =>
      fault(
        `${place(1)}the column ${name} is missing: the first line names the columns, item,date,value,source.`,
      ),
    ),
    ...names.flatMap((name, at) => {
      if (!COLUMNS.includes(name)) {
        return [fault(`${place(1)}column ${at + 1} is not known: use only item, date, value and source.`)];
      }
      return names.indexOf(name) < at ? [fault(`${place(1)}the column ${name} is there twice.`)] : [];
    }),
  ];
}

const cellFaults = (names: string[], cells: string[]): CsvFault[] =>
  names.flatMap((column, at) => {
    const message = cellProblem(column, cells[at] ?? '');
    return message ? [{ column, message }] : [];
  });

const COMMA = 'Write decimals with a point, and put texts with commas in quotes.';
const count = (cells: number): string => `${cells} value${cells === 1 ? '' : 's'}`;

function cellProblem(name: string, cell: string): string | undefined {
  if (name === 'source') {
    // Seven and a half, written with a comma and no quotes, would be a seven from a source called five.
    return NUMBER.test(cell) ? `this is only a number. ${COMMA} A source is said in words.` : undefined;
  }
  if (cell === '') return 'this is empty.';
  if (name !== 'value' || NUMBER.test(cell)) return undefined;
  return cell.includes(',')
    ? 'a comma is not read in numbers: write 12.5, not 12,5, and 1200, not 1,200.'
    : 'write a plain number such as 12 or 12.5, without a unit.';
}

function readingOf(names: string[], cells: string[]): Reading {
  const cell = (name: string): string => cells[names.indexOf(name)] ?? '';
  const source = cell('source');
  const number = cell('value');
  const value = NUMBER.test(number) ? Number(number) : 0;
  const reading = { item: cell('item'), date: cell('date'), value };
  return source === '' ? reading : { ...reading, source };
}

const place = (line: number, column?: string): string =>
  column ? `Line ${line}, ${column}: ` : `Line ${line}: `;

const fault = (message: string): BrokenRule => ({ field: '/csv', message, rule: 'shape', citation: '' });

function refuseIfAny(faults: BrokenRule[]): void {
  if (faults.length > 0) throw new RulesBroken(faults);
}
