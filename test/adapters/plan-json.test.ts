import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { UnreadableFile } from '../../adapters/plan-csv/faults.ts';
import { plansIn } from '../../adapters/plan-files.ts';

async function* inSlices(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

async function read(text: string, size = 100) {
  const plans = [];
  for await (const plan of plansIn('json', inSlices(text, size))) plans.push(plan);
  return plans;
}

const refused = async (text: string) => {
  const error = await read(text).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(UnreadableFile);
  return (error as UnreadableFile).faults.map(({ line, message }) => [line, message]);
};

const EXAMPLES = globSync('examples/*.json').map((path) => JSON.parse(readFileSync(path, 'utf8')).plan);

test.each([
  ['a list', (plans: unknown[]) => JSON.stringify(plans)],
  ['a list, nicely written', (plans: unknown[]) => JSON.stringify(plans, null, 2)],
  ['an object with plans', (plans: unknown[]) => JSON.stringify({ plans })],
  ['one plan per line', (plans: unknown[]) => plans.map((plan) => JSON.stringify(plan)).join('\n')],
  ['a list with a byte order mark', (plans: unknown[]) => `\ufeff${JSON.stringify(plans)}`],
])('every kind of plan there is comes through %s unchanged', async (_, write) => {
  expect(EXAMPLES.length).toBeGreaterThan(20);
  expect((await read(write(EXAMPLES))).map(({ draft }) => draft)).toEqual(EXAMPLES);
});

test('brackets and quotes inside texts part nothing', async () => {
  const tricky = [{ title: 'a "]}" \\ {[' }, { title: '\\"}' }];
  expect((await read(JSON.stringify(tricky), 64)).map(({ draft }) => draft)).toEqual(tricky);
});

test('each plan is known by the line it begins at', async () => {
  const plans = await read('[\n  {"title": "a"},\n\n  {\n    "title": "b"\n  }\n]\n');
  expect(plans.map(({ line }) => line)).toEqual([2, 4]);
});

test('a plan that is no JSON is bad by itself, and the others are read', async () => {
  const plans = await read('[{"title": "a"},\n{"title": b},\n{"title": "c"}]');
  expect(
    plans.map(({ draft, faults }) => [draft, faults.map(({ line, message }) => [line, message])]),
  ).toEqual([
    [{ title: 'a' }, []],
    [undefined, [[2, 'This plan is not JSON: look for a missing comma, quote or bracket.']]],
    [{ title: 'c' }, []],
  ]);
});

test.each([
  ['[{"title": "a"},\n{"title": "b"', [[2, 'The file ends in the middle of plan 2: was it cut off?']]],
  ['[]', [[undefined, 'There is no plan in this file.']]],
  ['', [[undefined, 'There is no plan in this file.']]],
  ['title,pack\nNotes,general', [[1, expect.stringContaining('A plan is expected here')]]],
  ['[1, 2]', [[1, expect.stringContaining('A plan is expected here')]]],
])('what has no plans in it is refused as a whole: %s', async (text, faults) => {
  expect(await refused(text)).toEqual(faults);
});
