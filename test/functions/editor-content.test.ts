import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ruleLibrary } from '../../adapters/packs.ts';
import { rulesFor } from '../../domain/index.ts';
import { checkInDays, withBenchmarks } from '../../functions/admin/drafts/cadence.ts';
import { candidateOf, contentIn, fieldsOf, knownPart } from '../../functions/admin/drafts/content.ts';
import { merge } from '../../functions/admin/drafts/merge.ts';
import { tidied, withoutRow, withRow } from '../../functions/admin/drafts/rows.ts';
import { PLAN_SPEC } from '../../views/admin/editor/plan-spec.ts';
import { placeInWords } from '../../views/admin/editor/spec.ts';
import { dcDraft } from '../support/plans.ts';

const EXAMPLES = globSync('examples/*.json').map((file): [string, object] => [
  file,
  JSON.parse(readFileSync(file, 'utf8')).plan,
]);

const throughForm = (draft: unknown): unknown =>
  candidateOf(contentIn(new URLSearchParams(fieldsOf(draft, PLAN_SPEC)), PLAN_SPEC), PLAN_SPEC);

describe('a plan in a form', () => {
  test.each(EXAMPLES)('of %s says the same when it comes back', (_, draft) => {
    const leftOut: string[] = [];
    expect(throughForm(draft)).toEqual(draft);
    expect(knownPart(draft, PLAN_SPEC, leftOut)).toEqual(draft);
    expect(leftOut).toEqual([]);
  });

  test('has examples to be tried on', () => {
    expect(EXAMPLES.length).toBeGreaterThan(20);
  });

  test('keeps a number that is none as it was typed, and every sign that people type', () => {
    const form = new URLSearchParams([
      ['/title', '  Naïve “quotes” & <tags>  '],
      ['/items/0/measure/target', 'about 90'],
      ['/items/0/measure/baseline', '-1.5'],
      ['/items/0/deficiency', 'One line\r\nand another\u0000'],
      ['/reason/evidence/3/date', '2026-12-01'],
      ['/nobody/asked', 'x'],
      ['op', 'save'],
    ]);
    expect(contentIn(form, PLAN_SPEC)).toMatchObject({
      title: 'Naïve “quotes” & <tags>',
      reason: { evidence: [{ date: '2026-12-01', summary: '' }], priorCoaching: [] },
      items: [
        {
          deficiency: 'One line\nand another',
          measure: { target: 'about 90', baseline: -1.5 },
          checkIns: [],
        },
      ],
      participants: [],
    });
    expect(contentIn(form, PLAN_SPEC)).not.toHaveProperty('nobody');
    expect(contentIn(form, PLAN_SPEC)).not.toHaveProperty('triage');
  });

  test('keeps what belongs to the other choice while it is written, and leaves it out of the plan', () => {
    const form = new URLSearchParams([
      ['/items/0/source/kind', 'competency'],
      ['/items/0/source/code', 'job_knowledge'],
      ['/items/0/source/goal', 'Half a thought'],
    ]);
    const content = contentIn(form, PLAN_SPEC);
    expect(content).toMatchObject({ items: [{ source: { goal: 'Half a thought' } }] });
    expect(candidateOf(content, PLAN_SPEC)).toMatchObject({
      items: [{ source: { kind: 'competency', code: 'job_knowledge' } }],
    });
    expect(JSON.stringify(candidateOf(content, PLAN_SPEC))).not.toContain('thought');
  });

  test('from a file names what a plan has no place for', () => {
    const leftOut: string[] = [];
    const known = knownPart(
      { title: 'T', salary: 1, items: [{ id: 'a', mood: 'x' }], reason: 'late' },
      PLAN_SPEC,
      leftOut,
    );
    expect(known).toEqual({ title: 'T', items: [{ id: 'a' }], reason: {} });
    expect(leftOut).toEqual(['/salary', '/items/0/mood', '/reason']);
  });
});

describe('rows', () => {
  test('come and go without touching the others', () => {
    const { content, at } = withRow({ ...dcDraft() }, PLAN_SPEC, '/items/0/actions');
    const place = dcDraft().items[0]?.actions.length;
    expect(at).toBe(`/items/0/actions/${place}`);
    expect(withoutRow(content, at ?? '')).toEqual({ content: dcDraft(), at: '/items/0/actions' });
    expect(withRow({ ...dcDraft() }, PLAN_SPEC, '/title')).toEqual({ content: dcDraft() });
    expect(withoutRow({ ...dcDraft() }, '/items/99')).toEqual({ content: dcDraft() });
  });

  test('of people and items get an id that nobody else has', () => {
    const participants = [{ id: 'mentor', role: 'mentor' }, { id: '', role: 'mentor' }, {}];
    expect(tidied({ participants, items: [{ id: 'item-2' }, {}] })).toEqual({
      participants: [{ id: 'mentor', role: 'mentor' }, { id: 'mentor-2', role: 'mentor' }, {}],
      items: [{ id: 'item-2' }, { id: 'item-3' }],
    });
  });
});

