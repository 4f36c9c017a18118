import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { COLUMNS, REQUIRED } from '../../adapters/plan-csv/columns.ts';
import { plansIn } from '../../adapters/plan-files.ts';
import { MOST_FILE_BYTES } from '../../functions/admin/import/file-in.ts';
import { templateCsv } from '../../functions/admin/import/template.ts';
import { MOST_PLANS, MOST_SLICE_BYTES, MOST_SLICES, PART_BYTES } from '../../functions/jobs/limits.ts';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const reference = read('docs/reference/import.md');

test('the reference names every column, and marks those that must be there', () => {
  const lines = reference.split('\n').filter((line) => line.startsWith('| `'));
  for (const column of COLUMNS.filter(
    (name) => !/^(reviewer|hr|agencyHead|mentor|representative|assessor)Email$/.test(name),
  )) {
    expect([column, lines.some((line) => line.includes(`\`${column}\``))]).toEqual([column, true]);
  }
  for (const column of REQUIRED) expect(reference).toContain(`\`${column}\` *`);
});

test('it says the limits there are', () => {
  for (const limit of [MOST_PLANS, MOST_SLICE_BYTES, PART_BYTES]) {
    expect(reference).toContain(limit.toLocaleString('en'));
  }
  expect(reference).toContain(`| ${MOST_SLICES}, of`);
  expect(reference).toContain(`| ${MOST_FILE_BYTES / 1_000_000} MB |`);
});

test('the example file is the template, and the file in the reference can be read', async () => {
  expect(read('examples/import.csv')).toBe(templateCsv());
  const [, example = ''] = /```csv\n([^`]+)```/.exec(reference) ?? [];
  const plans = [];
  for await (const plan of plansIn(
    'csv',
    (async function* () {
      yield example;
    })(),
  ))
    plans.push(plan);
  expect(plans.map(({ lines, faults }) => [lines, faults])).toEqual([[[2, 3], []]]);
});
