import { describe, expect, test } from 'vitest';
import { task, type WebRequest, web } from '../../functions/chains.ts';
import { CONTEXT, httpEvent } from './lambda.ts';
import { capturedLogs } from './logs.ts';
import { worldAt } from './ports.ts';

const logs = capturedLogs();
const { ports } = worldAt('2026-12-01T15:00:00Z');

const HEADERS = {
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'",
  'Referrer-Policy': 'same-origin',
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-store',
  'X-Robots-Tag': 'noindex',
  'Cross-Origin-Opener-Policy': 'same-origin',
  Vary: 'Sec-Fetch-Site, Origin, Accept-Language',
};

describe('a page', () => {
  const page = web(
    async () => ({ status: 200, cookies: ['__Host-link=x; Secure'], body: '<p>Hello</p>' }),
    ports,
  );

  test('goes out with every security header and its cookies', async () => {
    expect(await page(httpEvent('GET /p/{requestId}'), CONTEXT)).toEqual({
      statusCode: 200,
      headers: { 'Content-Type': 'text/html; charset=utf-8', ...HEADERS },
      cookies: ['__Host-link=x; Secure'],
      body: '<p>Hello</p>',
    });
  });

  test('asked for by HEAD it has the same headers and no body', async () => {
    const get = await page(httpEvent('GET /p/{requestId}'), CONTEXT);
    expect(await page(httpEvent('HEAD /p/{requestId}'), CONTEXT)).toEqual({ ...get, body: '' });
  });

  test('a redirect has no content type', async () => {
    const redirect = web(async () => ({ status: 303, headers: { Location: '/p/x' } }), ports);
    expect(await redirect(httpEvent('GET /l/{token}'), CONTEXT)).toEqual({
      statusCode: 303,
      headers: { Location: '/p/x', ...HEADERS },
      body: '',
    });
  });

  test('that cannot be made is an apology which says nothing of why', async () => {
    const broken = web(async () => {
      throw new Error('Jordan Reyes wrote something odd');
    }, ports);
    const { statusCode, headers, body } = await broken(
      httpEvent('GET /l/{token}', { params: { token: 't0ken' } }),
      CONTEXT,
    );
    expect([statusCode, headers]).toEqual([500, { 'Content-Type': 'text/html; charset=utf-8', ...HEADERS }]);
    expect(body).toContain('Sorry, this did not work');
    expect(body + logs()).not.toMatch(/Jordan|t0ken/);
    expect(logs()).toContain('GET /l/{token}');
  });
});

describe('what a page is asked with', () => {
  const seen = async (...args: Parameters<typeof httpEvent>): Promise<WebRequest> => {
    let request: WebRequest | undefined;
    await web(async (given) => {
      request = given;
      return { status: 204 };
    }, ports)(httpEvent(...args), CONTEXT);
    return request as WebRequest;
  };
  const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };

  test('a form, cookies, lower-case headers and the parts of the route', async () => {
    const request = await seen('POST /p/{requestId}', {
      params: { requestId: 'check-in-2026-12-18' },
      headers: { ...FORM, 'Sec-Fetch-Site': 'same-origin' },
      cookies: ['__Host-link=a=b', 'other=1'],
      body: 'comment=a+b%20c&rating=near&rating=below',
    });
    expect(request).toMatchObject({
      method: 'POST',
      path: '/p/check-in-2026-12-18',
      params: { requestId: 'check-in-2026-12-18' },
      cookies: { '__Host-link': 'a=b', other: '1' },
      bodyBytes: 40,
    });
    expect(request.headers['sec-fetch-site']).toBe('same-origin');
    expect([...(request.form ?? [])]).toEqual([
      ['comment', 'a b c'],
      ['rating', 'near'],
      ['rating', 'below'],
    ]);
  });

  test('a named stage is no part of the path', async () => {
    expect(
      await seen('GET /assets/style.css', { stage: 'dev', path: '/dev/assets/style.css' }),
    ).toMatchObject({
      path: '/assets/style.css',
    });
  });

  test('a form of more than 64 KB is not read, only measured', async () => {
    const request = await seen('POST /p/{requestId}', { headers: FORM, body: `a=${'x'.repeat(65_536)}` });
    expect(request).toMatchObject({ bodyBytes: 65_538 });
    expect(request.form).toBeUndefined();
  });

  test('a body of another type is no form', async () => {
    expect(
      (await seen('POST /p/{requestId}', { headers: { 'content-type': 'text/plain' }, body: 'a=b' })).form,
    ).toBeUndefined();
  });
});

test('a failing task says its name and code, and carries nothing else into the history', async () => {
  class Odd extends Error {
    override readonly name = 'Odd';
    readonly data = 'Jordan Reyes';
  }
  const error = await task(async () => {
    throw new Odd('Jordan Reyes did it');
  }, ports)({}, CONTEXT).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Error);
  const { name, message, stack, ...rest } = error as Error;
  expect({ name, message, stack, rest }).toEqual({
    name: 'Odd',
    message: 'unexpected',
    stack: 'Odd: unexpected',
    rest: {},
  });
  expect(logs()).toContain('Odd');
  expect(logs()).not.toContain('Jordan');
});
