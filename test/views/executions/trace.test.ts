import { expect, test } from 'vitest';
import { eventPage } from '../../../views/admin/executions/events.ts';
import { standingsOf, takenIn } from '../../../views/admin/executions/graph/standing.ts';
import { type HistoryEntry, traceOf } from '../../../views/admin/executions/graph/trace.ts';

let id = 0;
const entry = (type: string, previous: number, details: Record<string, unknown> = {}): HistoryEntry => ({
  id: ++id,
  previous,
  at: `2026-12-01T14:00:${String(id).padStart(2, '0')}.000Z`,
  type,
  details,
});

/** A task that fails once, is tried again, fails for good and is caught; then a wait. */
function caught(): HistoryEntry[] {
  id = 0;
  return [
    entry('ExecutionStarted', 0),
    entry('TaskStateEntered', 0, { name: 'Work', input: '{"n":1}' }),
    entry('TaskScheduled', 2),
    entry('TaskFailed', 3, { error: 'Busy', cause: 'too much' }),
    entry('TaskScheduled', 4),
    entry('TaskFailed', 5, { error: 'Broken', cause: '' }),
    entry('TaskStateExited', 6, { name: 'Work', output: '{}' }),
    entry('WaitStateEntered', 7, { name: 'Rest', input: '{}' }),
  ];
}

test('a visit has its times, its retries, every error on the way, and where it came from', () => {
  const { visits, stateOf } = traceOf(caught());
  expect(visits).toEqual([
    {
      state: 'Work',
      enteredAt: '2026-12-01T14:00:02.000Z',
      leftAt: '2026-12-01T14:00:07.000Z',
      input: '{"n":1}',
      output: '{}',
      retries: 1,
      errors: [
        { at: '2026-12-01T14:00:04.000Z', error: 'Busy', cause: 'too much' },
        { at: '2026-12-01T14:00:06.000Z', error: 'Broken', cause: '' },
      ],
      caught: true,
      end: 'left',
    },
    {
      state: 'Rest',
      enteredAt: '2026-12-01T14:00:08.000Z',
      from: 'Work',
      fromCaught: true,
      input: '{}',
      retries: 0,
      errors: [],
      end: 'here',
    },
  ]);
  expect([...stateOf]).toEqual([
    [2, 'Work'],
    [3, 'Work'],
    [4, 'Work'],
    [5, 'Work'],
    [6, 'Work'],
    [7, 'Work'],
    [8, 'Rest'],
  ]);
});

test('a way that an error took is not taken for the usual one', () => {
  const taken = takenIn(traceOf(caught()));
  const kinds = ['next', 'catch'] as const;
  expect(kinds.map((kind) => taken({ from: 'Work', to: 'Rest', kind }))).toEqual([false, true]);
});

test.each([
  ['ExecutionFailed', 'failed'],
  ['ExecutionTimedOut', 'failed'],
  ['ExecutionAborted', 'stopped'],
])('after %s the state it was in %s', (type, end) => {
  const events = caught();
  const { visits } = traceOf([...events, entry(type, 8)]);
  expect(visits.map((visit) => visit.end)).toEqual(['left', end]);
  expect(standingsOf({ visits, stateOf: new Map() })('Rest').standing).toBe(end);
});

test('branches that run side by side are told apart, and lead on from where they began', () => {
  id = 0;
  const trace = traceOf([
    entry('ParallelStateEntered', 0, { name: 'Both' }),
    entry('ParallelStateStarted', 1),
    entry('PassStateEntered', 2, { name: 'A' }),
    entry('WaitStateEntered', 2, { name: 'B' }),
    entry('PassStateExited', 3, { name: 'A' }),
    entry('PassStateEntered', 5, { name: 'C' }),
    entry('WaitStateExited', 4, { name: 'B' }),
    entry('PassStateExited', 6, { name: 'C' }),
    entry('ParallelStateSucceeded', 8),
    entry('ParallelStateExited', 9, { name: 'Both' }),
    entry('PassStateEntered', 10, { name: 'D' }),
  ]);
  expect(trace.visits.map(({ state, from, end }) => [state, from, end])).toEqual([
    ['Both', undefined, 'left'],
    ['A', 'Both', 'left'],
    ['B', 'Both', 'left'],
    ['C', 'A', 'left'],
    ['D', 'Both', 'here'],
  ]);
  const taken = takenIn(trace);
  expect([taken({ from: 'A', to: 'C', kind: 'next' }), taken({ from: 'B', to: 'C', kind: 'next' })]).toEqual([
    true,
    false,
  ]);
});

test('a history that is read from its middle still says what it can', () => {
  const { visits } = traceOf(caught().slice(5));
  expect(visits.map(({ state, enteredAt, end }) => [state, enteredAt, end])).toEqual([
    ['Work', undefined, 'left'],
    ['Rest', '2026-12-01T14:00:08.000Z', 'here'],
  ]);
});

test('25,000 events are turned over a hundred at a time, the newest first, and filtered', () => {
  id = 0;
  const events = Array.from({ length: 25_000 }, (_, at) =>
    at % 2 === 0 ? entry('PassStateEntered', at, { name: 'A' }) : entry('PassStateExited', at, { name: 'A' }),
  );
  const { stateOf } = traceOf(events);
  const first = eventPage(events, stateOf, {}, 1);
  expect([first.rows[0]?.id, first.rows.length, first.pages, first.of]).toEqual([25_000, 100, 250, 25_000]);
  expect(eventPage(events, stateOf, {}, 250).rows.at(-1)?.id).toBe(1);
  expect(eventPage(events, stateOf, {}, 9_999).page).toBe(250);
  const entered = eventPage(events, stateOf, { state: 'A', text: 'stateENTERED' }, 1);
  expect([entered.found, entered.rows[0]?.id]).toEqual([12_500, 24_999]);
});
