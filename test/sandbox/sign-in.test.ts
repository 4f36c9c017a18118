import { decodeJwt } from 'jose';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createSignIn, type SignIn, type SignInRefused, type Started } from '../../adapters/sign-in.ts';
import { PEOPLE, personFor, subjectOf } from '../../sandbox/sign-in/people.ts';
import { openBrowser, poolOf, signedIn, tokenFor, tokensFor } from '../support/sign-in.ts';
import { START } from './doors-world.ts';
import { openSignIn } from './sign-in-world.ts';

let world: Awaited<ReturnType<typeof openSignIn>>;
/** The app's own half of a sign-in, as it is deployed; what it keeps in a cookie is kept here instead. */
let app: SignIn;
let underWay: Started;
let claims: Record<string, unknown>[] = [];

beforeAll(async () => {
  world = await openSignIn({
    admin: async ({ routeKey, rawQueryString }) => {
      if (routeKey === 'GET /admin/sign-in') {
        const { url, started } = await app.start();
        underWay = started;
        return { statusCode: 303, headers: { Location: url } };
      }
      if (routeKey === 'GET /admin') return { statusCode: 200, body: 'the site' };
      claims.push(await app.finish(rawQueryString, underWay));
      return { statusCode: 303, headers: { Location: '/admin' }, cookies: ['__Host-session=sealed; Path=/'] };
    },
  });
  const { clients } = await poolOf(world.url);
  app = createSignIn({ issuer: world.issuer, clientId: clients[0]?.id ?? '', baseUrl: world.url });
});
afterAll(() => world.close());

beforeEach(async () => {
  // The app lives on virtual time, as every function does.
  vi.useFakeTimers({ toFake: ['Date'], now: START });
  world.clock.reset(START);
  await world.signIn.reset();
  claims = [];
});
afterEach(() => void vi.useRealTimers());

const seconds = START / 1000;

