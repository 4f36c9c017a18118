import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ruleLibrary } from '../../adapters/packs.ts';
import { pinnedRules } from '../../domain/index.ts';
import { COMMAND_TYPES, CommandShape } from '../../functions/api/command-shapes.ts';
import { planDetails } from '../../functions/api/plan-details.ts';
import { ROUTES } from '../../functions/api/routes.ts';
import { PROBLEMS } from '../../functions/openapi/problems.ts';
import { Scenario } from '../support/scenario.ts';

const page = readFileSync(new URL('../../docs/reference/api.md', import.meta.url), 'utf8');

/** Refusals of the pages of participants and operators, which the API never answers. */
const ON_PAGES_ONLY = new Set([
  'not_asked',
  'execution_gone',
  'missing_right',
  'no_state_machine',
  'states_busy',
]);

test('the reference lists exactly the routes that are served', () => {
  const listed = [...page.matchAll(/^\| `((?:GET|POST) [^`?]+)/gm)].map(([, route]) => route);
  expect(listed).toEqual(expect.arrayContaining(Object.keys(ROUTES)));
  expect(listed).toHaveLength(Object.keys(ROUTES).length);
});

test('every problem code that a request can meet is explained', () => {
  const sources = [
    'functions/problems.ts',
    'functions/chains.ts',
    'functions/api/read-json.ts',
    'functions/api/respond.ts',
  ];
  const text = sources
    .map((file) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'))
    .join('\n');
  const codes = [
    ...[...text.matchAll(/new Problem\(\s*\d+,\s*'(\w+)'/g)].map(([, code]) => code),
    ...[...text.matchAll(/^ {2}(\w+): \d{3},$/gm)].map(([, code]) => code),
  ];
  expect(codes.length).toBeGreaterThan(10);
  const unexplained = codes.filter((code = '') => !ON_PAGES_ONLY.has(code) && !(code in PROBLEMS));
  expect(unexplained).toEqual([]);
  const unlisted = Object.entries(PROBLEMS).filter(
    ([code, [status]]) => !new RegExp(`^\\| ${status} +\\|[^|]*\`${code}\``, 'm').test(page),
  );
  expect(unlisted).toEqual([]);
});

test('every command stands there once, in the order of the shapes, with an example that is in shape', () => {
  const rows = [...page.matchAll(/^\| `(\w+)` +\|.*\| `(\{"type": .*\})` *\|$/gm)];
  expect(rows.map(([, name]) => name)).toEqual(COMMAND_TYPES);
  for (const [, name, example] of rows) {
    expect(CommandShape.safeParse(JSON.parse(example ?? ''))).toMatchObject({
      success: true,
      data: { type: name },
    });
  }
});

test('every field of a command is named', () => {
  const fields = CommandShape.def.options.flatMap((option) => Object.keys(option.shape));
  expect(fields.filter((field) => !page.includes(`\`${field}\``) && !page.includes(`"${field}":`))).toEqual(
    [],
  );
});

test('every field of a plan in full is explained', () => {
  const plan = Scenario.launched().require();
  const fields = Object.keys(planDetails(plan, pinnedRules(plan, ruleLibrary()).pack));
  expect(fields.filter((field) => !page.includes(`\`${field}\``))).toEqual([]);
});
