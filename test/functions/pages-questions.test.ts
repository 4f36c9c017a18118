import { parse } from 'node-html-parser';
import { describe, expect, test } from 'vitest';
import type { Answer, RequestKind } from '../../domain/index.ts';
import { RulesBroken } from '../../domain/index.ts';
import { fieldErrors } from '../../functions/pages/form-errors.ts';
import { type FormContext, type Parsed, parseForm } from '../../functions/pages/forms.ts';
import type { PlainKind } from '../../views/models.ts';
import type { Scenario } from '../support/scenario.ts';
import * as lived from '../views/lived.ts';
import { checkIn, question } from '../views/more-pages.ts';
import { contextOf, requestOf } from '../views/sample.ts';

const asked = (): Scenario => lived.lived('2026-12-18T15:00:00Z');

/** The first open question of a kind, as somebody answers it. */
function contextFor(scenario: Scenario, kind: RequestKind, reader: string, id?: string): FormContext {
  const plan = scenario.require();
  const request = Object.values(plan.requests).find(
    (each) => each.kind === kind && each.status === 'open' && (!id || each.id === id),
  );
  if (!request) throw new Error(`No ${kind} is open in the sample.`);
  return { ...contextOf(plan, reader), request };
}

const parsed = (fields: Record<string, string>, context: FormContext): Parsed =>
  parseForm(new URLSearchParams({ ticket: 't', ...fields }), context);

const wrong = (result: Parsed): string[] =>
  'errors' in result ? result.errors.map(({ field }) => field) : [];

/** Every name that can be filled in on a page. */
const namesOn = (html: string): string[] => [
  ...new Set(
    parse(html)
      .querySelectorAll('form [name]')
      .map((control) => control.getAttribute('name') ?? '')
      .filter((name) => name !== 'ticket' && name !== 'do'),
  ),
];

interface Round {
  scenario: () => Scenario;
  reader: string;
  /** Of a check-in. */
  id?: string;
  /** Every field of the page, filled in. */
  full: Record<string, string>;
  answer: Answer;
  /** The fields that are wrong when nothing is filled in. */
  needed: string[];
}

const SCORED = { 'score-1': '4', 'score-2': '1' };

const ROUNDS: Record<string, Round & { kind: RequestKind }> = {
  survey: {
    kind: 'survey',
    scenario: asked,
    reader: 'one',
    full: { ...SCORED, comment: ' Faster.\r\nThanks. ' },
    answer: { kind: 'survey', scores: [4, 1], comment: 'Faster.\nThanks.' },
    needed: ['score-1', 'score-2'],
  },
  support: {
    kind: 'support',
    scenario: asked,
    reader: 'employee',
    full: { 'delivered-accuracy-0': 'partly', 'note-accuracy-0': 'Half of it.' },
    answer: {
      kind: 'support',
      promises: [
        { item: 'accuracy', what: 'Code refresher course', delivered: 'partly', note: 'Half of it.' },
      ],
    },
    needed: ['delivered-accuracy-0'],
  },
  'a response to the draft': {
    kind: 'response',
    scenario: lived.shared,
    reader: 'employee',
    full: { choice: 'respond', text: 'Count the weeks of the move apart.' },
    answer: { kind: 'response', choice: 'respond', text: 'Count the weeks of the move apart.' },
    needed: ['choice'],
  },
  'a response of a representative': {
    kind: 'response',
    scenario: lived.shared,
    reader: 'rep',
    full: { text: 'We ask for a mentor.' },
    answer: { kind: 'response', choice: 'respond', text: 'We ask for a mentor.' },
    needed: ['text'],
  },
  attribution: {
    kind: 'attribution',
    scenario: lived.everything,
    reader: 'hr',
    full: { to: 'manager', credit: 'yes', reason: 'Was travelling.' },
    answer: { kind: 'attribution', to: 'manager', credit: true, reason: 'Was travelling.' },
    needed: ['to', 'reason'],
  },
  approval: {
    kind: 'approval',
    scenario: lived.proposed,
    reader: 'hr',
    full: { choice: 'return', reason: 'Say which cases.', typedName: ' Priya  Raman ' },
    answer: { kind: 'approval', choice: 'return', reason: 'Say which cases.', typedName: 'Priya Raman' },
    needed: ['choice', 'typedName'],
  },
  accommodation: {
    kind: 'accommodation',
    scenario: lived.asked,
    reader: 'hr',
    full: { choice: 'nothing_needed' },
    answer: { kind: 'accommodation', choice: 'nothing_needed' },
    needed: ['choice'],
  },
  'a report of numbers': {
    kind: 'check_in',
    scenario: asked,
    reader: 'supervisor',
    id: 'metrics-2026-12-21',
    full: {
      meeting: 'held',
      'reading-accuracy': '27.25',
      'reading-timeliness': '-70',
      'reading-communication': '0',
      recognition: 'Ahead on two of three.',
      comment: 'As of noon.',
    },
    answer: {
      kind: 'check_in',
      meeting: 'held',
      items: [],
      readings: [
        { item: 'accuracy', value: 27.25 },
        { item: 'timeliness', value: -70 },
        { item: 'communication', value: 0 },
      ],
      recognition: 'Ahead on two of three.',
      comment: 'As of noon.',
    },
    needed: ['meeting', 'reading-accuracy', 'reading-timeliness', 'reading-communication'],
  },
  'a coaching session': {
    kind: 'check_in',
    scenario: asked,
    reader: 'mentor',
    id: 'coaching-2026-12-23',
    full: { meeting: 'held', recognition: 'Asks early.', comment: 'Wrote three answers together.' },
    answer: {
      kind: 'check_in',
      meeting: 'held',
      items: [],
      recognition: 'Asks early.',
      comment: 'Wrote three answers together.',
    },
    needed: ['meeting'],
  },
};

