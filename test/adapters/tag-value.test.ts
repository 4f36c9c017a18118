import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTagValue, tagValue } from '../../adapters/tag-value.ts';

test('an outbox key stays readable', () => {
  expect(tagValue('000004-mail-employee')).toBe('000004-mail-employee');
  expect(tagValue('000004-mail-a_b')).toBe('000004-mail-a_005fb');
});

test('any text goes through SES and comes back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(tagValue(text)).toMatch(/^[A-Za-z0-9_-]*$/);
      expect(readTagValue(tagValue(text))).toBe(text);
    }),
  );
});
