import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ruleLibrary } from '../../adapters/packs.ts';
import { type PackFile, resolvePack } from '../../adapters/resolve-pack.ts';
import { LANGUAGES } from '../../domain/draft.ts';
import type { RulePack } from '../../domain/pack.ts';
import { flat, packIn, textsOfPack, untranslated } from '../../domain/pack-texts.ts';
import { acmePack } from '../support/acme-pack.ts';

const library = ruleLibrary();
const others = LANGUAGES.filter((language) => language !== 'en');
const packOf = (id: string) => library.pack(id) as RulePack;
const general = packOf('general');

describe.each(others)('in %s', (language) => {
  test.each(library.list().map((pack) => [pack.id, pack] as const))('%s says every text', (_, pack) => {
    expect(untranslated(pack, language)).toEqual([]);
  });

  test.each(library.list().map((pack) => [pack.id, pack] as const))(
    '%s has a file of the texts that are its own, and no other',
    (_, pack) => {
      const file = JSON.parse(readFileSync(`packs/${pack.id}/${pack.version}.${language}.json`, 'utf8'));
      const below = pack.id === 'general' ? new Map<string, string>() : textsOfPack(general);
      const own = [...textsOfPack(pack)].filter(([key, text]) => below.get(key) !== text).map(([key]) => key);
      expect([...flat(file).keys()].sort()).toEqual(own.sort());
    },
  );

  test.each(library.list().map((pack) => [pack.id, pack] as const))(
    '%s reads otherwise, and rules the same',
    (_, pack) => {
      const translated = packIn(pack, language);
      const [were, are] = [textsOfPack(pack), textsOfPack(translated)];
      expect([...are.keys()]).toEqual([...were.keys()]);
      expect([...are].filter(([key, text]) => text === were.get(key))).toEqual([]);
      expect(withoutTexts(translated)).toEqual(withoutTexts(pack));
    },
  );
});

/** The pack as its rules have it, with every text that people read taken out. */
const withoutTexts = ({ translations: _, ...pack }: RulePack): unknown => {
  const texts = new Set(textsOfPack(pack as RulePack).values());
  return JSON.parse(JSON.stringify(pack), (_, value) =>
    typeof value === 'string' && texts.has(value) ? '' : value,
  );
};

test('a pack is read in its own language as it is', () => {
  expect(packIn(general, 'en')).toBe(general);
  expect(packIn(general, 'es')).toBe(packIn(general, 'es'));
});

const acme = (changes: object): RulePack => resolvePack(acmePack(changes) as PackFile, [general]);

test('words of the base stay for what a pack leaves as it is, and go with what it says in other words', () => {
  const consequence = { is: 'Ours.', rule: 'P-HANDBOOK' };
  const ours = acme({ decision: { consequence } });
  expect(untranslated(ours, 'es')).toEqual(['consequence']);
  const { acknowledgement, decision } = packIn(ours, 'es');
  expect(acknowledgement.meaning.is).toBe(packIn(general, 'es').acknowledgement.meaning.is);
  expect(decision.consequence.is).toBe('Ours.');
  const said = acme({ decision: { consequence }, translations: { es: { consequence: 'La nuestra.' } } });
  expect(packIn(said, 'es').decision.consequence.is).toBe('La nuestra.');
  expect(untranslated(said, 'es')).toEqual([]);
});
