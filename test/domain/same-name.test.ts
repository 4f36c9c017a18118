import { describe, expect, test } from 'vitest';
import { sameName } from '../../domain/same-name.ts';

describe('two names', () => {
  test.each([
    ['Lucía Fernández Ortega', 'lucia fernandez ortega'],
    ['Luci\u0301a Fernández-Ortega', 'LUCÍA  FERNANDEZ ORTEGA'],
    ['Sean O’Neil, Jr.', "Sean O'Neil Jr"],
    ['Ｊｏｒｄａｎ Reyes', 'Jordan\u00a0Reyes'],
    ['Nguyễn Thị Ánh', 'nguyen thi anh'],
    ['—', ' — '],
  ])('%s and %s are one', (a, b) => {
    expect(sameName(a, b)).toBe(true);
    expect(sameName(b, a)).toBe(true);
  });

  test.each([
    ['Lucía Fernández', 'Lucía Fernández Ortega'],
    ['J. R.', 'Jordan Reyes'],
    ['—', '…'],
    ['', 'Jordan Reyes'],
    // Vowel signs are no accents.
    ['नीता', 'नता'],
  ])('%s and %s are two', (a, b) => {
    expect(sameName(a, b)).toBe(false);
    expect(sameName(b, a)).toBe(false);
  });
});
