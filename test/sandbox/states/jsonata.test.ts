import fc from 'fast-check';
import jsonata from 'jsonata';
import { describe, expect, test } from 'vitest';
import { compileFast, type Node } from '../../../sandbox/states/jsonata-fast.ts';
import type { Scope } from '../../../sandbox/states/types.ts';
import { createWorld, START } from './world.ts';

const input = {
  n: 3,
  zero: 0,
  half: 0.1,
  text: 'ann',
  empty: '',
  yes: true,
  no: false,
  nothing: null,
  list: [1, 2, 3],
  one: [{ a: 1 }],
  none: [],
  people: [{ name: 'ann', tags: ['x', 'y'] }, { name: 'bob' }],
  nested: { list: [[1, 2], [3]], deep: { value: 'v', at: '2027-01-05T09:00:00Z' } },
  object: {},
};
const vars: Record<string, unknown> = Object.assign(Object.create(null), {
  count: 4,
  who: 'bob',
  items: [{ id: 1 }],
});
const context = { State: { Name: 'S', EnteredTime: '2027-01-04T14:00:00.000Z' } };
const states = { input, context };
const scope: Scope = {
  input,
  result: undefined,
  errorOutput: undefined,
  context,
  states,
  vars,
  now: START,
  memo: undefined,
};

type Answer = { value: unknown } | 'fails' | 'leaves it to JSONata';

function fastly(source: string): Answer {
  const fast = compileFast(jsonata(source).ast() as unknown as Node);
  if (fast === undefined) return 'leaves it to JSONata';
  try {
    return { value: plain(fast(scope)) };
  } catch {
    return 'leaves it to JSONata';
  }
}

async function truly(source: string): Promise<Answer> {
  const bindings = { ...vars, states, millis: () => START, now: () => new Date(START).toISOString() };
  try {
    return { value: plain(await jsonata(source).evaluate(undefined, bindings)) };
  } catch {
    return 'fails';
  }
}

/** As the value would reach the next state; tells undefined from null. */
function plain(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value) ?? 'null');
}

const leaf = fc.constantFrom(
  ...[
    '$states.input.n',
    '$states.input.text',
    '$states.input.list',
    '$states.input.people.name',
    '$states.input',
  ],
  ...[
    '$states.input.missing',
    '$states.input.missing.deeper',
    '$states.input.nothing',
    '$states.input.nothing.x',
  ],
  ...[
    '$states.input.nested.deep.value',
    '$states.input.nested.list',
    '$states.input.one.a',
    '$states.input.none',
  ],
  ...[
    '$states.input.people[0].name',
    '$states.input.people[-1].tags',
    '$states.input.list[1]',
    '$states.input.n[0]',
  ],
  ...[
    '$states.input.nested.list[0]',
    '$states.input.nested.list[0][1]',
    '$states.input.list[9]',
    '$states.result',
  ],
  ...[
    '$states.context.State.Name',
    '$states',
    '$count',
    '$who',
    '$items',
    '$items[0].id',
    '$unknown',
    '$max',
  ],
  ...[
    '1',
    '-2',
    '0.1',
    '1e3',
    '""',
    '"a"',
    '"["',
    'true',
    'false',
    'null',
    '[]',
    '{}',
    '()',
    '$millis()',
    '$now()',
  ],
  ...[
    '$states.input.half',
    '$states.input.zero',
    '$states.input.empty',
    '$states.input.yes',
    '$states.input.no',
  ],
  ...['$states.input."text"', '$states.input.toString', '$states.input.object', '$states.input.list.length'],
);

const operator = fc.constantFrom(
  ...['+', '-', '*', '/', '%', '=', '!=', '<', '<=', '>', '>=', '&', 'and', 'or', 'in'],
);
const called = fc.constantFrom(
  ...[
    'abs',
    'append',
    'average',
    'base64encode',
    'boolean',
    'ceil',
    'count',
    'exists',
    'floor',
    'fromMillis',
  ],
  ...[
    'join',
    'length',
    'lookup',
    'lowercase',
    'max',
    'merge',
    'min',
    'not',
    'number',
    'pad',
    'power',
    'reverse',
  ],
  ...[
    'round',
    'sqrt',
    'string',
    'substring',
    'substringAfter',
    'substringBefore',
    'sum',
    'toMillis',
    'trim',
    'type',
  ],
  ...['uppercase', 'keys', 'nosuch', 'count'],
);

const { expression } = fc.letrec<{ expression: string }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 4, depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.tuple(tie('expression'), operator, tie('expression')).map(([a, op, b]) => `(${a} ${op} ${b})`),
    fc
      .tuple(tie('expression'), tie('expression'), tie('expression'))
      .map(([a, b, c]) => `(${a} ? ${b} : ${c})`),
    fc.array(tie('expression'), { maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
    fc
      .array(tie('expression'), { maxLength: 3 })
      .map((items) => `{${items.map((item, i) => `"k${i}": ${item}`)}}`),
    fc
      .tuple(called, fc.array(tie('expression'), { minLength: 1, maxLength: 3 }))
      .map(([name, args]) => `$${name}(${args.join(', ')})`),
    tie('expression').map((inner) => `-(${inner})`),
    tie('expression').map((inner) => `(${inner}).name`),
    tie('expression').map((inner) => `(${inner})[0]`),
    fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => `(${a}; ${b})`),
  ),
}));

