import { expect, test } from 'vitest';
import { seenBy } from '../../views/models/seen-by.ts';
import { wordsIn } from '../../views/words.ts';
import * as lived from './lived.ts';
import { contextOf, deciding, requestOf } from './sample.ts';

const said = (scenario: typeof plan, id: string, reader: string, language: 'en' | 'es' = 'en'): string =>
  seenBy(requestOf(scenario, id), { ...contextOf(scenario, reader), words: wordsIn(language) });
const plan = lived.everything().require();
const RECORD = 'It becomes part of the plan’s record.';

test('the reader comes first, and whoever has to decide in the issuer’s place last', () => {
  expect(said(plan, lived.CHECK_IN, 'employee')).toMatch(
    new RegExp(`^You, .*; and whoever decides if Dana Whitfield does not\\. ${RECORD}$`),
  );
  expect(said(plan, lived.CHECK_IN, 'supervisor')).toMatch(/^You, .*; and whoever decides if you do not\./);
  expect(said(plan, lived.CHECK_IN, 'employee', 'es')).toMatch(
    /^Usted, .*; y quien decida en lugar de Dana Whitfield\./,
  );
  expect(said(plan, lived.CHECK_IN, 'supervisor', 'es')).toMatch(/; y quien decida en su lugar\./);
});

test('of a decision, nobody else decides once it is made', () => {
  expect(said(deciding().require(), 'decision', 'supervisor')).toMatch(
    new RegExp(`^You, [^;]*\\. ${RECORD}$`),
  );
});

test('what an answer about a missed check-in is based on is for Human Resources', () => {
  const id = Object.keys(plan.requests).find((each) => each.startsWith('attribution')) ?? '';
  expect(said(plan, id, 'hr')).toMatch(/What you base it on is shown to Human Resources only\.$/);
});

test('of a proposed decision, a reason to send it back is not for everybody', () => {
  const proposed = lived.proposed().require();
  const { id } = Object.values(proposed.requests).find(({ kind }) => kind === 'approval') ?? { id: '' };
  const words = said(proposed, id, 'reviewer');
  expect(words).toMatch(
    /^If you confirm: everybody who gets the decision\. If you send it back, your reason: You, /,
  );
  expect(words).not.toContain('Jordan Reyes');
});

test.each([
  ['en', 'Pages show the answers only in sum', 'The sealed record holds each answer with the name'],
  ['es', 'Las páginas muestran las respuestas solo en conjunto', 'contiene cada respuesta con el nombre'],
] as const)(
  'a survey promises what is kept: pages show sums, the sealed record each answer (%s)',
  (language, pages, record) => {
    const { id } = Object.values(plan.requests).find(({ kind }) => kind === 'survey') ?? { id: '' };
    const words = said(plan, id, 'five', language);
    expect(words).toContain(pages);
    expect(words).toContain(record);
    expect(words).not.toMatch(/nobody sees|nadie ve/i);
  },
);
