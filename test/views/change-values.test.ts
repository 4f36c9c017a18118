import { expect, test } from 'vitest';
import type { Change } from '../../domain/index.ts';
import { changeRows } from '../../views/models/change-rows.ts';
import { thingInWords } from '../../views/models/change-values.ts';
import { type Language, wordsIn } from '../../views/words.ts';
import { contextOf, launched } from './sample.ts';

const change = (field: string, before: string | null, after: string | null): Change => ({
  field,
  before,
  after,
});

/** What is wholly new or gone, as the record of a change says it. */
const CHANGES = [
  change('/items/accuracy/checkIns/2027-01-11', null, 'benchmark 88.5'),
  change('/items/accuracy/measure', null, 'Returned files, from 30 to 10 percent'),
  change('/items/accuracy/support/0', null, 'A course (training), from Sam Ortiz, due 2026-12-18'),
  change('/items/accuracy', null, 'Deficiency: Late: often. | Check-ins: 2027-01-11 88'),
  change('/followUps/2026-12-23/coaching', null, 'coaching | benchmark 88'),
  change('/followUps/2026-12-23/coaching/agenda', null, 'coaching'),
];

const said = (language: Language): (string | undefined)[] =>
  changeRows(CHANGES, { ...contextOf(launched(), 'employee'), words: wordsIn(language) }).map(
    ([, , after]) => after,
  );

test('what is new is said in the words of the page, around those of the plan', () => {
  expect(said('en')).toEqual([
    'expected by then: 88.5',
    'Returned files: from 30 percent down to 10 percent',
    'Training: A course. Provided by Sam Ortiz by Friday, December 18, 2026.',
    'Deficiency: Late: often. | Check-in: Monday, January 11, 2027 88',
    'Coaching session | benchmark 88',
    'coaching',
  ]);
});

test('also where that is Spanish', () => {
  expect(said('es')).toEqual([
    'meta parcial: 88.5',
    'Returned files: bajar de 30 percent a 10 percent',
    'Capacitación: A course. A cargo de Sam Ortiz, a más tardar el viernes 18 de diciembre de 2026.',
    'Aspecto por mejorar: Late: often. | Reunión de seguimiento: lunes 11 de enero de 2027 88',
    'Sesión de orientación | benchmark 88',
    'coaching',
  ]);
});

test('a step says in the reader’s words by when, by whom and what comes of it', () => {
  const step = 'Visit two offices, due 2027-01-15, by Dana Whitfield, outcome: A short report';
  const said = thingInWords(step, 'actions', wordsIn('es'));
  expect(said).toContain('15 de enero de 2027');
  expect(said).not.toMatch(/\bdue\b|\bby\b|outcome/);
  expect(said).toContain('A short report');
});
