import { beforeEach, expect, test } from 'vitest';
import { ORIGIN_KEY_HEADER } from '../../adapters/origin-header.ts';
import { api, type WebRequest, web } from '../../functions/chains.ts';
import { site } from '../../functions/site.ts';
import { logMetrics } from '../../infra/log-metrics.ts';
import { CONTEXT, httpEvent } from './lambda.ts';
import { capturedLogs } from './logs.ts';
import { worldAt } from './ports.ts';

const logs = capturedLogs();
const KEY = 'k'.repeat(64);
const { ports } = worldAt('2026-12-01T15:00:00Z');
const behind = { ...ports, knowsOriginKey: async (shown: string | undefined) => shown === KEY };

let asked: WebRequest[] = [];
beforeEach(() => {
  asked = [];
});
const serve = async (request: WebRequest) => {
  asked.push(request);
  return { status: 200, body: '<p>Hello</p>' };
};
const doors = {
  pages: web(serve, behind),
  admin: site({}, behind, { 'GET /admin/signed-out': serve }),
  api: api(async () => ({ status: 200, json: {} }), behind),
};
const event = (headers: Record<string, string>) =>
  httpEvent('GET /admin/signed-out', { headers, caller: 'hr-1' });

test.each([
  ['pages', {}],
  ['pages', { [ORIGIN_KEY_HEADER]: 'guessed' }],
  ['admin', {}],
  ['api', {}],
] as const)('CDK-8: %s that are asked past CloudFront, with %j, answer nothing', async (name, headers) => {
  const { statusCode, body = '' } = await doors[name](event(headers), CONTEXT);
  expect([statusCode, asked]).toEqual([403, []]);
  expect(body).not.toContain('Hello');
  expect(body).not.toMatch(/origin|cloudfront|secret/i);
});

test.each([['pages'], ['admin'], ['api']] as const)('CDK-8: %s behind CloudFront answer', async (name) => {
  const { statusCode } = await doors[name](event({ 'X-Origin-Key': KEY }), CONTEXT);
  expect(statusCode).toBe(200);
});

test('CDK-8: a refusal carries every security header, and the API says it as a problem document', async () => {
  const refused = await doors.pages(event({}), CONTEXT);
  expect(refused.headers).toMatchObject({ 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' });
  const { headers, body = '' } = await doors.api(event({}), CONTEXT);
  expect(headers?.['Content-Type']).toBe('application/problem+json');
  expect(JSON.parse(body)).toMatchObject({ status: 403, code: 'past_the_edge', wayOut: expect.any(String) });
});

test.each([['pages'], ['admin'], ['api']] as const)(
  'CDK-20: a refusal of %s is in the log as the alarm counts it',
  async (name) => {
    await doors[name](event({}), CONTEXT);
    const lines = logs()
      .split('\n')
      .filter((line) => line.startsWith('{'));
    const { message, where } = logMetrics.PastTheEdgePages;
    expect(lines.map((line) => JSON.parse(line))).toContainEqual(
      expect.objectContaining({ message, ...where }),
    );
  },
);

test('the key goes no further than the door', async () => {
  await doors.pages(event({ [ORIGIN_KEY_HEADER]: KEY, 'x-other': 'stays' }), CONTEXT);
  expect(asked.map(({ headers }) => headers)).toEqual([{ 'x-other': 'stays' }]);
  expect(logs()).not.toContain(KEY);
});

test('where nothing stands before the API, nobody is asked for a key', async () => {
  expect((await web(serve, ports)(event({}), CONTEXT)).statusCode).toBe(200);
});
