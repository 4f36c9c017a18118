import type { ApiDocs, ShownExample, ShownOperation } from '../../views/admin/api-docs/model.ts';
import { openApiDocument } from './document.ts';
import { answerExample, EXAMPLES, type Example } from './examples.ts';

interface Described {
  operationId: string;
  tags: string[];
  summary: string;
  description: string;
  'x-roles': string[];
  parameters: { name: string; in: string; description: string }[];
  requestBody?: { content: Record<string, { schema: { $ref?: string } }> };
  responses: Record<string, { description: string; content: Record<string, { schema: { $ref?: string } }> }>;
}

interface OpenApi {
  info: { description: string };
  paths: Record<string, Record<string, Described>>;
  components: { schemas: Record<string, object> };
}

/** The OpenAPI document, laid out for reading. */
export function apiDocs(): ApiDocs {
  const document = openApiDocument() as unknown as OpenApi;
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({
      tag: described.tags[0] ?? '',
      shown: shown(method.toUpperCase(), path, described),
    })),
  );
  return {
    paragraphs: document.info.description.split('\n\n'),
    groups: TAGS.map((tag) => ({
      tag,
      operations: operations.filter((one) => one.tag === tag).map((one) => one.shown),
    })),
    schemas: Object.entries(document.components.schemas).map(([name, schema]) => ({
      name,
      text: JSON.stringify(schema, null, 2),
    })),
  };
}

const TAGS = ['Plans', 'Record', 'Imports', 'Reports', 'Rules'];

const nameIn = ({ $ref }: { $ref?: string }): string | undefined => $ref?.split('/').at(-1);

function shown(method: string, path: string, described: Described): ShownOperation {
  const [body] = Object.values(described.requestBody?.content ?? {});
  const sent = body && nameIn(body.schema);
  return {
    id: described.operationId,
    method,
    path,
    summary: described.summary,
    paragraphs: [
      ...described.description.split('\n\n').slice(0, -1),
      ...(sent ? [`What is sent has the shape ${sent}, below.`] : []),
    ],
    roles: described['x-roles'],
    parameters: described.parameters.map(({ name, in: where, description }) => ({
      name,
      where,
      says: description,
    })),
    answers: Object.entries(described.responses).map(([status, { description, content }]) => {
      const schema = nameIn(Object.values(content)[0]?.schema ?? {});
      return { status, says: description.split('\n\n'), ...(schema && { schema }) };
    }),
    examples: EXAMPLES.filter(({ route }) => route === `${method} ${path}`).map(exampleShown),
  };
}

function exampleShown(example: Example): ShownExample {
  const answer = answerExample(example);
  return {
    name: example.name,
    says: example.says,
    curl: curlOf(example),
    status: example.status,
    ...(answer !== undefined && { answer: JSON.stringify(answer, null, 2) }),
  };
}

/** The request as a command line; texts stand in single quotes, as a shell reads them. */
export function curlOf({ route, params = {}, query, headers = {}, body, type }: Example): string {
  const [method = 'GET', pattern = ''] = route.split(' ');
  const path = pattern.replace(/\{(\w+)\}/g, (_, name) => params[name] ?? '');
  const search = query ? `?${new URLSearchParams(query)}` : '';
  const sent = body === undefined ? [] : [`--data ${quoted(JSON.stringify(body, null, 2))}`];
  const all = {
    ...(sent.length > 0 && { 'Content-Type': type ?? 'application/json' }),
    ...headers,
  };
  return [
    `curl ${method === 'GET' || sent.length > 0 ? '' : `-X ${method} `}"$BASE_URL${path}${search}"`,
    '-H "Authorization: Bearer $TOKEN"',
    ...Object.entries(all).map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    ...sent,
  ].join(' \\\n  ');
}

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
