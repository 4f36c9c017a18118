import { expect, test } from 'vitest';
import { newPlanId } from '../../adapters/ids.ts';
import { referenceOf } from '../../views/reference.ts';

test('a reference is short enough to be read on the phone, and always the same', () => {
  expect(referenceOf('plan-1', 'acknowledgement', 'employee')).toBe('GSBB-2JHN');
});

test('it has no letter or digit that is taken for another', () => {
  for (let n = 0; n < 200; n++) {
    expect(referenceOf(newPlanId(), 'decision', 'supervisor')).toMatch(
      /^[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}$/,
    );
  }
});

test('a hundred thousand answers have as many references', () => {
  const references = new Set<string>();
  for (let plan = 0; plan < 1_000; plan++) {
    for (let request = 0; request < 50; request++) {
      for (const person of ['employee', 'supervisor']) {
        references.add(referenceOf(`plan-${plan}`, `check-in-${request}`, person));
      }
    }
  }
  expect(references.size).toBe(100_000);
});

test('what is not the same answer has another reference, wherever the names are cut', () => {
  expect(referenceOf('a', 'b', 'c')).not.toBe(referenceOf('a', 'c', 'b'));
  expect(referenceOf('plan', '1', 'x')).not.toBe(referenceOf('plan', '1x', ''));
});
