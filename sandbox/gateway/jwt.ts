import { createLocalJWKSet, type JSONWebKeySet, type JWTPayload, jwtVerify } from 'jose';
import type { HttpReply, HttpRequest } from '../wire/endpoint.ts';
import { isLoopbackHost, isSameOrigin } from '../wire/hosts.ts';
import { gatewayMessage } from './reply.ts';
import type { JwtRule } from './routes.ts';

/** What a function finds under `requestContext.authorizer.jwt`. */
export interface JwtContext {
  claims: Record<string, string>;
  /** Those of the token that the route asks for; null when the route asks for none. */
  scopes: string[] | null;
}

export interface JwtOptions {
  /** Epoch milliseconds. */
  now(): number;
  /** The public keys of an issuer; `undefined` for an issuer that is not the sandbox's own. */
  keysOf(issuer: string): Promise<JSONWebKeySet | undefined>;
}

/** Whether a request goes on to its function, and as whom. */
export type Verdict = { admitted: JwtContext } | { refused: HttpReply };

/** A claim as API Gateway hands it over: `[hr manager]`, `map[a:1]`, everything else as it is written. */
const asText = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(asText).join(' ')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).map(([name, each]) => `${name}:${asText(each)}`);
    return `map[${members.sort().join(' ')}]`;
  }
  return `${value}`;
};

const words = (value: unknown): string[] =>
  typeof value === 'string' ? value.split(' ').filter(Boolean) : [];

const refusal = (status: 401 | 403, challenge: string): Verdict => {
  const reply = gatewayMessage(status, status === 401 ? 'Unauthorized' : 'Forbidden');
  return { refused: { ...reply, headers: { ...reply.headers, 'www-authenticate': challenge } } };
};

const invalid = (why: string): Verdict =>
  refusal(401, `Bearer scope="" error="invalid_token" error_description="${why}"`);

/** The client is looked at only in a token that names no audience, as Cognito's access tokens do not. */
const isFor = ({ aud, client_id: client }: JWTPayload, audience: readonly string[]): boolean =>
  (aud === undefined ? [client] : [aud].flat()).some((one) => audience.includes(`${one}`));

/** Somebody at this machine who brings no token: the sandbox's own program, with the rights of HR. */
const sandboxUser = ({ audience, scopes }: JwtRule): JwtContext => ({
  claims: {
    sub: 'sandbox-user',
    client_id: audience[0] ?? 'sandbox',
    token_use: 'access',
    'cognito:groups': '[hr]',
  },
  scopes: scopes.length > 0 ? [...scopes] : null,
});

/**
 * Checks the token of a request as the JWT authorizer of API Gateway does, by the virtual clock. Only here is it also
 * possible to bring none, from this very machine: the caller then counts as HR, so that one can try the API without
 * signing in.
 */
export const createJwtGuard =
  ({ now, keysOf }: JwtOptions) =>
  async (rule: JwtRule, { headers }: HttpRequest): Promise<Verdict> => {
    const given = headers.authorization;
    if (given === undefined) {
      const isHere = isLoopbackHost(headers.host) && isSameOrigin(headers);
      return isHere ? { admitted: sandboxUser(rule) } : refusal(401, 'Bearer');
    }
    const keys = await keysOf(rule.issuer);
    if (!keys) return invalid('the sandbox knows tokens of its own issuer only');
    let claims: JWTPayload;
    try {
      const token = given.replace(/^Bearer\s+/i, '');
      const currentDate = new Date(now());
      claims = (
        await jwtVerify(token, createLocalJWKSet(keys), {
          issuer: rule.issuer,
          currentDate,
          algorithms: ['RS256'],
        })
      ).payload;
    } catch (error) {
      return invalid(reasonOf(error));
    }
    if (!isFor(claims, rule.audience)) return invalid('the token has an invalid audience');
    const scopes = words(claims.scope).filter((scope) => rule.scopes.includes(scope));
    if (rule.scopes.length > 0 && scopes.length === 0)
      return refusal(403, `Bearer scope="${rule.scopes.join(' ')}" error="insufficient_scope"`);
    return {
      admitted: {
        claims: Object.fromEntries(Object.entries(claims).map(([name, value]) => [name, asText(value)])),
        scopes: rule.scopes.length > 0 ? scopes : null,
      },
    };
  };

const REASONS: Record<string, string> = {
  ERR_JWT_EXPIRED: 'the token has expired',
  ERR_JWT_CLAIM_VALIDATION_FAILED: 'the token has an invalid claim',
  ERR_JWKS_NO_MATCHING_KEY: 'the token is signed by another issuer',
  ERR_JWS_SIGNATURE_VERIFICATION_FAILED: 'signature verification failed',
};

const reasonOf = (error: unknown): string =>
  REASONS[`${(error as { code?: unknown }).code}`] ?? 'the token cannot be read';
