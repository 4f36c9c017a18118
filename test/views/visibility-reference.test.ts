import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { visibilityReference } from '../../views/print-visibility.ts';

test('the reference of who sees what says what the pages ask', () => {
  expect(readFileSync('docs/reference/visibility.md', 'utf8')).toBe(visibilityReference());
});
