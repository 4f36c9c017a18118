import { expect, test } from 'vitest';
import { languageAsked } from '../../functions/pages/language-asked.ts';

test.each([
  ['es', 'es'],
  ['es-MX,es;q=0.9,en;q=0.8', 'es'],
  ['en-US,en;q=0.9,es;q=0.5', 'en'],
  ['fr-FR,fr;q=0.9,es;q=0.4,en;q=0.3', 'es'],
  ['en;q=0.2, ES-419 ; q=0.7', 'es'],
  ['en,es', 'en'],
  ['es;q=0,en;q=0.1', 'en'],
  ['de,fr;q=0.5', undefined],
  ['*', undefined],
  ['es;q=nonsense', undefined],
  ['', undefined],
  [undefined, undefined],
])('of "%s" the best language there is is %s', (header, language) => {
  expect(languageAsked(header)).toBe(language);
});