describe.each(Object.entries(ROUNDS))('%s', (_, { kind, scenario, reader, id, full, answer, needed }) => {
  const lives = scenario();
  const context = contextFor(lives, kind, reader, id);
  const page = (errors = [], values: Record<string, string> = {}): string =>
    id ? checkIn(lives, id, reader) : question(lives, kind as PlainKind, reader, errors, values);

  test('is asked with the fields it is read back by, no more and no fewer', () => {
    expect(namesOn(page())).toEqual(Object.keys(full));
  });

  test('comes out as the answer it stands for', () => {
    expect(parsed(full, context)).toEqual({ answer });
  });

  test('says what is missing, in the order of the page', () => {
    expect(wrong(parsed({}, context))).toEqual(needed);
  });

  test('takes no field that nobody asked for', () => {
    expect(wrong(parsed({ ...full, outcome: 'met' }, context))).toEqual(['']);
  });

  test('keeps what was typed when something is wrong', () => {
    if (id) return;
    const controls = parse(page([], full));
    for (const [name, value] of Object.entries(full)) {
      const [first, ...more] = controls.querySelectorAll(`[name="${name}"]`);
      const chosen = [first, ...more].find((control) => control?.hasAttribute('checked'));
      const kept =
        first?.tagName === 'TEXTAREA' ? first.text.replace('\n', '') : first?.getAttribute('value');
      expect(chosen?.getAttribute('value') ?? kept).toBe(value);
    }
  });
});

test.each(['1,5', '12 percent', '1e3', '--2', '.5', '1234567890123456', '0.1234567'])(
  'the number %s is not guessed at',
  (value) => {
    const { full } = ROUNDS['a report of numbers'] as Round;
    const context = contextFor(asked(), 'check_in', 'supervisor', 'metrics-2026-12-21');
    expect(parsed({ ...full, 'reading-accuracy': value }, context)).toEqual({
      errors: [
        { field: 'reading-accuracy', message: 'Write a number, with a point for decimals, for example 12.5' },
      ],
    });
  },
);

test('a check-in takes a number per item and something that went well, neither of them needed', () => {
  const context = contextFor(asked(), 'check_in', 'employee', lived.CHECK_IN);
  const rated = {
    meeting: 'held',
    'progress-accuracy': 'near',
    'progress-timeliness': 'near',
    'progress-communication': 'near',
  };
  expect(parsed(rated, context)).toMatchObject({ answer: { meeting: 'held' } });
  const more = { ...rated, 'reading-timeliness': '71', recognition: 'Nobody had to ask twice.' };
  expect(parsed(more, context)).toMatchObject({
    answer: { readings: [{ item: 'timeliness', value: 71 }], recognition: 'Nobody had to ask twice.' },
  });
});

