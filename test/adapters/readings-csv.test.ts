import { expect, test } from 'vitest';
import { faultsByLine, linesFrom } from '../../adapters/readings-csv.ts';
import { type BrokenRule, RulesBroken } from '../../domain/errors.ts';
import type { Reading } from '../../domain/plan.ts';

const HEADER = 'item,date,value,source';
const accuracy = { item: 'accuracy', date: '2026-12-18', value: 12.5 };

/** Everything said of a file that is refused. */
function faultsOf(csv: string): string[] {
  try {
    return messagesOf(faultsByLine(linesFrom(csv)));
  } catch (error) {
    expect(error).toBeInstanceOf(RulesBroken);
    return messagesOf((error as RulesBroken).broken);
  }
}

function messagesOf(broken: BrokenRule[]): string[] {
  expect(new Set(broken.map(({ field, rule }) => `${field} ${rule}`))).toEqual(new Set(['/csv shape']));
  return broken.map(({ message }) => message);
}

/** The lines of a file in which nothing is wrong. */
function readingsFrom(csv: string): { line: number; reading: Reading | undefined }[] {
  const lines = linesFrom(csv);
  expect(lines.flatMap(({ faults }) => faults)).toEqual([]);
  return lines.map(({ line, reading }) => ({ line, reading }));
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

const SAID = { rule: 'product', citation: 'What every plan needs' };
const SHAPE = { field: '/csv', rule: 'shape', citation: '' };

test('what the rules say of a reading is said of its line', () => {
  const lines = linesFrom(`${HEADER}\n\naccuracy,2026-12-18,12.5,x\nspeed,2026-12-18,3,x`);
  expect(
    faultsByLine(lines, [
      { ...SAID, field: '/readings/1/item', message: 'No such item.' },
      { ...SAID, field: '/readings', message: 'Too many.' },
      { ...SAID, field: '/by', message: 'Nobody.' },
    ]),
  ).toEqual([
    { ...SAID, field: '/csv', message: 'Line 4, item: No such item.' },
    { ...SAID, field: '/csv', message: 'Too many.' },
    { ...SAID, field: '/by', message: 'Nobody.' },
  ]);
});

test('what is wrong with a line and what the rules say of it stand together, each value judged once', () => {
  const lines = linesFrom(`${HEADER}\nspeed,2026-12-18,many,x\naccuracy,2026-12-18\n,2029-01-01,3,x`);
  expect(
    faultsByLine(lines, [
      { ...SAID, field: '/readings/0/item', message: 'No such item.' },
      { ...SAID, field: '/readings/0/value', message: 'Not this number.' },
      { ...SAID, field: '/readings/1/item', message: 'No such item.' },
      { ...SAID, field: '/readings/1/date', message: 'Too late.' },
    ]),
  ).toEqual([
    {
      ...SHAPE,
      message: 'Line 2, value: write a plain number such as 12 or 12.5, without a unit.',
    },
    { ...SAID, field: '/csv', message: 'Line 2, item: No such item.' },
    {
      ...SHAPE,
      message:
        'Line 3: this line has 2 values, the first line has 4. Write decimals with a point, and put texts with commas in quotes.',
    },
    { ...SHAPE, message: 'Line 4, item: this is empty.' },
    { ...SAID, field: '/csv', message: 'Line 4, date: Too late.' },
  ]);
});

test('a file without a readable line is not also told that it has no readings', () => {
  const none = [{ ...SAID, field: '/readings', message: 'These are 0.' }];
  expect(faultsByLine(linesFrom(`${HEADER}\naccuracy`), none)).toHaveLength(1);
  expect(faultsByLine(linesFrom(HEADER), none)).toEqual([{ ...none[0], field: '/csv' }]);
});
