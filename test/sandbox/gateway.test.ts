import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { afterEach, describe, expect, test } from 'vitest';
import { matchRoute, type Route } from '../../sandbox/gateway/routes.ts';
import { createGateway, UnsupportedRoute } from '../../sandbox/gateway.ts';
import type { Resource } from '../../sandbox/types.ts';
import { openWorld, route, START } from './doors-world.ts';

let world: Awaited<ReturnType<typeof openWorld>>;
afterEach(() => world?.doors.close());

const serve = async (keys: Record<string, string>, answer: (event: APIGatewayProxyEventV2) => unknown) => {
  const resources = Object.entries(keys).flatMap(([key, authorization]) =>
    route(key, 'pages', authorization),
  );
  world = await openWorld({ resources, functions: { pages: answer } });
  return world;
};

const eventSeen = () => world.handled.at(-1)?.payload as APIGatewayProxyEventV2;

describe('the event a function gets', () => {
  test('holds path, parameters, query, cookies and lower-case headers, on the virtual clock', async () => {
    const { doors } = await serve({ 'GET /l/{token}': 'NONE' }, () => ({ statusCode: 204 }));
    await fetch(`${doors.url}/l/pln1.abc%20d?a=1&a=2&b=x%26y`, {
      headers: { cookie: 'one=1; two=2', 'X-Thing': 'Value', 'user-agent': 'test' },
    });
    const { headers, ...event } = eventSeen();
    expect(headers).toMatchObject({ 'x-thing': 'Value', host: doors.url.slice(7) });
    expect(headers).not.toHaveProperty('cookie');
    expect(event).toEqual({
      version: '2.0',
      routeKey: 'GET /l/{token}',
      rawPath: '/l/pln1.abc%20d',
      rawQueryString: 'a=1&a=2&b=x%26y',
      cookies: ['one=1', 'two=2'],
      queryStringParameters: { a: '1,2', b: 'x&y' },
      pathParameters: { token: 'pln1.abc d' },
      requestContext: {
        accountId: '123456789012',
        apiId: 'api1',
        domainName: doors.url.slice(7),
        domainPrefix: '127',
        http: {
          method: 'GET',
          path: '/l/pln1.abc%20d',
          protocol: 'HTTP/1.1',
          sourceIp: '127.0.0.1',
          userAgent: 'test',
        },
        requestId: 'sandbox-http-1',
        routeKey: 'GET /l/{token}',
        stage: '$default',
        time: '04/Jan/2027:14:00:00 +0000',
        timeEpoch: START,
      },
      isBase64Encoded: false,
    });
  });

  test.each([
    ['JSON as text', 'application/json', '{"a":"ä"}', '{"a":"ä"}', false],
    ['a form in base64, as AWS does', 'application/x-www-form-urlencoded', 'a=1', 'YT0x', true],
    ['an image in base64', 'image/png', 'a=1', 'YT0x', true],
  ])('carries %s', async (_, type, body, seen, isBase64Encoded) => {
    const { doors } = await serve({ 'POST /p': 'NONE' }, () => ({ statusCode: 204 }));
    await fetch(`${doors.url}/p`, { method: 'POST', headers: { 'content-type': type }, body });
    expect([eventSeen().body, eventSeen().isBase64Encoded]).toEqual([seen, isBase64Encoded]);
  });

  test('an IAM route is open to this machine, and its event tells who called', async () => {
    const { doors } = await serve({ 'GET /api/plans': 'AWS_IAM' }, () => ({ statusCode: 204 }));
    expect((await fetch(`${doors.url}/api/plans`)).status).toBe(204);
    expect(eventSeen().requestContext).toMatchObject({
      authorizer: {
        iam: { userArn: 'arn:aws:iam::123456789012:user/sandbox-user', accountId: '123456789012' },
      },
    });
  });

  test('a signature for execute-api is a request to the API and names its caller', async () => {
    const { doors } = await serve({ 'GET /api/plans': 'AWS_IAM' }, () => ({ statusCode: 204 }));
    const authorization = 'AWS4-HMAC-SHA256 Credential=MAILER/20270104/us-east-1/execute-api/aws4_request, X';
    await fetch(`${doors.url}/api/plans`, { headers: { authorization } });
    expect(eventSeen().requestContext).toMatchObject({
      authorizer: { iam: { userArn: 'arn:aws:iam::123456789012:role/Mailer', accessKey: 'MAILER' } },
    });
  });
});