test('whether days are given back is only said of a manager, and only where days are left', () => {
  const context = contextFor(lived.everything(), 'attribution', 'hr');
  const reason = 'Was travelling.';
  expect(parsed({ to: 'manager', reason }, context)).toEqual({
    answer: { kind: 'attribution', to: 'manager', reason, credit: false },
  });
  expect(parsed({ to: 'employee', reason }, context)).toEqual({
    answer: { kind: 'attribution', to: 'employee', reason },
  });
  // What does not fit is handed on, to be refused with its rule.
  expect(parsed({ to: 'employee', credit: 'yes', reason }, context)).toMatchObject({
    answer: { credit: true },
  });
});

describe('what the domain refuses is said at the field people see', () => {
  const refused = (
    scenario: Scenario,
    context: FormContext,
    answer: Answer,
  ): [field: string, hasWords: boolean][] => {
    const error = scenario.refuses(RulesBroken, {
      type: 'AnswerRequest',
      requestId: context.request.id,
      by: context.reader,
      answer,
    });
    return fieldErrors(error.broken, answer, context).map(({ field, message }) => [
      field,
      message.length > 0,
    ]);
  };
  const at = (scenario: Scenario, kind: RequestKind, reader: string, answer: Answer, id?: string) =>
    refused(scenario, contextFor(scenario, kind, reader, id), answer);

  test('of a survey, at the question', () => {
    const answer: Answer = { kind: 'survey', scores: [3, 9] };
    expect(at(asked(), 'survey', 'one', answer)).toEqual([['score-2', true]]);
  });

  test('of promised help, at the promise', () => {
    const promise = { item: 'accuracy', what: 'Code refresher course', delivered: 'yes' as const };
    const answer: Answer = { kind: 'support', promises: [{ ...promise, note: 'x'.repeat(5000) }] };
    expect(at(asked(), 'support', 'employee', answer)).toEqual([['note-accuracy-0', true]]);
  });

  test('of a response, at its words', () => {
    const answer: Answer = { kind: 'response', choice: 'respond' };
    expect(at(lived.shared(), 'response', 'employee', answer)).toEqual([['text', true]]);
  });

  test('of an attribution, at the box that does not fit', () => {
    const answer: Answer = { kind: 'attribution', to: 'employee', reason: 'Was away.', credit: true };
    expect(at(lived.everything(), 'attribution', 'hr', answer)).toEqual([['credit', true]]);
  });

  test('of a second look, at the reason', () => {
    const answer: Answer = { kind: 'approval', choice: 'return', typedName: 'Priya Raman' };
    expect(at(lived.proposed(), 'approval', 'hr', answer)).toEqual([['reason', true]]);
  });

  test('of a coaching session that was held, at what was done', () => {
    const answer: Answer = { kind: 'check_in', meeting: 'held', items: [] };
    expect(at(asked(), 'check_in', 'mentor', answer, 'coaching-2026-12-23')).toEqual([['comment', true]]);
  });

  test('of a plan that stands still, about the whole form', () => {
    const scenario = lived.paused();
    const items = ['accuracy', 'timeliness', 'communication'].map((item) => ({
      item,
      progress: 'near' as const,
    }));
    const answer: Answer = { kind: 'check_in', meeting: 'held', items };
    expect(at(scenario, 'check_in', 'employee', answer, lived.CHECK_IN)).toEqual([['', true]]);
  });

  test('of a decision that surprises, at the explanation', () => {
    const scenario = lived.settled(lived.everything());
    const { id } = lived.decisionOf(scenario.require());
    const reasons = ['accuracy', 'timeliness', 'communication'].map((item) => ({ item, reason: 'Below.' }));
    const answer: Answer = { kind: 'decision', outcome: 'reassign', typedName: 'Dana Whitfield', reasons };
    const context = {
      ...contextOf(scenario.require(), 'supervisor'),
      request: requestOf(scenario.require(), id),
    };
    expect(refused(scenario, context, answer)).toEqual([['explanation', true]]);
  });
});
