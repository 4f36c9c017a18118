import { expect, test } from 'vitest';
import { newLinkId, newPlanId } from '../../adapters/ids.ts';
import { linkKey } from '../../adapters/keys.ts';

test('a plan id is short, plain and never the same', () => {
  const ids = Array.from({ length: 1_000 }, newPlanId);

  expect(new Set(ids).size).toBe(1_000);
  for (const id of ids) expect(id).toMatch(/^pln[a-z2-7]{20}$/);
});

test('ids use all of their alphabet, so that they hold the bits they promise', () => {
  const used = new Set(Array.from({ length: 200 }, newPlanId).flatMap((id) => [...id.slice(3)]));

  expect([...used].sort().join('')).toBe('234567abcdefghijklmnopqrstuvwxyz');
});

test('a link id leads to its plan and to its own row', () => {
  const planId = newPlanId();
  const linkId = newLinkId(planId);

  expect(linkId).toMatch(new RegExp(`^${planId}\\.[a-z2-7]{16}$`));
  expect(linkKey(linkId)).toEqual({ pk: `PLAN#${planId}`, sk: `LINK#${linkId}` });
  expect(newLinkId(planId)).not.toBe(linkId);
});

test.each([
  '',
  'x',
  `${newPlanId()}`,
  `${newPlanId()}.`,
  `${newPlanId()}.UPPERCASE1234567`,
  `#${newLinkId(newPlanId())}`,
])('%j is no link id', (text) => {
  expect(linkKey(text)).toBeUndefined();
});