describe('the answer the caller gets', () => {
  const answerOf = async (answer: unknown) => {
    const { doors } = await serve({ 'GET /p': 'NONE' }, () => {
      if (answer instanceof Error) throw answer;
      return answer;
    });
    const reply = await fetch(`${doors.url}/p`, { redirect: 'manual' });
    return { status: reply.status, headers: reply.headers, body: await reply.text() };
  };

  test('keeps status, headers and each cookie', async () => {
    const { status, headers, body } = await answerOf({
      statusCode: 303,
      headers: { Location: '/p/1', 'X-Count': 3 },
      cookies: ['a=1; HttpOnly', 'b=2'],
      body: '',
    });
    expect([status, headers.get('location'), headers.get('x-count'), body]).toEqual([303, '/p/1', '3', '']);
    expect(headers.getSetCookie()).toEqual(['a=1; HttpOnly', 'b=2']);
  });

  test('decodes base64 and calls a body without a type plain text', async () => {
    const { headers, body } = await answerOf({ statusCode: 200, isBase64Encoded: true, body: 'aMOk' });
    expect([headers.get('content-type'), body]).toEqual(['text/plain;charset=UTF-8', 'hä']);
  });

  test('is JSON with 200 for a plain object', async () => {
    const { status, headers, body } = await answerOf({ fine: true });
    expect([status, headers.get('content-type'), body]).toEqual([200, 'application/json', '{"fine":true}']);
  });

  test.each([
    ['a function that throws', new Error('secret')],
    ['a status that is none', { statusCode: 'ok' }],
    ['a body that is no text', { statusCode: 200, body: {} }],
  ])('is 500 and says nothing more for %s', async (_, answer) => {
    const { status, body } = await answerOf(answer);
    expect([status, body]).toEqual([500, '{"message":"Internal Server Error"}']);
  });
});

describe('routes', () => {
  const key = (routes: string[], method: string, path: string) =>
    matchRoute(
      routes.map((one): Route => {
        const [method = '', path = ''] = one === '$default' ? ['ANY', '/{proxy+}'] : one.split(' ');
        return { key: one, method, path, functionArn: 'f', isIam: false, apiId: 'a' };
      }),
      method,
      path,
    )?.route.key;

  test.each([
    ['a fixed path beats a variable', ['GET /p/{id}', 'GET /p/new'], 'GET', '/p/new', 'GET /p/new'],
    ['a variable beats the rest', ['GET /{proxy+}', 'GET /p/{id}'], 'GET', '/p/1', 'GET /p/{id}'],
    ['a method beats ANY', ['ANY /p', 'GET /p'], 'GET', '/p', 'GET /p'],
    ['$default takes what is left', ['$default', 'GET /p'], 'POST', '/x/y', '$default'],
    ['HEAD is not GET', ['GET /p'], 'HEAD', '/p', undefined],
    ['a variable takes one part, not none', ['GET /p/{id}'], 'GET', '/p/', undefined],
    ['a longer path is another path', ['GET /p/{id}'], 'GET', '/p/1/2', undefined],
  ])('%s', (_, routes, method, path, expected) => expect(key(routes, method, path)).toBe(expected));

  test('what no route takes is 404, with the method and without', async () => {
    const { ask } = await serve({ 'GET /p': 'NONE' }, () => ({ statusCode: 204 }));
    const notFound = { status: 404, body: { message: 'Not Found' } };
    expect(await ask('/nowhere')).toEqual(notFound);
    expect(await ask('/p', { method: 'POST', body: 'x' })).toEqual(notFound);
  });

  test('HEAD goes where the template says and has no body', async () => {
    const { doors } = await serve({ 'HEAD /p': 'NONE' }, () => ({ statusCode: 200, body: 'text' }));
    const reply = await fetch(`${doors.url}/p`, { method: 'HEAD' });
    expect([reply.status, reply.headers.get('content-length'), await reply.text()]).toEqual([200, '4', '']);
  });

  test.each([
    ['over 10 MB', 10 * 1024 * 1024 + 1],
    ['over what is read at all', 15 * 1024 * 1024],
    ['too large for a Lambda event', 5 * 1024 * 1024],
  ])('a body %s is 413 and never reaches the function', async (_, size) => {
    const { ask, handled } = await serve({ 'POST /p': 'NONE' }, () => ({ statusCode: 204 }));
    const reply = await ask('/p', {
      method: 'POST',
      headers: { 'content-type': 'image/png' },
      body: Buffer.alloc(size),
    });
    expect(reply).toEqual({ status: 413, body: { message: 'Request Entity Too Large' } });
    expect(handled).toEqual([]);
  });

  test('a template asking for what is not there is refused by name', () => {
    const open = (resources: Resource[]) =>
      createGateway({
        clock: { now: () => START },
        functions: { invoke: async () => ({ payload: null }) },
        resources,
        account: '123456789012',
        callerOf: () => undefined,
      });
    expect(() => open(route('GET /x', 'pages', 'CUSTOM'))).toThrow(
      new UnsupportedRoute('pip/RouteGET /x: the sandbox has no CUSTOM authorizer.'),
    );
    expect(() => open(route('GET /x', 'pages').slice(0, 1))).toThrow(UnsupportedRoute);
  });
});

describe('who may knock', () => {
  const under = async (host: string, path: string) => {
    const { request } = await import('node:http');
    return new Promise((resolve) => {
      request(`${world.doors.url}${path}`, { headers: { host } }, (reply) => resolve(reply.statusCode)).end();
    });
  };

  test('a foreign host name opens public pages only', async () => {
    await serve({ 'GET /l/{token}': 'NONE', 'GET /api/plans': 'AWS_IAM' }, () => ({ statusCode: 204 }));
    expect(await under('pip.example.org', '/l/x')).toBe(204);
    expect(await under('pip.example.org', '/api/plans')).toBe(403);
    expect(await under('pip.example.org', '/_sandbox/mail')).toBe(403);
    expect(await under('pip.example.org', '/')).toBe(403);
    expect(await under('localhost:1', '/api/plans')).toBe(204);
  });
});
