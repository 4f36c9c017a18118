import { readFileSync } from 'node:fs';
import { render } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { Graph } from '../../../views/admin/executions/graph/graph.tsx';
import { HEIGHT, layoutOf, onward } from '../../../views/admin/executions/graph/layout.ts';
import { linesOf } from '../../../views/admin/executions/graph/lines.ts';
import { type Workflow, workflowOf } from '../../../views/admin/executions/graph/workflow.ts';

interface Machine {
  States: Record<string, { Next?: string; Catch?: unknown[]; ItemProcessor?: Machine; Branches?: Machine[] }>;
}

const asl = (name: string): string =>
  readFileSync(new URL(`../../../workflows/${name}.asl.json`, import.meta.url), 'utf8');

/** Every state of a definition, whatever it is nested in. */
const namesIn = ({ States }: Machine): string[] =>
  Object.entries(States).flatMap(([name, { ItemProcessor, Branches = [] }]) => [
    name,
    ...[...Branches, ...(ItemProcessor ? [ItemProcessor] : [])].flatMap(namesIn),
  ]);

const NESTED = JSON.stringify({
  StartAt: 'Both',
  States: {
    Both: {
      Type: 'Parallel',
      Branches: [
        { StartAt: 'Left', States: { Left: { Type: 'Pass', End: true } } },
        {
          StartAt: 'Each',
          States: {
            Each: {
              Type: 'Map',
              ItemProcessor: {
                StartAt: 'One',
                States: { One: { Type: 'Task', End: true, Retry: [{ ErrorEquals: ['E'] }] } },
              },
              End: true,
            },
          },
        },
      ],
      Catch: [{ ErrorEquals: ['A', 'B'], Next: 'Sorry' }],
      Next: 'Choose',
    },
    Choose: {
      Type: 'Choice',
      Choices: [
        { Condition: '{% $a %}', Next: 'Both' },
        { Condition: '{% $b %}', Next: 'Sorry' },
        { Condition: '{% $c %}', Next: 'Sorry' },
      ],
      Default: 'Sorry',
    },
    Sorry: { Type: 'Fail' },
  },
});

describe.each(['plan-lifecycle', 'bulk-work'])('the drawing of %s', (name) => {
  const workflow = workflowOf(asl(name));
  const machine = JSON.parse(asl(name)) as Machine;

  test('has every state once, and nothing but states', () => {
    const names = workflow.states.map((state) => state.name);
    expect(names.toSorted()).toEqual(namesIn(machine).toSorted());
    expect(
      layoutOf(workflow)
        .states.map((state) => state.name)
        .toSorted(),
    ).toEqual(names.toSorted());
  });

  test('draws every step there is, caught errors included', () => {
    const { lines } = linesOf(workflow.steps, layoutOf(workflow));
    expect(lines).toHaveLength(workflow.steps.length);
    expect(lines.filter(({ path }) => /NaN|undefined/.test(path))).toEqual([]);
    const text = asl(name);
    const caught = workflow.steps.filter(({ kind }) => kind === 'catch').length;
    expect(caught).toBeGreaterThan(0);
    expect(caught).toBe(new Set(catchesIn(JSON.parse(text))).size);
  });

  test('puts no state over another', () => {
    const { states } = layoutOf(workflow);
    const over = states.flatMap((a, at) =>
      states
        .slice(at + 1)
        .filter((b) => Math.abs(a.x - b.x) < (a.width + b.width) / 2 && Math.abs(a.y - b.y) < HEIGHT)
        .map((b) => `${a.name} over ${b.name}`),
    );
    expect(over).toEqual([]);
  });

  test('has in each frame what it runs, and nothing else', () => {
    const { states, frames } = layoutOf(workflow);
    const insideOf = new Map(workflow.states.map((state) => [state.name, state.inside]));
    const framed = frames.map(({ of, x, y, width, height }) => [
      of,
      states.filter((one) => one.x > x && one.x < x + width && one.y > y && one.y < y + height),
    ]);
    expect(framed).toEqual(
      frames.map(({ of }) => [of, states.filter((state) => insideOf.get(state.name) === of)]),
    );
  });

  test('goes from left to right wherever a step leads on', () => {
    const column = new Map(layoutOf(workflow).states.map((state) => [state.name, state.column]));
    const wrong = onward(workflow).filter(({ from, to }) => (column.get(from) ?? 0) >= (column.get(to) ?? 0));
    expect(wrong).toEqual([]);
  });
});

/** `from to` of every Catch, whatever it is nested in. */
function catchesIn({ States }: Machine): string[] {
  return Object.entries(States).flatMap(([name, state]) => [
    ...((state.Catch ?? []) as { Next: string }[]).map(({ Next }) => `${name}\n${Next}`),
    ...[...(state.Branches ?? []), ...(state.ItemProcessor ? [state.ItemProcessor] : [])].flatMap(catchesIn),
  ]);
}

test('what Parallel and Map run is drawn within them, and the ways of a choice to one state are one', () => {
  const { states, steps } = workflowOf(NESTED);
  expect(states.map(({ name, inside }) => [name, inside])).toEqual([
    ['Both', undefined],
    ['Left', 'Both'],
    ['Each', 'Both'],
    ['One', 'Each'],
    ['Choose', undefined],
    ['Sorry', undefined],
  ]);
  expect(steps).toEqual([
    { from: 'Both', to: 'Left', kind: 'inside', when: [] },
    { from: 'Both', to: 'Each', kind: 'inside', when: [] },
    { from: 'Both', to: 'Choose', kind: 'next', when: [] },
    { from: 'Both', to: 'Sorry', kind: 'catch', when: ['A, B'] },
    { from: 'Each', to: 'One', kind: 'inside', when: [] },
    { from: 'Choose', to: 'Both', kind: 'choice', when: ['{% $a %}'] },
    { from: 'Choose', to: 'Sorry', kind: 'choice', when: ['{% $b %}', '{% $c %}'] },
    { from: 'Choose', to: 'Sorry', kind: 'default', when: [] },
  ]);
  expect(states.find(({ name }) => name === 'One')?.retries).toEqual(['E: 3 times']);
  expect(layoutOf(workflowOf(NESTED)).frames.map(({ of }) => of)).toEqual(['Both', 'Each']);
});

const shown = (workflow: Workflow, visits: Parameters<typeof Graph>[0]['trace']['visits']) =>
  render(Graph({ workflow, trace: { visits, stateOf: new Map() }, hrefOf: (state) => `?state=${state}` }));

test('the picture has a title, says where the execution is, and marks what was never entered', () => {
  const html = shown(workflowOf(NESTED), [
    { state: 'Both', retries: 0, errors: [], end: 'left', enteredAt: '2026-12-01T14:00:00.000Z' },
    { state: 'Choose', from: 'Both', retries: 0, errors: [], end: 'here' },
  ]);
  expect(html).toContain('6 states, 2 of them entered. It is now in the state Choose.');
  const looks = [...html.matchAll(/class="state state-(\w+)"/g)].map(([, look]) => look);
  expect(looks.toSorted()).toEqual(['here', 'never', 'never', 'never', 'never', 'passed']);
  expect(html.match(/class="way way-taken"/g)).toHaveLength(1);
  expect(html).toContain('href="?state=Sorry"');
});
