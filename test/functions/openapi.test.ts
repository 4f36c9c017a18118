import { Validator } from '@seriousme/openapi-schema-validator';
import { beforeAll, describe, expect, test } from 'vitest';
import { printJson } from '../../adapters/print-json.ts';
import { COMMAND_TYPES } from '../../functions/api/command-shapes.ts';
import { ROUTES } from '../../functions/api/routes.ts';
import { openApiDocument } from '../../functions/openapi/document.ts';
import { answerExample, EXAMPLES } from '../../functions/openapi/examples.ts';
import { OPERATIONS } from '../../functions/openapi/operations.ts';
import { PROBLEMS, type ProblemCode } from '../../functions/openapi/problems.ts';
import { type Played, walk } from './openapi.walk.ts';

// The walk happens before any test does.
process.env.POWERTOOLS_LOG_LEVEL = 'SILENT';

let played: Played[];
beforeAll(async () => {
  played = await walk();
});

const nameOf = ({ example }: Played): string => `${example.route} ${example.name}`;

/** As the reference shows it: a list of many says no more than one of two. */
function cut(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 2).map(cut);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, cut(held)]));
}

describe('the OpenAPI document', () => {
  test('is one', async () => {
    expect(await new Validator().validate(openApiDocument())).toMatchObject({ valid: true });
  });

  test('documents every route that is served, and no other', () => {
    expect(Object.keys(OPERATIONS).sort()).toEqual(Object.keys(ROUTES).sort());
  });

  test('names every operation once', () => {
    const ids = Object.values(OPERATIONS).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('has an example of every request, and of every command', () => {
    const shown = new Set(EXAMPLES.map(({ route }) => route));
    // Stopping and going on need work that takes longer than an example.
    const never = ['POST /api/imports/{jobId}/stop', 'POST /api/imports/{jobId}/continue'];
    expect(Object.keys(ROUTES).filter((route) => !shown.has(route))).toEqual(never);
    const commands = EXAMPLES.flatMap(({ body, status }) =>
      status === 200 && body && typeof body === 'object' && 'type' in body ? [String(body.type)] : [],
    );
    expect([...new Set(commands)].sort()).toEqual([...COMMAND_TYPES].sort());
  });
});

describe('every example, sent to the app in its order', () => {
  test('is answered with the status it says', () => {
    expect(played.map((one) => [nameOf(one), one.status])).toEqual(
      EXAMPLES.map((example) => [`${example.route} ${example.name}`, example.status]),
    );
  });

  test('is answered in the shape that is documented', () => {
    const wrong = played.flatMap((one) => {
      const answer = OPERATIONS[one.example.route]?.answers.find(({ status }) => status === one.status);
      if (!answer) return [];
      const issues = answer.shape.safeParse(one.json).error?.issues ?? [];
      return issues.map(({ path, message }) => `${nameOf(one)} ${path.join('/')}: ${message}`);
    });
    expect(wrong).toEqual([]);
  });

  test('is refused with a code that is documented for its route', () => {
    const refused = played.filter(({ status }) => status >= 400);
    expect(refused.length).toBeGreaterThan(5);
    for (const { example, json, status, type } of refused) {
      const { code } = json as { code: ProblemCode };
      expect(type).toBe('application/problem+json');
      expect(OPERATIONS[example.route]?.problems).toContain(code);
      expect(PROBLEMS[code][0]).toBe(status);
    }
  });

  test('carries the headers that are documented', () => {
    const LOOKS: Record<string, RegExp> = {
      ETag: /^"[\w-]+"$/,
      Location: /^\/api\/(plans|imports)\/[\w-]+$/,
      'Content-Disposition': /^attachment; filename="[\w.-]+"$/,
    };
    for (const { example, headers, status } of played) {
      const answer = OPERATIONS[example.route]?.answers.find((one) => one.status === status);
      const isTried = (example.body as { dryRun?: boolean } | undefined)?.dryRun;
      for (const name of isTried ? [] : (answer?.headers ?? []))
        expect(headers.get(name) ?? '').toMatch(LOOKS[name] ?? /^$/);
    }
  });

  test('sent again with its key is answered as the first time', () => {
    const answerTo = (name: string) => played.find(({ example }) => example.name === name)?.json;
    expect(answerTo('sent-again')).toEqual(answerTo('draft'));
    expect(answerTo('note-again')).toEqual(answerTo('note'));
  });

  test('is answered as the reference shows it', async () => {
    const answers = played
      // The document in itself would be without an end.
      .filter(({ example }) => example.route !== 'GET /api/openapi.json')
      .map((one) => [nameOf(one), cut(one.json)]);
    await expect(printJson(Object.fromEntries(answers))).toMatchFileSnapshot(
      '../../functions/openapi/answers.json',
    );
    expect(EXAMPLES.filter((example) => answerExample(example) === undefined)).toHaveLength(1);
  });
});
