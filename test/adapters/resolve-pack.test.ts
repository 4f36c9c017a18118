import { expect, test } from 'vitest';
import { publishedFiles } from '../../adapters/packs.ts';
import { BadBase, type PackFile, resolvePack } from '../../adapters/resolve-pack.ts';

const general = publishedFiles().find((file) => file.id === 'general') as PackFile;
const named = (id: string, more: Partial<PackFile> = {}): PackFile => ({
  ...{ id, version: '1', title: id, calendar: 'us-dc' },
  effective: { is: { from: '2026-01-01', until: null }, rule: 'P-ACME' },
  rules: [{ id: 'P-ACME', says: 'Ours.', citation: 'Handbook', verification: 'verified' }],
  ...more,
});
const resolve = (file: PackFile, ...others: PackFile[]) => resolvePack(file, [general, file, ...others]);

test('a pack that extends none is taken as it is', () => {
  expect(resolve(general)).toEqual(general);
});

test('what a pack does not say is said by the pack it extends; its name, calendar and dates are its own', () => {
  const { id, version, title, calendar, effective, rules, ...rest } = resolve(
    named('acme', { extends: 'general@1', $schema: '../pack.schema.json' }),
  );
  expect({ id, version, title, calendar, effective }).toEqual({
    ...{ id: 'acme', version: '1', title: 'acme', calendar: 'us-dc' },
    effective: { is: { from: '2026-01-01', until: null }, rule: 'P-ACME' },
  });
  const {
    id: _,
    version: __,
    title: ___,
    calendar: ____,
    effective: _____,
    rules: theirs,
    ...base
  } = general;
  expect(rest).toEqual(base);
  expect(rules.map((rule) => rule.id)).toEqual([
    'P-ACME',
    ...(theirs ?? []).map((rule) => rule.id).filter((rule) => rule !== 'P-ALWAYS'),
  ]);
});

test('a setting is replaced whole, and the settings beside it stay', () => {
  const pack = resolve(
    named('acme', {
      extends: 'general@1',
      participants: { is: { employee: { min: 1, max: 1 } }, rule: 'P-ACME' },
      duration: { maxDays: { is: 60, rule: 'P-ACME' } },
    }),
  );
  expect(pack.participants).toEqual({ is: { employee: { min: 1, max: 1 } }, rule: 'P-ACME' });
  expect(pack.duration).toEqual({ ...general.duration, maxDays: { is: 60, rule: 'P-ACME' } });
});

test('what is shown is replaced whole, and a rule nothing comes from any more is left behind', () => {
  const pack = resolve(named('acme', { extends: 'general@1', shown: [{ is: 'decision', rule: 'P-ACME' }] }));
  expect(pack.shown).toEqual([{ is: 'decision', rule: 'P-ACME' }]);
  expect(pack.rules.map((rule) => rule.id)).not.toContain('H3');
  expect(general.shown).toContainEqual({ is: 'plan', rule: 'H3' });
});

test('a rule of the same id is the extending pack’s', () => {
  const coaching = {
    ...{ id: 'P-COACHING', says: 'Coach first.', citation: 'Handbook 3' },
    verification: 'verified' as const,
  };
  const pack = resolve(named('acme', { extends: 'general@1', rules: [coaching] }));
  expect(pack.rules.filter((rule) => rule.id === 'P-COACHING')).toEqual([coaching]);
});

test('a pack can extend one that extends another', () => {
  const acme = named('acme', {
    extends: 'general@1',
    duration: { maxDays: { is: 60, rule: 'P-ACME' } },
    retention: { is: { years: 7 }, rule: 'P-ACME' },
  });
  const shop = named('acme-shop', {
    extends: 'acme@1',
    rules: [{ id: 'P-SHOP', says: 'The shop’s.', citation: 'Handbook', verification: 'verified' }],
    effective: { is: { from: null, until: null }, rule: 'P-SHOP' },
    duration: { maxDays: { is: 45, rule: 'P-SHOP' } },
  });
  const pack = resolve(shop, acme);
  expect([pack.duration.maxDays, pack.retention, pack.triage]).toEqual([
    { is: 45, rule: 'P-SHOP' },
    { is: { years: 7 }, rule: 'P-ACME' },
    general.triage,
  ]);
  expect(pack.rules.slice(0, 2).map((rule) => rule.id)).toEqual(['P-SHOP', 'P-ACME']);
});

test('resolving changes no file', () => {
  const before = structuredClone(general);
  resolve(named('acme', { extends: 'general@1', duration: { maxDays: { is: 60, rule: 'P-ACME' } } }));
  expect(general).toEqual(before);
});

const refusal = (run: () => unknown): BadBase => {
  try {
    run();
  } catch (error) {
    if (error instanceof BadBase) return error;
    throw error;
  }
  throw new Error('The pack was resolved.');
};

test('a base that is not there is refused, with those there are', () => {
  expect(refusal(() => resolve(named('acme', { extends: 'general@2' })))).toMatchObject({
    code: 'unknown_base_pack',
    message: 'there is no pack "general@2"',
    allowed: 'one of general@1',
  });
});

test('packs that extend each other in a circle are refused, and the circle is named', () => {
  const a = named('a', { extends: 'b@1' });
  expect(refusal(() => resolve(a, named('b', { extends: 'a@1' })))).toMatchObject({
    code: 'circular_packs',
    message: 'packs extend each other in a circle: a@1 extends b@1 extends a@1',
    allowed: 'one of general@1',
  });
});
