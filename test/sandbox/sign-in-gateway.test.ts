import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { type JSONWebKeySet, SignJWT } from 'jose';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createGateway, type Gateway, UnsupportedRoute } from '../../sandbox/gateway.ts';
import { makeKey, publicKeys } from '../../sandbox/sign-in/keys.ts';
import { loadAssembly } from '../../sandbox/template/load.ts';
import type { Resource } from '../../sandbox/types.ts';
import { START } from './doors-world.ts';
import { writeAssembly } from './fixtures/assembly.ts';
import { RESOURCES } from './sign-in-world.ts';

const URL = 'http://127.0.0.1:4020';
const seconds = START / 1000;

const { resources } = loadAssembly(writeAssembly({ app: { template: { Resources: RESOURCES } } }), URL);
const authorizer = resources.find(({ logicalId }) => logicalId === 'Tokens');
const { Issuer: issuer, Audience: audience } = (authorizer as Resource).properties.JwtConfiguration as {
  Issuer: string;
  Audience: [string, string];
};
const [site] = audience;

const gatewayOf = (
  given: readonly Resource[],
  keys: JSONWebKeySet,
  seen: APIGatewayProxyEventV2[] = [],
): Gateway =>
  createGateway({
    clock: { now: () => START },
    functions: {
      invoke: async (_, event) => {
        seen.push(event as APIGatewayProxyEventV2);
        return { payload: { statusCode: 204 } };
      },
    },
    resources: given,
    account: '123456789012',
    callerOf: () => undefined,
    keysOf: async (of) => (of === issuer ? keys : undefined),
  });

let gateway: Gateway;
let seen: APIGatewayProxyEventV2[];
let key: Awaited<ReturnType<typeof makeKey>>;
let strange: typeof key;

beforeAll(async () => {
  [key, strange] = await Promise.all([makeKey(), makeKey()]);
});
beforeEach(() => {
  seen = [];
  gateway = gatewayOf(resources, publicKeys([key]), seen);
});

const CLAIMS = {
  iss: issuer,
  sub: 'someone',
  client_id: site,
  token_use: 'access',
  iat: seconds,
  exp: seconds + 900,
};

const sign = (claims: Record<string, unknown>, by = key): Promise<string> =>
  new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: by.kid ?? '' }).sign(by);

const ask = async (
  authorization: string | undefined,
  { path = '/api/plans', host = 'localhost', more = {} } = {},
) => {
  const { status, headers, body } = await gateway.answer({
    method: 'GET',
    url: path,
    path,
    query: new URLSearchParams(),
    headers: { host, ...more, ...(authorization === undefined ? {} : { authorization }) },
    body: Buffer.alloc(0),
    tooLarge: false,
    sourceIp: '127.0.0.1',
  });
  return { status, challenge: headers?.['www-authenticate'], body };
};

const jwtSeen = () =>
  (seen[0]?.requestContext as { authorizer?: { jwt?: unknown } } | undefined)?.authorizer?.jwt;

