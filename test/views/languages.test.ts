import { describe, expect, test } from 'vitest';
import { languageOf, zoneOf } from '../../domain/index.ts';
import { momentInWords } from '../../views/dates.ts';
import { changeRows } from '../../views/models/change-rows.ts';
import { plural } from '../../views/words/plural.ts';
import { LANGUAGES, type Words, wordsFor, wordsIn } from '../../views/words.ts';
import { dcDraft } from '../support/plans.ts';
import { Scenario } from '../support/scenario.ts';
import { sent } from './mailed.ts';
import { contextOf } from './sample.ts';

type Leaf = [path: string, value: unknown];

/** Every word of a language by where it stands. */
const leavesOf = (value: unknown, path = ''): Leaf[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, entry]) => leavesOf(entry, path ? `${path}.${key}` : key))
    : [[path, value]];

const en = wordsIn('en');
const kindsOf = (words: Words): Record<string, string> =>
  Object.fromEntries(leavesOf(words).map(([path, value]) => [path, typeof value]));

const arity = (value: unknown): number => (typeof value === 'function' ? value.length : 0);

/** A sentence with stand-ins for what is handed in: a function of words says something for any names and counts. */
const saidBy = (value: unknown): string => {
  if (typeof value !== 'function') return String(value);
  try {
    return String(value(...Array.from({ length: value.length }, (_, at) => `‹${at}›`)));
  } catch {
    return '';
  }
};

/** What is said alike in both languages. */
const ALIKE = ['No', 'Plan', 'Error:', 'Error: ', 'ltr', '‹0› (‹1› UTC)'];

const hasWords = (said: string): boolean => /\p{L}{2,}/u.test(said.replaceAll(/‹\d+›/g, ''));

describe.each(LANGUAGES.filter((language) => language !== 'en'))('in %s', (language) => {
  const words = wordsIn(language);

  test('every word is there, and of the same kind', () => {
    expect(kindsOf(words)).toEqual(kindsOf(en));
  });

  test('no sentence waits for more than it is given', () => {
    const given = new Map(leavesOf(en));
    const short = leavesOf(words).filter(([path, value]) => arity(value) > arity(given.get(path)));
    expect(short).toEqual([]);
  });

  test('nothing is left in English', () => {
    const english = new Map(leavesOf(en));
    const alike = leavesOf(words)
      .filter(([path, value]) => saidBy(value) === saidBy(english.get(path)))
      .filter(([, value]) => hasWords(saidBy(value)) && !ALIKE.includes(saidBy(value)))
      .map(([path]) => path);
    expect(alike).toEqual([]);
  });

  test('it says what language it is, for screen readers and for dates', () => {
    expect(words.lang).toBe(language);
    expect(words.locale.split('-')[0]).toBe(language);
  });
});

test('somebody reads the language and the zone they were given, and others what everybody else does', () => {
  const [first, ...others] = dcDraft().participants;
  if (!first) throw new Error('The sample has people.');
  const spanish = { ...first, language: 'es' as const, timeZone: 'America/Puerto_Rico' };
  const plan = Scenario.launched(dcDraft({ participants: [spanish, ...others] })).require();
  expect(languageOf(plan, first.id, 'en')).toBe('es');
  expect(wordsFor(plan, first.id, 'en')).toBe(wordsIn('es'));
  expect(languageOf(plan, 'supervisor', 'en')).toBe('en');
  expect(languageOf(plan, 'supervisor', 'es')).toBe('es');
  expect(zoneOf(plan, first.id)).toBe('America/Puerto_Rico');
  expect(zoneOf(plan, 'supervisor')).toBe(plan.timeZone);
});

test('whoever has left is written to as before', () => {
  const plan = Scenario.launched().require();
  const gone = {
    id: 'gone',
    role: 'hr' as const,
    name: 'Ana',
    email: 'ana@agency.example',
    language: 'es' as const,
  };
  expect(languageOf({ ...plan, former: [gone] }, 'gone', 'en')).toBe('es');
});

test.each([
  ['en', 1, 'one day'],
  ['en', 2, 'days'],
  ['en', 0, 'days'],
  ['es', 1, 'one day'],
  ['es', 1_000_000, 'days'],
])('in %s, %d takes its own form', (locale, count, said) => {
  expect(plural(locale, count, { one: 'one day', other: 'days' })).toBe(said);
});

test('a language with more forms than two gets each of them', () => {
  const forms = { one: 'dzień', few: 'dni', many: 'dni (many)', other: 'dnia' };
  expect([1, 2, 5, 1.5].map((count) => plural('pl', count, forms))).toEqual([
    ...['dzień', 'dni', 'dni (many)', 'dnia'],
  ]);
});

test('what somebody reads in is their own affair: no list of changes tells it', () => {
  const [employee, ...others] = dcDraft().participants;
  if (!employee) throw new Error('The sample has people.');
  const scenario = Scenario.launched().until('2026-12-02T15:00:00Z');
  const reads = { ...employee, language: 'es' as const, timeZone: 'America/Chicago' };
  scenario.when({ type: 'AmendPlan', reason: 'Asked for.', changes: { participants: [reads, ...others] } });
  const plan = scenario.require();
  const changes = plan.versions.at(-1)?.changes ?? [];
  expect(changes.map(({ field }) => field.split('/').at(-1))).toEqual(['language', 'timeZone']);
  expect(changeRows(changes, contextOf(plan, 'supervisor'))).toEqual([]);
});

test('a mail is in the words and the zone of whoever gets it', () => {
  const [employee, ...others] = dcDraft().participants;
  if (!employee) throw new Error('The sample has people.');
  const reads = { ...employee, timeZone: 'America/Los_Angeles' };
  const plan = Scenario.launched(dcDraft({ participants: [reads, ...others] }))
    .until('2026-12-01T15:00:00Z')
    .require();
  const dueAt = plan.requests.acknowledgement?.dueAt ?? '';
  const mailTo = (to: string) =>
    sent(
      { kind: 'mail', key: 'k', template: 'request-opened', to, requestId: 'acknowledgement' },
      plan,
      plan.updatedAt,
      wordsIn('es'),
    ).mail;
  const [hers, theirs] = [mailTo('employee'), mailTo('supervisor')];
  expect(hers.text).toContain(momentInWords(dueAt, 'America/Los_Angeles', 'es-US'));
  expect(theirs.text).toContain(momentInWords(dueAt, plan.timeZone, 'es-US'));
  expect(hers.html).toContain('lang="es"');
});
