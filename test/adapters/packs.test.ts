import { globSync } from 'node:fs';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { byIdThenAge, ruleLibrary } from '../../adapters/packs.ts';
import type { RulePack } from '../../domain/pack.ts';

const library = ruleLibrary();

test('the library holds every pack and calendar of the room, and no other', () => {
  const files = globSync('packs/*/*.json');
  const calendars = files.filter((file) => file.startsWith('packs/calendars/'));
  const texts = files.filter((file) => file.endsWith('.es.json'));
  // Nobody is offered the canary's rules, and nobody reads them on a page.
  const packs = files.filter(
    (file) => !calendars.includes(file) && !texts.includes(file) && !file.startsWith('packs/canary/'),
  );
  expect(texts.map((file) => file.replace('.es.json', '.json')).sort()).toEqual(packs.sort());
  expect(library.list().map((pack) => `packs/${pack.id}/${pack.version}.json`)).toEqual(packs.sort());
  expect(library.calendars().map((calendar) => `packs/calendars/${calendar.id}.json`)).toEqual(
    calendars.sort(),
  );
  for (const calendar of library.calendars()) expect(library.calendar(calendar.id)).toBe(calendar);
});

test('a pack is found by its id, or by its id and version', () => {
  expect(library.pack('us-dc-6b1410')).toMatchObject({ id: 'us-dc-6b1410', version: '2024-12' });
  expect(library.pack('us-dc-6b1410@2024-12')).toBe(library.pack('us-dc-6b1410'));
});

test.each(['us-dc-6b1410@2017', 'us-dc', '', '@', 'constructor', '__proto__'])(
  'there is no pack "%s"',
  (ref) => {
    expect(library.pack(ref)).toBeUndefined();
    expect(library.calendar(ref === 'us-dc' ? 'constructor' : ref)).toBeUndefined();
  },
);

test('versions stand in the order they took effect, and then as people count', () => {
  const version = (number: string, from: string | null) =>
    ({
      ...library.pack('general'),
      version: number,
      effective: { is: { from, until: null }, rule: 'P' },
    }) as RulePack;
  const packs = [version('10', null), version('2', null), version('1', '2026-01-01')];
  expect(packs.sort(byIdThenAge).map((pack) => pack.version)).toEqual(['2', '10', '1']);
});

test('what a caller does with the list does not change the library', () => {
  library.list().pop();
  expect(library.list()).toHaveLength(11);
});

test('an organisation’s packs stand beside the published ones, and an id names the version that takes effect last', () => {
  const own = {
    ...{ id: 'us-co-state', version: '2027-01', title: 'Colorado, our way', extends: 'us-co-state@2024-05' },
    ...{ calendar: 'us-federal', effective: { is: { from: '2027-01-01', until: null }, rule: 'P-OURS' } },
    rules: [{ id: 'P-OURS', says: 'Ours.', citation: 'Handbook', verification: 'verified' as const }],
  };
  const ours = ruleLibrary([own]);
  expect(ours.list()).toHaveLength(12);
  expect(ours.pack('us-co-state')?.version).toBe('2027-01');
  expect(ours.pack('us-co-state')?.followUps).toEqual(library.pack('us-co-state')?.followUps);
  expect(ours.pack('us-co-state@2024-05')).toEqual(library.pack('us-co-state'));
});

test('a bundle of the packs holds no zod: only whoever checks packs needs it', async () => {
  const { metafile } = await build({
    ...{ entryPoints: ['adapters/packs.ts'], bundle: true, write: false, metafile: true },
    ...{ format: 'esm', platform: 'node', logLevel: 'silent' },
  });
  const inputs = Object.keys(metafile.inputs);
  expect(inputs).toContain('adapters/resolve-pack.ts');
  expect(inputs.filter((file) => file.includes('node_modules'))).toEqual([]);
});
