import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { configurationDoc, loadConfig } from '../../infra/config.ts';
import { configurationReference } from '../../infra/print-configuration.ts';

test('the configuration reference says what the schema says', () => {
  expect(readFileSync(configurationDoc, 'utf8')).toBe(configurationReference());
});

test('the example in the reference is a configuration that is taken, of production', () => {
  const [, example = ''] = /```json\n(.+?)\n```/s.exec(readFileSync(configurationDoc, 'utf8')) ?? [];
  const file = join(mkdtempSync(join(tmpdir(), 'follow-up-')), 'prod.json');
  writeFileSync(file, example);
  expect(loadConfig(file, 'prod')).toMatchObject(JSON.parse(example));
});