describe('the synchronous evaluator', () => {
  test('answers what JSONata answers, or nothing', async () => {
    let answered = 0;
    await fc.assert(
      fc.asyncProperty(expression, async (source) => {
        const ours = fastly(source);
        if (ours === 'leaves it to JSONata') return;
        answered += 1;
        expect([source, ours]).toEqual([source, await truly(source)]);
      }),
      { numRuns: 1500 },
    );
    // A generator that only ever met the fallback would prove nothing.
    expect(answered).toBeGreaterThan(400);
  });

  test.each([
    ['$states.input', input],
    ['$states.input.nested.deep.value', 'v'],
    ['$states.input.list', [1, 2, 3]],
    ['$states.input.people[-1].name', 'bob'],
    ['$states.context.State.Name', 'S'],
    ["$who & '-' & $count", 'bob-4'],
    ['$max([1, $ceil(($toMillis($states.input.nested.deep.at) - $millis()) / 1000)])', 68_400],
    ["$states.input.n >= 3 and $not($states.input.text = 'bob')", true],
    [
      "{'a': $states.input.n + 1, 'b': $states.input.missing, 'c': [$count, $states.input.list]}",
      { a: 4, c: [4, 1, 2, 3] },
    ],
    ["$exists($states.input.missing) ? 'there' : 'not there'", 'not there'],
    ["$merge([$states.input.nested.deep, {'value': 'w'}])", { value: 'w', at: '2027-01-05T09:00:00Z' }],
    ["'ann' in $states.input.list", false],
    ['$string(0.1 + 0.2)', '0.3'],
  ])('covers %s', async (source, value) => {
    expect(fastly(source)).toEqual({ value });
    expect(await truly(source)).toEqual({ value });
  });

  test.each([
    ...[
      '$states.input.people.name',
      '$map($states.input.list, function($v) { $v })',
      '$states.input.list[$ > 1]',
    ],
    ...[
      '$states.input.list[]',
      '($x := 1; $x)',
      '$states.input.people^(name)',
      '$states.input ~> $keys',
      '[1..3]',
    ],
    ...[
      '$states.input.n + $states.input.text',
      '$states.input.nested = $states.input.nested.deep',
      '$unknown',
    ],
  ])('leaves %s to JSONata', (source) => {
    expect(fastly(source)).toBe('leaves it to JSONata');
  });
});

describe('expressions in a state', () => {
  const say = async (source: string, given: unknown = input) => {
    const outcome = await createWorld().run(
      { Say: { Type: 'Pass', Output: `{% ${source} %}`, End: true } },
      given,
    );
    return 'output' in outcome ? outcome.output : outcome;
  };

  test('anything JSONata can do is available', async () => {
    expect(await say('$map($states.input.people, function($p) { $uppercase($p.name) })')).toEqual([
      'ANN',
      'BOB',
    ]);
    expect(await say("$states.input.people[name = 'ann'].tags")).toEqual(['x', 'y']);
    expect(await say('($x := $states.input.n; $x * $x)')).toBe(9);
    expect(await say("$match('a1', /[0-9]/).match")).toBe('1');
  });

  test('time is the virtual clock', async () => {
    expect(await say('$millis()')).toBe(START);
    expect(await say('[$now(), $now("[Y]-[M]"), $map([1], function($v) { $millis() })]')).toEqual([
      '2027-01-04T14:00:00.000Z',
      '2027-1',
      START,
    ]);
  });

  test("AWS's own functions are there", async () => {
    expect(await say('$partition([1, 2, 3, 4, 5], 2)')).toEqual([[1, 2], [3, 4], [5]]);
    expect(await say('$range(0, 10, 5)')).toEqual([0, 5, 10]);
    expect(await say(`$parse('{"a": [1]}')`)).toEqual({ a: [1] });
    expect(await say("$hash('a', 'SHA-256')")).toBe(await sha('a'));
    expect(await say('$uuid()')).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(await say('$random(7) = $random(7)')).toBe(true);
    expect(await say('$random()')).toBeLessThan(1);
  });

  test('an error inside an expression is told in its own words', async () => {
    expect(await say("$states.input.n + 'x'")).toMatchObject({
      status: 'FAILED',
      error: 'States.QueryEvaluationError',
      cause: expect.stringContaining(
        `The JSONata expression '$states.input.n + 'x'' specified for the field 'Output' threw an error during evaluation: ` +
          'The right side of the "+" operator must evaluate to a number',
      ),
    });
    expect(await say('$error("no")')).toMatchObject({ cause: expect.stringContaining('evaluation: no') });
  });

  test('a function or an infinite number is no JSON', async () => {
    expect(await say('$max')).toMatchObject({ cause: expect.stringContaining('unsupported result type') });
    expect(await say('1 / 0')).toMatchObject({ cause: expect.stringContaining('unsupported result type') });
  });

  test('several expressions of one state that need JSONata itself are all evaluated, once each', async () => {
    const world = createWorld();
    const { output } = await world.run(
      {
        Two: {
          Type: 'Pass',
          Assign: { first: '{% $uuid() %}' },
          Output: { names: '{% $states.input.people.name %}', fast: '{% $states.input.n %}' },
          Next: 'End',
        },
        End: {
          Type: 'Pass',
          Output: { in: '{% $states.input %}', same: '{% $first = $first %}' },
          End: true,
        },
      },
      input,
    );
    expect(output).toEqual({ in: { names: ['ann', 'bob'], fast: 3 }, same: true });
  });
});

async function sha(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Buffer.from(digest).toString('hex');
}
