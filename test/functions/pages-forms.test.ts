import { describe, expect, test } from 'vitest';
import { type Parsed, parseForm } from '../../functions/pages/forms.ts';
import { checkingIn, contextOf, deciding, launched, requestOf } from '../views/sample.ts';

const MAX = 4000;

function parser(kind: 'acknowledgement' | 'check-in' | 'decision') {
  const plan = { acknowledgement: launched, 'check-in': checkingIn, decision: () => deciding().require() }[
    kind
  ]();
  const request = requestOf(plan, kind === 'check-in' ? 'check-in-2026-12-18' : kind);
  return (fields: Record<string, string> | [string, string][]): Parsed =>
    parseForm(new URLSearchParams([...new URLSearchParams(fields), ['ticket', 't']]), {
      request,
      ...contextOf(plan, 'employee'),
    });
}

/** The names of the fields that are wrong, in the order they are said. */
const wrong = (parsed: Parsed): string[] | undefined =>
  'errors' in parsed ? parsed.errors.map(({ field }) => field) : undefined;

describe('an acknowledgement', () => {
  const parse = parser('acknowledgement');

  test('is what was chosen and typed, trimmed, without what was left empty', () => {
    expect(
      parse({ choice: 'decline', typedName: '  Jordan\n Reyes ', reason: ' Not fair. ', comment: ' ' }),
    ).toEqual({
      answer: { kind: 'acknowledgement', choice: 'decline', typedName: 'Jordan Reyes', reason: 'Not fair.' },
    });
  });

  test.each([
    ['an empty form', {}, ['choice', 'typedName']],
    ['an answer that is not offered', { choice: 'agree', typedName: 'J' }, ['choice']],
    ['a name of spaces', { choice: 'sign', typedName: ' \t ' }, ['typedName']],
    ['a name that is too long', { choice: 'sign', typedName: 'J'.repeat(201) }, ['typedName']],
    [
      'a comment that is too long',
      { choice: 'sign', typedName: 'J', comment: 'x'.repeat(MAX + 1) },
      ['comment'],
    ],
    ['a field of another form', { choice: 'sign', typedName: 'J', outcome: 'met' }, ['']],
    ['a field named like what every object has', { choice: 'sign', typedName: 'J', constructor: '1' }, ['']],
    [
      'everything at once',
      { choice: 'x', comment: 'x'.repeat(MAX + 1), y: '' },
      ['choice', 'comment', 'typedName', ''],
    ],
  ])('refuses %s', (_, fields, fieldsAtFault) => expect(wrong(parse(fields))).toEqual(fieldsAtFault));

  test('refuses the same field twice', () => {
    const fields: [string, string][] = [
      ['choice', 'sign'],
      ['choice', 'decline'],
      ['typedName', 'J'],
    ];
    expect(wrong(parse(fields))).toEqual(['choice']);
  });

  test('takes the longest text, counting a line break as one', () => {
    const comment = `${'x'.repeat(MAX - 2)}\r\ny`;
    expect(parse({ choice: 'sign', typedName: 'J', comment })).toMatchObject({
      answer: { comment: `${'x'.repeat(MAX - 2)}\ny` },
    });
  });

  test('drops control characters, keeps every script', () => {
    expect(parse({ choice: 'sign', typedName: 'Żaneta 张\u0000\u001b[31m' })).toMatchObject({
      answer: { typedName: 'Żaneta 张[31m' },
    });
  });
});

describe('a check-in', () => {
  const parse = parser('check-in');
  const rated = {
    'progress-accuracy': 'below',
    'progress-timeliness': 'near',
    'progress-communication': 'reached',
  };

  test('holds the meeting and each item with its note', () => {
    expect(parse({ meeting: 'not_held', ...rated, 'note-accuracy': 'n', comment: 'c' })).toEqual({
      answer: {
        kind: 'check_in',
        meeting: 'not_held',
        items: [
          { item: 'accuracy', progress: 'below', note: 'n' },
          { item: 'timeliness', progress: 'near' },
          { item: 'communication', progress: 'reached' },
        ],
        comment: 'c',
      },
    });
  });

  test.each([
    ['an empty form', {}, ['meeting', 'progress-accuracy', 'progress-timeliness', 'progress-communication']],
    ['an item left out', { ...rated, meeting: 'held', 'progress-timeliness': '' }, ['progress-timeliness']],
    [
      'a rating that is not offered',
      { ...rated, meeting: 'held', 'progress-accuracy': '5' },
      ['progress-accuracy'],
    ],
    ['an item it does not ask about', { ...rated, meeting: 'held', 'progress-other': 'near' }, ['']],
    [
      'a note that is too long',
      { ...rated, meeting: 'held', 'note-accuracy': 'x'.repeat(MAX + 1) },
      ['note-accuracy'],
    ],
  ])('refuses %s', (_, fields, fieldsAtFault) => expect(wrong(parse(fields))).toEqual(fieldsAtFault));
});

describe('a decision', () => {
  const parse = parser('decision');

  test('holds everything that was filled in', () => {
    expect(
      parse({
        outcome: 'remove',
        'reason-accuracy': 'a',
        'reason-timeliness': 'b',
        'reason-communication': '',
        summary: 's',
        extendTo: '',
        absenceReason: 'away',
        servesAsNotice: 'yes',
        typedName: 'Morgan Ellis',
      }),
    ).toEqual({
      answer: {
        kind: 'decision',
        outcome: 'remove',
        typedName: 'Morgan Ellis',
        reasons: [
          { item: 'accuracy', reason: 'a' },
          { item: 'timeliness', reason: 'b' },
        ],
        summary: 's',
        absenceReason: 'away',
        servesAsNotice: true,
      },
    });
  });

  test.each([
    ['an empty form', {}, ['outcome', 'typedName']],
    ['an outcome the rules do not know', { outcome: 'promote', typedName: 'M' }, ['outcome']],
    [
      'a box ticked with something else',
      { outcome: 'met', typedName: 'M', servesAsNotice: 'on' },
      ['servesAsNotice'],
    ],
  ])('refuses %s', (_, fields, fieldsAtFault) => expect(wrong(parse(fields))).toEqual(fieldsAtFault));
});
