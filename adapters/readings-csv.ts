import { CsvError, parse } from 'csv-parse/sync';
import { type BrokenRule, RulesBroken } from '../domain/errors.ts';
import type { Reading } from '../domain/plan.ts';

/** One reading and the line of the file it stands on, counted from 1. */
export interface CsvReading {
  line: number;
  reading: Reading;
}

const REQUIRED = ['item', 'date', 'value'] as const;
const COLUMNS: readonly string[] = [...REQUIRED, 'source'];
const NUMBER = /^[+-]?\d+(\.\d+)?$/;

/**
 * Readings from a CSV file whose first line names the columns `item`, `date`, `value` and, if there is one, `source`,
 * in any order. All of them or none: whether the items exist and the days fit is for the domain.
 *
 * @throws RulesBroken with every bad line, each by its number and column.
 */
export function readingsFrom(csv: string): CsvReading[] {
  const [header, ...rows] = linesOf(csv);
  if (!header) throw new RulesBroken([fault('This is empty: begin with the line item,date,value,source.')]);
  const names = header.cells.map((name) => name.toLowerCase());
  refuseIfAny(headerFaults(names));
  const faults: BrokenRule[] = [];
  const readings = rows.flatMap(({ line, cells }) => {
    const found = rowFaults(line, names, cells);
    faults.push(...found);
    return found.length > 0 ? [] : [{ line, reading: readingOf(names, cells) }];
  });
  refuseIfAny(faults);
  return readings;
}

/** What the domain says of a reading, said of the line it came from. */
export const atTheirLines = (faults: readonly BrokenRule[], rows: readonly CsvReading[]): BrokenRule[] =>
  faults.map((broken) => {
    const [, index, column] = /^\/readings\/(\d+)(?:\/(\w+))?/.exec(broken.field) ?? [];
    const line = rows[Number(index)]?.line;
    if (line !== undefined)
      return { ...broken, field: '/csv', message: place(line, column) + broken.message };
    return broken.field.startsWith('/readings') ? { ...broken, field: '/csv' } : broken;
  });

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

function rowFaults(line: number, names: string[], cells: string[]): BrokenRule[] {
  if (cells.length !== names.length) {
    const message = `this line has ${count(cells.length)}, the first line has ${names.length}. ${COMMA}`;
    return [fault(place(line) + message)];
  }
  return names.flatMap((name, at) => {
    const problem = cellProblem(name, cells[at] ?? '');
    return problem ? [fault(place(line, name) + problem)] : [];
  });
}

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
  const reading = { item: cell('item'), date: cell('date'), value: Number(cell('value')) };
  return source === '' ? reading : { ...reading, source };
}

const place = (line: number, column?: string): string =>
  column ? `Line ${line}, ${column}: ` : `Line ${line}: `;

const fault = (message: string): BrokenRule => ({ field: '/csv', message, rule: 'shape', citation: '' });

function refuseIfAny(faults: BrokenRule[]): void {
  if (faults.length > 0) throw new RulesBroken(faults);
}
