import fc from 'fast-check';
import { expect, test } from 'vitest';
import { searchFor } from '../../domain/lint/words.ts';

const find = searchFor({
  words: ['age', 'sick', 'sick leave', 'pregnan*', "don't care"],
  harmless: ['age of *'],
});

test.each<[string, string[]]>([
  ['Age, AGE and (age)', ['Age', 'AGE', 'age']],
  ['page average stage ageless âge', []],
  ['the age of files, and her age', ['age']],
  ['on sick  leave, then sick', ['sick leave', 'sick']],
  ['pregnant or a pregnancy', ['pregnant', 'pregnancy']],
  ['We don’t care.', ['don’t care']],
  ['sick\nleave', ['sick leave']],
  ['a_age, 1age, agé, age\u0301', []],
])('%j', (text, found) => {
  expect(find(text)).toEqual(found);
});

test('a word is found between anything but letters, digits and marks, and never inside another word', () => {
  const around = fc
    .string({ unit: 'binary', maxLength: 3 })
    .map((text) => text.replace(/[\p{L}\p{M}\p{N}_]/gu, ''));
  const letter = fc.constantFrom('a', 'Z', 'é', 'ß', '7', '_', 'я');
  fc.assert(
    fc.property(around, around, letter, (before, after, inside) => {
      expect(find(`${before} sick ${after}`)).toEqual(['sick']);
      expect(find(`${before}${inside}sick${after}`)).toEqual([]);
      expect(find(`${before}sick${inside}${after}`)).toEqual([]);
    }),
  );
});
