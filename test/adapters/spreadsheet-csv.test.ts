import { expect, test } from 'vitest';
import { spreadsheetCsv } from '../../adapters/spreadsheet-csv.ts';

test('cells that spreadsheets would take for formulas are shown as text, and numbers stay numbers', () => {
  const cells = ['=1+1', '+1', '-1', '@x', '\tx', '\rx', 'plain', 'a=b', undefined, -5];
  expect(spreadsheetCsv([cells])).toBe(`\ufeff'=1+1,'+1,'-1,'@x,'\tx,"'\rx",plain,a=b,,-5\r\n`);
});

test('full-width signs and a line feed in front make no formula either', () => {
  expect(spreadsheetCsv([['＝1+1', '＋1', '－1', '＠x', '\n=1+1', 'a＝b']])).toBe(
    `\ufeff'＝1+1,'＋1,'－1,'＠x,"'\n=1+1",a＝b\r\n`,
  );
});

test('quotes, commas and line breaks stay in their cell', () => {
  expect(spreadsheetCsv([['a "b"', 'c, d', 'e\nf']])).toBe('\ufeff"a ""b""","c, d","e\nf"\r\n');
});
