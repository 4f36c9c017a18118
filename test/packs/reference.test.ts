import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { faultsOfPack } from '../../adapters/inspect-pack.ts';
import { packJsonSchema } from '../../adapters/pack-schema.ts';
import { ruleLibrary } from '../../adapters/packs.ts';
import { printJson } from '../../adapters/print-json.ts';
import { printPacks } from '../../adapters/print-packs.ts';
import { PlanDraftShape } from '../../functions/api/schema.ts';

interface Schema {
  properties?: Record<string, Schema>;
  items?: Schema;
  oneOf?: Schema[];
  anyOf?: Schema[];
}

test('docs/reference/packs.md says what the packs say (npm run docs writes it)', () => {
  const library = ruleLibrary();
  const page = readFileSync('docs/reference/packs.md', 'utf8');
  expect(page).toBe(printPacks(library.list(), library.calendars()));
});

test('packs/pack.schema.json is the schema that checks pack files (npm run docs writes it)', () => {
  expect(readFileSync('packs/pack.schema.json', 'utf8')).toBe(printJson(packJsonSchema()));
});

test('the pack that docs/how-to/write-a-pack.md writes is sound', () => {
  const page = readFileSync('docs/how-to/write-a-pack.md', 'utf8');
  const [example] = [...page.matchAll(/```json\n(.*?)```/gs)].map((match) => JSON.parse(match[1] ?? ''));
  expect(faultsOfPack(example)).toEqual([]);
  expect(example.id).toBe('acme');
  const [last] = [...page.matchAll(/```json\n(.*?)```/gs)]
    .map((match) => JSON.parse(match[1] ?? ''))
    .slice(-1);
  expect(faultsOfPack(last)).toEqual([]);
  expect(last.extends).toBe('us-dc-6b1410@2024-12');
});

test('docs/reference/plan-file.md describes every field the API takes, and no other', () => {
  const page = readFileSync('docs/reference/plan-file.md', 'utf8');
  const described = [...page.matchAll(/^\| `([^`]+)`/gm)].map((row) => row[1]);
  const fields = fieldsOf(z.toJSONSchema(PlanDraftShape) as Schema, '');
  expect(described.sort()).toEqual([...new Set(fields)].sort());
});

test('every example of docs/reference/plan-file.md is JSON', () => {
  const page = readFileSync('docs/reference/plan-file.md', 'utf8');
  const examples = [...page.matchAll(/\| `([^`]+)` +\|$/gm)].map((row) => JSON.parse(row[1] ?? ''));
  expect(examples).toHaveLength([...page.matchAll(/^\| `/gm)].length);
});

/** Every leaf as the page names it: `items[].checkIns[].date`. */
function fieldsOf(schema: Schema, name: string): string[] {
  const choices = schema.oneOf ?? schema.anyOf ?? [];
  if (choices.length > 0) return choices.flatMap((choice) => fieldsOf(choice, name));
  if (schema.items) return fieldsOf(schema.items, `${name}[]`);
  if (!schema.properties) return [name];
  return Object.entries(schema.properties).flatMap(([key, value]) =>
    fieldsOf(value, name ? `${name}.${key}` : key),
  );
}
