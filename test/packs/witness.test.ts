import { describe, expect, test } from 'vitest';
import { ruleLibrary } from '../../adapters/packs.ts';
import { rows } from './witness/rows.ts';

/** No rule is only written down: taking any one of them away changes what becomes of a plan. */
describe.each(
  ruleLibrary()
    .list()
    .map(({ id }) => id),
)('every rule of %s is kept', (id) => {
  const all = rows(id);

  test('something looks at each of its settings', () => {
    expect(all.filter(({ kept }) => kept === undefined).map(({ setting }) => setting)).toEqual([]);
  });

  test('and sees another thing when the setting is taken away', () => {
    expect(all.filter(({ kept }) => kept === false).map(({ setting }) => setting)).toEqual([]);
  });

  test('each cited rule is behind at least one of them', () => {
    const pack = ruleLibrary().pack(id);
    const used = new Set(all.map(({ rule }) => rule));
    expect(pack?.rules.filter(({ id }) => !used.has(id)).map(({ id }) => id)).toEqual([]);
  });
});