describe('ids', () => {
  test('that the plan knows are given to nobody and nothing new', () => {
    const known = {
      person: (id: string) => ['mentor', 'mentor-2'].includes(id),
      item: (id: string) => ['item-1', 'item-2', 'item-3'].includes(id),
    };
    const content = { participants: [{ role: 'mentor' }, { role: 'hr' }], items: [{}, { id: 'item-2' }, {}] };
    expect(tidied(content, known)).toEqual({
      participants: [
        { id: 'mentor-3', role: 'mentor' },
        { id: 'hr', role: 'hr' },
      ],
      items: [{ id: 'item-4' }, { id: 'item-2' }, { id: 'item-5' }],
    });
  });
});

describe('check-ins from a cadence', () => {
  const calendar = rulesFor('us-dc-6b1410', 'America/New_York', ruleLibrary())?.calendar;
  if (!calendar) throw new Error('The calendar is there.');

  test('fall on working days and never after the end', () => {
    // 18 January 2027 is Dr. King's day; 1 February a Monday.
    expect(checkInDays('2027-01-04', '2027-02-01', 2, calendar)).toEqual(['2027-01-19', '2027-02-01']);
    expect(checkInDays('2027-01-04', '2027-01-18', 2, calendar)).toEqual([]);
  });

  test('go from the baseline to the target in even steps', () => {
    const days = ['2027-01-19', '2027-02-01', '2027-02-16', '2027-03-01'];
    const numbers = (baseline: unknown, target: unknown) =>
      withBenchmarks(days, baseline, target).map(({ benchmark }) => benchmark);
    expect(numbers(52, 90)).toEqual([62, 71, 81, 90]);
    expect(numbers(12, 2)).toEqual([10, 7, 5, 2]);
    expect(numbers(0, 1)).toEqual([0.25, 0.5, 0.75, 1]);
    expect(numbers(0, 'some')).toEqual([undefined, undefined, undefined, undefined]);
  });
});

describe('two people at once', () => {
  const before = dcDraft();
  const [first] = before.items;
  if (!first) throw new Error('The draft has items.');

  test('who wrote in different places lose nothing', () => {
    const theirs = { ...before, title: 'Theirs', items: [{ ...first, rating: 1 }, ...before.items.slice(1)] };
    const yours = {
      ...before,
      endDate: '2027-03-01',
      participants: [
        ...before.participants,
        { id: 'mentor', role: 'mentor' as const, name: 'M', email: 'm@example.org' },
      ],
    };
    const merged = merge(before, theirs, yours);
    expect(merged.open).toEqual([]);
    expect(merged.content).toEqual({ ...theirs, endDate: yours.endDate, participants: yours.participants });
    expect(merged.differences.map(({ field, only }) => [field, only])).toEqual([
      ['/title', 'theirs'],
      ['/participants/mentor', 'yours'],
      ['/endDate', 'yours'],
      [`/items/${first.id}/rating`, 'theirs'],
    ]);
  });

  test('who wrote in the same place are asked, field by field', () => {
    const theirs = { ...before, title: 'Theirs' };
    const yours = { ...before, title: 'Yours', startDate: '2026-12-08' };
    expect(merge(before, theirs, yours)).toEqual({
      differences: [
        { field: '/title', before: before.title, theirs: 'Theirs', yours: 'Yours' },
        {
          field: '/startDate',
          before: before.startDate,
          theirs: before.startDate,
          yours: '2026-12-08',
          only: 'yours',
        },
      ],
      content: { ...yours, title: 'Theirs' },
      open: ['/title'],
    });
    const chosen = merge(before, theirs, yours, () => 'yours');
    expect(chosen).toMatchObject({ content: yours, open: [] });
    expect(merge(before, theirs, yours, () => 'theirs').content).toEqual(theirs);
  });

  test('of whom one took away what the other changed are asked', () => {
    const theirs = { ...before, items: before.items.slice(1) };
    const yours = { ...before, items: [{ ...first, rating: 1 }, ...before.items.slice(1)] };
    const merged = merge(before, theirs, yours);
    expect(merged.open).toEqual([`/items/${first.id}`]);
    expect(merge(before, theirs, yours, () => 'yours').content).toEqual(yours);
  });

  test('choose whole lists where nothing tells their entries apart', () => {
    const with_ = (what: string) => ({ actions: [...first.actions, { what }] });
    const merged = merge({ actions: first.actions }, with_('Theirs'), with_('Yours'));
    expect(merged.open).toEqual(['/actions']);
  });

  test('read where they differ in words', () => {
    expect(placeInWords(PLAN_SPEC, '/items/accuracy/measure/target')).toBe(
      'Item “accuracy” › How it is measured › Target',
    );
    expect(placeInWords(PLAN_SPEC, '/items/1/actions')).toBe('Item 2 › Actions');
    expect(placeInWords(PLAN_SPEC, '')).toBe('The whole plan');
  });
});
