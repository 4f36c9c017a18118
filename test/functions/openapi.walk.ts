import { EXAMPLES, type Example } from '../../functions/openapi/examples.ts';
import { EXAMPLE_JOB } from '../../functions/openapi/import-examples.ts';
import { post } from '../../sandbox/story/http.ts';
import { type QuickApp, quickApp } from '../support/quick-app.ts';

export interface Played {
  example: Example;
  status: number;
  headers: Headers;
  type: string;
  json: unknown;
}

const MANAGER = {
  sub: 'dana',
  token_use: 'access',
  email: 'dana.whitfield@agency.example',
  email_verified: 'true',
  'cognito:groups': '[manager]',
};

/** Sends every example of the reference to one app, in their order, and answers what came back. */
export async function walk(): Promise<Played[]> {
  const app = await quickApp('2026-12-01T15:00:00Z');
  const ids = new Map<string, string>();
  const played: Played[] = [];
  try {
    for (const example of EXAMPLES) played.push(await play(example, app, ids));
    return played;
  } finally {
    await app.close();
  }
}

async function play(example: Example, app: QuickApp, ids: Map<string, string>): Promise<Played> {
  const { route, params = {}, query, headers, body, type = 'application/json', caller, at } = example;
  await post(app.url, '/_sandbox/clock', at ? { to: at } : { advance: 'PT0S' });
  const [method = 'GET', pattern = ''] = route.split(' ');
  const path = pattern.replace(/\{(\w+)\}/g, (_, name) => ids.get(params[name] ?? '') ?? params[name] ?? '');
  const reply = await fetch(new URL(`${path}?${new URLSearchParams(query)}`, app.url), {
    method,
    headers: {
      ...(body !== undefined && { 'content-type': type }),
      ...(caller && { authorization: `Bearer ${JSON.stringify(MANAGER)}` }),
      ...headers,
    },
    ...(body !== undefined && { body: type === 'application/json' ? JSON.stringify(body) : String(body) }),
  });
  const json = await reply.json();
  if (route === 'POST /api/imports') ids.set(EXAMPLE_JOB, (json as { jobId: string }).jobId);
  return {
    example,
    status: reply.status,
    headers: reply.headers,
    type: reply.headers.get('content-type') ?? '',
    json: sameEveryTime(json, ids),
  };
}

/** With the ids that are drawn by lot, and what is made of them, replaced by ones that stay. */
function sameEveryTime(json: unknown, ids: Map<string, string>): unknown {
  const job = ids.get(EXAMPLE_JOB);
  const imported = /(?<="planId":")pln[a-z2-7]{20}(?=","[a-z]+":|")/g;
  const text = JSON.stringify(json)
    .replaceAll(/(pln[a-z2-7]{20})\.[a-z2-7]{16}/g, '$1.exampleexamplelk')
    .replaceAll(/"[0-9a-f]{64}"/g, `"${'0123456789abcdef'.repeat(4)}"`)
    .replaceAll(job ?? EXAMPLE_JOB, EXAMPLE_JOB);
  return JSON.parse(job && text.includes('"outcome":"done"') ? text.replaceAll(imported, IMPORTED) : text);
}

const IMPORTED = 'plnexampleexampleexampl';
