import { expect, test } from 'vitest';
import { atTheirLines, readingsFrom } from '../../adapters/readings-csv.ts';
import { RulesBroken } from '../../domain/errors.ts';

const HEADER = 'item,date,value,source';
const accuracy = { item: 'accuracy', date: '2026-12-18', value: 12.5 };

/** Everything said of a file that is refused. */
function faultsOf(csv: string): string[] {
  try {
    readingsFrom(csv);
  } catch (error) {
    expect(error).toBeInstanceOf(RulesBroken);
    const { broken } = error as RulesBroken;
    expect(new Set(broken.map(({ field, rule }) => `${field} ${rule}`))).toEqual(new Set(['/csv shape']));
    return broken.map(({ message }) => message);
  }
  throw new Error('The file was read.');
}

test('a row is a reading, with the line it stands on', () => {
  expect(
    readingsFrom(`${HEADER}\naccuracy,2026-12-18,12.5,case system\ntimeliness,2026-12-18,-3,\n`),
  ).toEqual([
    { line: 2, reading: { ...accuracy, source: 'case system' } },
    { line: 3, reading: { item: 'timeliness', date: '2026-12-18', value: -3 } },
  ]);
});

test('columns stand in any order, named in any case, and a source is not needed', () => {
  expect(readingsFrom(' Value ,ITEM,date\n12.5,accuracy,2026-12-18')).toEqual([
    { line: 2, reading: accuracy },
  ]);
});

test('a file from a spreadsheet is read: byte order mark, CRLF, quotes, blank lines', () => {
  const file = `\uFEFF${HEADER}\r\n\r\n"accuracy","2026-12-18","12.5","weekly ""A"" list, page 2"\r\n\r\naccuracy,2026-12-19,11,"two\r\nlines"\r\naccuracy,2026-12-20,9,x\r\n`;
  expect(readingsFrom(file)).toEqual([
    { line: 3, reading: { ...accuracy, source: 'weekly "A" list, page 2' } },
    { line: 5, reading: { item: 'accuracy', date: '2026-12-19', value: 11, source: 'two\nlines' } },
    { line: 7, reading: { item: 'accuracy', date: '2026-12-20', value: 9, source: 'x' } },
  ]);
});

test('what looks like a formula is text where text belongs, and no number', () => {
  expect(readingsFrom(`${HEADER}\naccuracy,2026-12-18,12.5,"=HYPERLINK(""x"")"`)).toEqual([
    { line: 2, reading: { ...accuracy, source: '=HYPERLINK("x")' } },
  ]);
  expect(faultsOf(`${HEADER}\naccuracy,2026-12-18,=6+6,x`)).toEqual([
    'Line 2, value: write a plain number such as 12 or 12.5, without a unit.',
  ]);
});

test('every bad line is named, by its number and column', () => {
  const file = `${HEADER}\n,2026-12-18,12,x\naccuracy,,many,x\naccuracy,2026-12-18,12 %,x\naccuracy,2026-12-18`;
  expect(faultsOf(file)).toEqual([
    'Line 2, item: this is empty.',
    'Line 3, date: this is empty.',
    'Line 3, value: write a plain number such as 12 or 12.5, without a unit.',
    'Line 4, value: write a plain number such as 12 or 12.5, without a unit.',
    'Line 5: this line has 2 values, the first line has 4. Write decimals with a point, and put texts with commas in quotes.',
  ]);
});

test.each([
  ['in quotes', `${HEADER}\naccuracy,2026-12-18,"12,5",x`, /^Line 2, value: a comma is not read in numbers/],
  ['with thousands', `${HEADER}\naccuracy,2026-12-18,"1,200",x`, /^Line 2, value: a comma is not read/],
  ['without quotes', `${HEADER}\naccuracy,2026-12-18,12,5,x`, /^Line 2: this line has 5 values, the first/],
  [
    'where the source should be',
    `${HEADER}\naccuracy,2026-12-18,12,5`,
    /^Line 2, source: this is only a number/,
  ],
])('a decimal comma is never misread: %s', (_, file, message) => {
  expect(faultsOf(file)).toEqual([expect.stringMatching(message)]);
});

test.each(['1e3', '0x10', 'Infinity', 'NaN', '12.', '.5', '١٢', '--1'])('%s is no plain number', (value) => {
  expect(faultsOf(`${HEADER}\naccuracy,2026-12-18,${value},x`)).toEqual([
    'Line 2, value: write a plain number such as 12 or 12.5, without a unit.',
  ]);
});

test.each([
  ['', ['This is empty: begin with the line item,date,value,source.']],
  [
    'accuracy,2026-12-18,12.5',
    [
      'Line 1: the column item is missing: the first line names the columns, item,date,value,source.',
      'Line 1: the column date is missing: the first line names the columns, item,date,value,source.',
      'Line 1: the column value is missing: the first line names the columns, item,date,value,source.',
      'Line 1: column 1 is not known: use only item, date, value and source.',
      'Line 1: column 2 is not known: use only item, date, value and source.',
      'Line 1: column 3 is not known: use only item, date, value and source.',
    ],
  ],
  ['item,date,value,value', ['Line 1: the column value is there twice.']],
  [
    'item;date;value\naccuracy;2026-12-18;12,5',
    ['Line 1: the columns are not parted by commas: save the file as comma-separated values.'],
  ],
])('a first line that does not name the columns is refused: %j', (file, messages) => {
  expect(faultsOf(file)).toEqual(messages);
});

test.each([`accuracy,2026-12-18,12,"open`, `accuracy,2026-12-18,12,"a"b`, `accuracy,2026-12-18,12,a"b`])(
  'quotes that do not match are refused at their line: %s',
  (row) => {
    expect(faultsOf(`${HEADER}\n${row}`)).toEqual([
      'Line 2: the quotes do not match. Put quotes around the whole value, and write a quote inside it twice.',
    ]);
  },
);

test('what the rules say of a reading is said of its line', () => {
  const rows = readingsFrom(`${HEADER}\n\naccuracy,2026-12-18,12.5,x\nspeed,2026-12-18,3,x`);
  const said = { rule: 'product', citation: 'What every plan needs' };
  expect(
    atTheirLines(
      [
        { ...said, field: '/readings/1/item', message: 'No such item.' },
        { ...said, field: '/readings', message: 'Too many.' },
        { ...said, field: '/by', message: 'Nobody.' },
      ],
      rows,
    ),
  ).toEqual([
    { ...said, field: '/csv', message: 'Line 4, item: No such item.' },
    { ...said, field: '/csv', message: 'Too many.' },
    { ...said, field: '/by', message: 'Nobody.' },
  ]);
});
