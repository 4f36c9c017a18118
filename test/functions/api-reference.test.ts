import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ROUTES } from '../../functions/api/routes.ts';

const page = readFileSync(new URL('../../docs/reference/api.md', import.meta.url), 'utf8');

test('the reference lists exactly the routes that are served', () => {
  const listed = [...page.matchAll(/^\| `((?:GET|POST) [^`?]+)/gm)].map(([, route]) => route);
  expect(listed).toEqual(expect.arrayContaining(Object.keys(ROUTES)));
  expect(listed).toHaveLength(Object.keys(ROUTES).length);
});

test('every problem code that a request can meet is explained', () => {
  const sources = [
    'functions/problems.ts',
    'functions/chains.ts',
    'functions/api/read-json.ts',
    'functions/api/respond.ts',
  ];
  const text = sources
    .map((file) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'))
    .join('\n');
  const codes = [
    ...[...text.matchAll(/new Problem\(\s*\d+,\s*'(\w+)'/g)].map(([, code]) => code),
    ...[...text.matchAll(/^ {2}(\w+): \d{3},$/gm)].map(([, code]) => code),
  ];
  expect(codes.length).toBeGreaterThan(10);
  // `not_asked` is for participants' pages only.
  const unexplained = codes.filter((code) => code !== 'not_asked' && !page.includes(`\`${code}\``));
  expect(unexplained).toEqual([]);
});