describe('signing in', () => {
  test('goes the way it goes when deployed: code and PKCE, checked by the app itself', async () => {
    expect(await signedIn(world.url, 'auditor')).toBe('__Host-session=sealed');
    const { nonce, ...told } = claims[0] ?? {};
    expect(told).toEqual({
      sub: subjectOf({ email: 'avery.lindqvist@agency.example' }),
      name: 'Avery Lindqvist',
      email: 'avery.lindqvist@agency.example',
      email_verified: true,
      'cognito:groups': ['auditor'],
      'cognito:username': subjectOf({ email: 'avery.lindqvist@agency.example' }),
      token_use: 'id',
      auth_time: seconds,
      iss: world.issuer,
      aud: (await poolOf(world.url)).clients[0]?.id,
      iat: seconds,
      exp: seconds + 15 * 60,
    });
    expect(nonce).toEqual(expect.any(String));
  });

  test('asks who one is, says that nobody has a password, and takes a press of a button', async () => {
    const browser = openBrowser();
    const { url, response } = await browser.go(`${world.url}/admin/sign-in`);
    const page = (await response?.text()) ?? '';
    expect([...page.matchAll(/Sign in as [^<]+/g)].map(String)).toEqual([
      'Sign in as Harper Ellis, HR',
      'Sign in as Morgan Reyes, manager',
      'Sign in as Avery Lindqvist, auditor',
      'Sign in as Oz Tanaka, operator',
      'Sign in as Noor Haddad, in no group',
    ]);
    expect(page).toContain('nobody has a password here');
    expect((await browser.go(url.href, { form: { person: 'operator' } })).url.pathname).toBe('/admin');
    expect(claims[0]).toMatchObject({ name: 'Oz Tanaka', 'cognito:groups': ['operator'] });
  });

  test('takes the address of somebody in a plan, who is a manager then; what is no address is asked for again', async () => {
    const browser = openBrowser();
    const { url } = await browser.go(`${world.url}/admin/sign-in`);
    const refused = await browser.go(url.href, { form: { person: '"dana<' } });
    expect([refused.response?.status, await refused.response?.text()]).toEqual([
      422,
      expect.stringContaining('value="&quot;dana&lt;" aria-invalid="true"'),
    ]);
    await browser.go(url.href, { form: { person: ' Dana.Kim@Agency.example ' } });
    expect(claims[0]).toMatchObject({
      name: 'Dana Kim',
      email: 'dana.kim@agency.example',
      'cognito:groups': ['manager'],
    });
  });

  test('somebody in no group signs in all the same, and their tokens name none', async () => {
    await openBrowser().go(`${world.url}/_sandbox/act-as/no-group`);
    expect(claims).toMatchObject([{ name: 'Noor Haddad', email: 'noor.haddad@agency.example' }]);
    expect(Object.keys(claims[0] ?? {})).not.toContain('cognito:groups');
  });

  test('whoever is signed in is not asked again, also weeks of virtual time later, until they sign out', async () => {
    const browser = openBrowser();
    await browser.go(`${world.url}/_sandbox/act-as/hr`);
    const later = START + 21 * 86_400_000;
    await world.clock.advanceTo(later);
    vi.setSystemTime(later);
    expect((await browser.go(`${world.url}/admin/sign-in`)).url.pathname).toBe('/admin');
    expect(claims.map(({ iat, auth_time }) => [iat, auth_time])).toEqual([
      [seconds, seconds],
      [later / 1000, seconds],
    ]);

    const out = await browser.go((await app.signOutUrl()) ?? '', {
      stop: ({ pathname }) => pathname.startsWith('/admin'),
    });
    expect(out.url.href).toBe(`${world.url}/admin/signed-out`);
    expect((await browser.go(`${world.url}/admin/sign-in`)).url.pathname).toMatch(/\/interaction\//);
  });

  test('to act as somebody else signs the first one out, goes through once without asking, and stays on this site', async () => {
    const browser = openBrowser();
    await browser.go(`${world.url}/_sandbox/act-as/hr`);
    await browser.go(`${world.url}/_sandbox/act-as/operator`);
    expect(claims.map(({ name }) => name)).toEqual(['Harper Ellis', 'Oz Tanaka']);

    const to = async (wanted: string) =>
      (
        await fetch(`${world.url}/_sandbox/act-as/hr?to=${encodeURIComponent(wanted)}`, {
          redirect: 'manual',
        })
      ).headers.get('location');
    expect(await to('/admin/plans?late=1')).toBe('/admin/sign-in?to=%2Fadmin%2Fplans%3Flate%3D1');
    expect(await to('//elsewhere.example')).toBe('/admin/sign-in?to=%2Fadmin');
    expect(await to('https://elsewhere.example')).toBe('/admin/sign-in?to=%2Fadmin');
    expect((await fetch(`${world.url}/_sandbox/act-as/nobody`)).status).toBe(404);
  });

  test('whoever comes by another name of this machine is sent to the one that sign-in leads back to', async () => {
    const { port } = new URL(world.url);
    const to = async (path: string) =>
      (await fetch(`http://localhost:${port}${path}`, { redirect: 'manual' })).headers.get('location');
    expect(await to('/admin/sign-in?to=/admin/plans')).toBe(`${world.url}/admin/sign-in?to=/admin/plans`);
    expect(await to('/_sandbox/act-as/hr')).toBe(`${world.url}/_sandbox/act-as/hr`);
    expect(await to('/administration')).toBeNull();
  });

  test('a cookie says how long it has left, because browsers know nothing of virtual time', async () => {
    const { url } = await app.start();
    const cookies = (await fetch(url, { redirect: 'manual' })).headers.getSetCookie();
    const underWay = cookies.find((cookie) => cookie.startsWith('_interaction='));
    expect(underWay).toMatch(/; Max-Age=604800;/);
    expect(cookies.filter((cookie) => /expires=/i.test(cookie))).toEqual([]);
  });

  test('a reset signs everybody out and ends what was under way', async () => {
    const [here, there] = [openBrowser(), openBrowser()];
    await here.go(`${world.url}/_sandbox/act-as/hr`);
    const { url } = await there.go(`${world.url}/admin/sign-in`);
    await world.signIn.reset();
    expect((await here.go(`${world.url}/admin/sign-in`)).url.pathname).toMatch(/\/interaction\//);
    const over = await there.go(url.href, { form: { person: 'hr' } });
    expect([over.response?.status, await over.response?.text()]).toEqual([
      400,
      expect.stringContaining('This sign-in is over'),
    ]);
  });

  test('a code is good for once, for whoever asked for it, and not without PKCE', async () => {
    const { url, started } = await app.start();
    const browser = openBrowser();
    await browser.go(`${world.url}/_sandbox/act-as/hr`, {
      stop: ({ pathname }) => pathname === '/admin/sign-in',
    });
    const back = await browser.go(url, { stop: ({ pathname }) => pathname === '/admin/callback' });
    const query = back.url.searchParams.toString();
    const refusal = async (of: Started) =>
      app.finish(query, of).then(
        () => 'none',
        (error: SignInRefused) => [error.name, error.reason],
      );
    expect(await refusal({ ...started, verifier: 'x'.repeat(43) })).toEqual([
      'SignInRefused',
      'invalid_grant',
    ]);
    expect(await refusal(started)).toBe('none');
    expect(await refusal(started)).toEqual(['SignInRefused', 'invalid_grant']);
    await expect(
      tokensFor(world.url, 'hr', { code_challenge: '', code_challenge_method: '' }),
    ).rejects.toThrow(/invalid_request/);
  });
});

describe('tokens', () => {
  test('an access token looks as one of Cognito does, and names nobody', async () => {
    const { access_token: token, expires_in: lasts } = await tokensFor(world.url, 'manager');
    const { jti, ...claims } = decodeJwt(token);
    const sub = subjectOf({ email: 'morgan.reyes@agency.example' });
    expect(lasts).toBe(900);
    expect(claims).toEqual({
      iss: world.issuer,
      sub,
      username: sub,
      client_id: (await poolOf(world.url)).clients[0]?.id,
      token_use: 'access',
      version: 2,
      scope: 'openid email profile',
      iat: seconds,
      exp: seconds + 900,
      'cognito:groups': ['manager'],
    });
  });

  test.each(['in the form', 'in the header'])(
    'a program gets one for its secret, sent %s, and scopes it has',
    async (where) => {
      const { id = '', secret = '' } = (await poolOf(world.url)).clients[1] ?? {};
      const ask = async (scope?: string, key = secret) => {
        const form = { grant_type: 'client_credentials', client_id: id, ...(scope && { scope }) };
        const inHeader = { authorization: `Basic ${Buffer.from(`${id}:${key}`).toString('base64')}` };
        const answer = await fetch(`${world.issuer}/oauth2/token`, {
          method: 'POST',
          ...(where === 'in the form'
            ? { body: new URLSearchParams({ ...form, client_secret: key }) }
            : { body: new URLSearchParams(form), headers: inHeader }),
        });
        return (await answer.json()) as Record<string, string>;
      };
      const { access_token: token = '' } = await ask('pip-follow-up/hr');
      const { jti, ...claims } = decodeJwt(token);
      expect(claims).toEqual({
        iss: world.issuer,
        sub: id,
        client_id: id,
        token_use: 'access',
        version: 2,
        scope: 'pip-follow-up/hr',
        iat: seconds,
        exp: seconds + 900,
      });
      expect((await ask()).scope).toBe('pip-follow-up/hr');
      expect((await ask('pip-follow-up/operator')).error).toBe('invalid_scope');
      expect((await ask('pip-follow-up/hr', 'guessed')).error).toBe('invalid_client');
    },
  );

  test('the pool answers under its domain as well, and under no other name', async () => {
    const status = async (name: string) =>
      (await fetch(`${world.url}/_sandbox/oidc/${name}/.well-known/jwks.json`)).status;
    expect(await status('pip-follow-up-test')).toBe(200);
    expect(await status('us-east-1_other')).toBe(404);
  });

  test('keys are new at every start, and only their public part is told', async () => {
    const keysOf = async (issuer: string) => {
      const answer = await fetch(`${issuer}/.well-known/jwks.json`);
      return ((await answer.json()) as { keys: Record<string, string>[] }).keys;
    };
    const [first] = await keysOf(world.issuer);
    expect(Object.keys(first ?? {}).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
    const another = await openSignIn();
    const [other] = await keysOf(another.issuer);
    await another.close();
    expect(other?.n).not.toBe(first?.n);
  });

  test('a sign-in under way keeps the clock from moving', async () => {
    const busy = vi.spyOn(world.clock, 'busy');
    await tokenFor(world.url, 'hr');
    expect(new Set(busy.mock.calls.flat())).toEqual(new Set(['a sign-in']));
  });
});

describe('people', () => {
  test('there is one for each role and one without, known by key and by address', () => {
    expect(PEOPLE.map(({ role }) => role)).toEqual(['hr', 'manager', 'auditor', 'operator', undefined]);
    for (const person of PEOPLE)
      expect([personFor(person.key), personFor(person.email)]).toEqual([person, person]);
    expect(personFor('dana')).toBeUndefined();
    expect(subjectOf({ email: 'a@b' })).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });
});
