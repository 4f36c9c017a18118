import { ROUTES } from '../api/routes.ts';
import { answerExample, EXAMPLES, type Example } from './examples.ts';
import type { Operation, Parameter } from './operation.ts';
import { OPERATIONS } from './operations.ts';
import { ALWAYS, PROBLEMS, type ProblemCode } from './problems.ts';
import { refTo, schemas } from './schemas.ts';

type Json = Record<string, unknown>;

const INTRO = `For HR, training and review systems. Everything is JSON; moments are UTC in whole seconds (2026-12-01T14:00:00Z), days the plan's own (2026-12-01). Every refusal is a problem document (RFC 9457) with a stable code and a wayOut.

A call carries an access token of the organisation's issuer as Bearer. People get theirs by signing in, programs by the client credentials flow; both need a role: the groups of a person, the scopes of a program (pip-follow-up/hr, pip-follow-up/auditor).

Lists are cut into pages: while an answer has a cursor, send it with the next request. A plan's ETag is its version; send it as If-Match and a command is done only if nobody changed the plan meanwhile. In examples, lists are cut to two entries.`;

/** The API as an OpenAPI 3.1 document, made of the shapes that requests are checked with and of the routing table. */
export function openApiDocument(): Json {
  const paths: Record<string, Json> = {};
  for (const [key, { who }] of Object.entries(ROUTES)) {
    const [method = '', path = ''] = key.split(' ');
    const operation = OPERATIONS[key];
    if (!operation) throw new RangeError(`${key} has no documentation.`);
    paths[path] = { ...paths[path], [method.toLowerCase()]: described(key, operation, Object.keys(who)) };
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'PIP Follow-Up',
      version: '1',
      summary: 'Follows up performance improvement plans, fairly to both sides.',
      description: INTRO,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    security: [{ token: [] }],
    tags: [...new Set(Object.values(OPERATIONS).map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'An access token of the issuer that the organisation signs in with (OpenID Connect).',
        },
      },
      headers: {
        ETag: { description: 'The version of the plan, in quotes.', schema: { type: 'string' } },
        Location: { description: 'The address of what was made.', schema: { type: 'string' } },
        'Content-Disposition': { description: 'A name for the file.', schema: { type: 'string' } },
      },
      schemas: { ...schemas(), Problem: PROBLEM },
    },
  };
}

function described(key: string, operation: Operation, roles: readonly string[]): Json {
  const { id, tag, summary, says, parameters = [], body, answers, problems } = operation;
  const examples = EXAMPLES.filter(({ route }) => route === key);
  return {
    operationId: id,
    tags: [tag],
    summary,
    description: `${says}\n\nFor: ${roles.join(', ')}.`,
    'x-roles': roles,
    parameters: [...pathParameters(key), ...parameters].map((parameter) => parameterOf(parameter, examples)),
    ...(body && {
      requestBody: {
        required: body.optional !== true,
        content: Object.fromEntries(
          (body.types ?? ['application/json']).map((type) => [
            type,
            {
              schema: type.includes('json') ? { $ref: refTo(body.name) } : { type: 'string' },
              ...examplesOf(
                examples.filter((one) => (one.type ?? 'application/json') === type),
                ({ body: sent }) => sent,
              ),
            },
          ]),
        ),
      },
    }),
    responses: {
      ...Object.fromEntries(
        answers.map(({ status, says: what, name, headers = [] }) => [
          status,
          {
            description: what,
            ...(headers.length > 0 && {
              headers: Object.fromEntries(
                headers.map((header) => [header, { $ref: `#/components/headers/${header}` }]),
              ),
            }),
            content: {
              'application/json': {
                schema: { $ref: refTo(name) },
                ...examplesOf(
                  examples.filter((one) => one.status === status),
                  answerExample,
                ),
              },
            },
          },
        ]),
      ),
      ...refusals([...ALWAYS, ...problems], examples),
    },
  };
}

const pathParameters = (key: string): Parameter[] =>
  [...key.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    in: 'path',
    name,
    says: name === 'planId' ? 'Id of the plan.' : 'As the answers name it.',
    schema: { type: 'string' },
  }));

function parameterOf({ in: place, name, says, schema }: Parameter, examples: readonly Example[]): Json {
  const given = examples.map((example) =>
    place === 'path'
      ? example.params?.[name]
      : place === 'query'
        ? example.query?.[name]
        : example.headers?.[name],
  );
  const example = given.find((value) => value !== undefined);
  return {
    in: place,
    name,
    description: says,
    ...(place === 'path' && { required: true }),
    schema,
    ...(example !== undefined && { example: schema.type === 'integer' ? Number(example) : example }),
  };
}

function examplesOf(examples: readonly Example[], valueFor: (example: Example) => unknown): Json {
  const given = examples.flatMap((example) => {
    const value = valueFor(example);
    return value === undefined ? [] : [[example.name, { summary: example.says, value }] as const];
  });
  return given.length > 0 ? { examples: Object.fromEntries(given) } : {};
}

/** By status: which codes it may carry, each with when. */
function refusals(codes: readonly ProblemCode[], examples: readonly Example[]): Json {
  const byStatus = Map.groupBy(new Set(codes), (code) => PROBLEMS[code][0]);
  return Object.fromEntries(
    [...byStatus].map(([status, some]) => [
      status,
      {
        description: some.map((code) => `\`${code}\`: ${PROBLEMS[code][1]}`).join('\n\n'),
        content: {
          'application/problem+json': {
            schema: {
              allOf: [{ $ref: refTo('Problem') }, { properties: { code: { enum: some } } }],
            },
            ...examplesOf(
              examples.filter((one) => one.status === status),
              answerExample,
            ),
          },
        },
      },
    ]),
  );
}

const PROBLEM: Json = {
  type: 'object',
  description: 'What was refused, and the way out (RFC 9457).',
  properties: {
    type: { type: 'string', description: 'urn:pip-follow-up:problem: and the code.' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'One plain sentence.' },
    code: { type: 'string', enum: Object.keys(PROBLEMS), description: 'Stable: decide by this.' },
    wayOut: { type: 'string', description: 'What to do next.' },
    errors: {
      type: 'array',
      description: 'Of rules_broken: every field with what is wrong with it.',
      items: {
        type: 'object',
        properties: {
          field: { type: 'string', description: 'JSON pointer into what was sent.' },
          message: { type: 'string' },
          rule: { type: 'string', description: 'Id of a rule of the pack, product, or shape.' },
          citation: { type: 'string' },
        },
        required: ['field', 'message', 'rule', 'citation'],
      },
    },
  },
  required: ['type', 'title', 'status', 'detail', 'code', 'wayOut'],
  additionalProperties: true,
};
