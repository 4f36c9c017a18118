import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTagValue, tagValue } from '../../adapters/tag-value.ts';

test('an outbox key stays readable', () => {
  expect(tagValue('000004-mail-employee')).toBe('000004-mail-employee');
  expect(tagValue('000004-mail-a_b')).toBe('000004-mail-a_005fb');
});

test('a text whose spelling just fits is kept whole', () => {
  const longest = `${'a'.repeat(251)}_`;
  expect(tagValue(longest)).toHaveLength(256);
  expect(readTagValue(tagValue(longest))).toBe(longest);
});

test('of a longer one, the beginning is kept and the rest told apart by a hash', () => {
  const tooLong = (end: string) => `000004-mail-${'a'.repeat(240)}${end}`;
  const value = tagValue(tooLong('_'));
  expect(value).toMatch(/^000004-mail-a{178}__[0-9a-f]{64}$/);
  expect(value).toHaveLength(256);
  expect(tagValue(tooLong('_'))).toBe(value);
  expect(tagValue(tooLong('.'))).not.toBe(value);
  expect(readTagValue(value)).toBeUndefined();
});

test('no text at all is too long for SES', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 52, maxLength: 2_000 }), (text) => {
      expect(tagValue(text)).toMatch(/^[A-Za-z0-9_-]{1,256}$/);
      expect([text, undefined]).toContain(readTagValue(tagValue(text)));
    }),
  );
});

test('any text goes through SES and comes back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 25 }), (text) => {
      expect(tagValue(text)).toMatch(/^[A-Za-z0-9_-]*$/);
      expect(readTagValue(tagValue(text))).toBe(text);
    }),
  );
});