describe('a route with a JWT authorizer', () => {
  test('hands the claims over as API Gateway does: every one of them a text', async () => {
    const token = await sign({
      ...CLAIMS,
      'cognito:groups': ['hr', 'manager'],
      email_verified: true,
      nested: { b: [1, 2], a: 'x' },
    });
    expect(await ask(`Bearer ${token}`)).toMatchObject({ status: 204 });
    expect(jwtSeen()).toEqual({
      claims: {
        iss: issuer,
        sub: 'someone',
        client_id: site,
        token_use: 'access',
        iat: `${seconds}`,
        exp: `${seconds + 900}`,
        'cognito:groups': '[hr manager]',
        email_verified: 'true',
        nested: 'map[a:x b:[1 2]]',
      },
      scopes: null,
    });
  });

  test.each([
    ['for one of the audience by its own word', { aud: [site, 'other'], client_id: undefined }],
    ['of the second client', { client_id: audience[1] }],
    ['that ends in a second', { exp: seconds + 1 }],
  ])('takes a token %s', async (_, claims) => {
    expect((await ask(`Bearer ${await sign({ ...CLAIMS, ...claims })}`)).status).toBe(204);
  });

  test.each([
    ['that has just ended on the virtual clock', { exp: seconds }, 'the token has expired'],
    ['that is not good yet', { nbf: seconds + 60 }, 'the token has an invalid claim'],
    ['of another issuer', { iss: 'https://elsewhere.example' }, 'the token has an invalid claim'],
    ['for another client', { client_id: 'other' }, 'the token has an invalid audience'],
    ['whose audience is another, whatever its client', { aud: 'other' }, 'the token has an invalid audience'],
  ])('refuses a token %s', async (_, claims, why) => {
    expect(await ask(`Bearer ${await sign({ ...CLAIMS, ...claims })}`)).toEqual({
      status: 401,
      challenge: `Bearer scope="" error="invalid_token" error_description="${why}"`,
      body: '{"message":"Unauthorized"}',
    });
    expect(seen).toEqual([]);
  });

  test('refuses what nobody of this issuer has signed, and what is no token', async () => {
    const refusalOf = async (authorization: string) => (await ask(authorization)).challenge;
    const invalid = (why: string) => `Bearer scope="" error="invalid_token" error_description="${why}"`;
    expect(await refusalOf(`Bearer ${await sign(CLAIMS, strange)}`)).toBe(
      invalid('the token is signed by another issuer'),
    );
    expect(await refusalOf(`Bearer ${await sign(CLAIMS, { ...strange, kid: key.kid ?? '' })}`)).toBe(
      invalid('signature verification failed'),
    );
    const [, payload] = (await sign(CLAIMS)).split('.');
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`;
    for (const token of [unsigned, 'nonsense', ''])
      expect(await refusalOf(`Bearer ${token}`)).toBe(invalid('the token cannot be read'));
    expect(await refusalOf('AWS4-HMAC-SHA256 Credential=A/20270104/us-east-1/execute-api/aws4_request')).toBe(
      invalid('the token cannot be read'),
    );
    expect(seen).toEqual([]);
  });

  test('may ask for one of several scopes', async () => {
    const path = '/api/scoped';
    const scope = 'openid pip-follow-up/hr';
    expect((await ask(`Bearer ${await sign({ ...CLAIMS, scope })}`, { path })).status).toBe(204);
    expect(jwtSeen()).toMatchObject({ claims: { scope }, scopes: ['pip-follow-up/hr'] });
    expect(await ask(`Bearer ${await sign({ ...CLAIMS, scope: 'openid' })}`, { path })).toEqual({
      status: 403,
      challenge: 'Bearer scope="pip-follow-up/hr other/scope" error="insufficient_scope"',
      body: '{"message":"Forbidden"}',
    });
  });

  test('counts who brings no token as HR, from this machine only', async () => {
    expect((await ask(undefined)).status).toBe(204);
    expect(jwtSeen()).toEqual({
      claims: { sub: 'sandbox-user', client_id: site, token_use: 'access', 'cognito:groups': '[hr]' },
      scopes: null,
    });
    const refused = { status: 401, challenge: 'Bearer', body: '{"message":"Unauthorized"}' };
    expect(await ask(undefined, { host: 'pip.example.org' })).toEqual(refused);
    expect(await ask(undefined, { more: { origin: 'https://elsewhere.example' } })).toEqual(refused);
    expect(await ask(undefined, { more: { 'sec-fetch-site': 'cross-site' } })).toEqual(refused);
  });

  test('of an issuer that is not the sandbox’s own takes no token, and says so', async () => {
    const foreign = resources.map((one) =>
      one === authorizer
        ? {
            ...one,
            properties: {
              ...one.properties,
              JwtConfiguration: { Issuer: 'https://login.example', Audience: ['a'] },
            },
          }
        : one,
    );
    gateway = gatewayOf(foreign, publicKeys([key]), seen);
    expect((await ask(`Bearer ${await sign(CLAIMS)}`)).challenge).toContain(
      'the sandbox knows tokens of its own issuer only',
    );
    expect((await ask(undefined)).status).toBe(204);
  });

  test('is refused by name when its authorizer is not there', () => {
    const without = resources.filter((one) => one !== authorizer);
    expect(() => gatewayOf(without, publicKeys([key]))).toThrow(UnsupportedRoute);
  });
});
