import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { configurationDoc } from '../../infra/config.ts';
import { configurationReference } from '../../infra/print-configuration.ts';

test('the configuration reference says what the schema says', () => {
  expect(readFileSync(configurationDoc, 'utf8')).toBe(configurationReference());
});
