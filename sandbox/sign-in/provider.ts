import { type Client, type Configuration, errors, type KoaContextWithOIDC, Provider } from 'oidc-provider';
import { accessClaimsOf, CLAIMS_BY_SCOPE, idClaimsOf } from './claims.ts';
import type { Memory } from './memory.ts';
import { sorryPage } from './pages.ts';
import type { SandboxPerson } from './people.ts';
import { type ClientSpec, PROVIDER_PATH, type ProviderStart, SESSION_COOKIE, splitPath } from './protocol.ts';
import { signOutAtOnce } from './sign-out.ts';

/** What access tokens are for. Every scope belongs to it, so that all of them are JWTs as Cognito's are. */
const EVERYTHING = 'urn:sandbox:everything';
const YEAR = 366 * 86_400;
const COOKIE = { httpOnly: true, sameSite: 'lax' as const };

const clientMetadata = ({ id, name, secret, flows, scopes, callbacks, logouts }: ClientSpec) => ({
  client_id: id,
  client_name: name,
  ...(secret
    ? { client_secret: secret, token_endpoint_auth_method: 'client_secret_basic' as const }
    : { token_endpoint_auth_method: 'none' as const }),
  grant_types: flows.map((flow) => (flow === 'code' ? 'authorization_code' : flow)),
  response_types: flows.includes('code') ? (['code'] as 'code'[]) : [],
  redirect_uris: flows.includes('code') ? [...callbacks] : [],
  post_logout_redirect_uris: [...logouts],
  scope: scopes.join(' '),
  require_auth_time: flows.includes('code'),
});

/** Nobody is asked whether an app may know who they are: it is their organisation's own. */
const grantEverything = async (ctx: KoaContextWithOIDC) => {
  const { client, session, provider } = ctx.oidc;
  const clientId = client?.clientId ?? '';
  const known = session?.grantIdFor(clientId);
  if (known) return provider.Grant.find(known);
  const grant = new provider.Grant({ clientId, accountId: session?.accountId ?? '' });
  grant.addOIDCScope(client?.scope ?? '');
  grant.addResourceScope(EVERYTHING, client?.scope ?? '');
  await grant.save();
  return grant;
};

/** As Cognito has it: no scope means all that the client has, and another one is refused instead of left out. */
const settleScope = ({ oidc }: KoaContextWithOIDC, client: Client): void => {
  const has = (client.scope ?? '').split(' ');
  if (!oidc.params) return;
  oidc.params.scope ??= client.scope;
  const other = `${oidc.params.scope ?? ''}`.split(' ').find((scope) => !has.includes(scope));
  if (other !== undefined) throw new errors.InvalidScope('the client does not have this scope', other);
};

export interface ProviderParts {
  memory: Memory;
  /** Who has this id; `undefined` for somebody who was forgotten. */
  personOf(subject: string): SandboxPerson | undefined;
}

const configure = (start: ProviderStart, { memory, personOf }: ProviderParts): Configuration => {
  const clientOf = (id: string) => start.clients.find((client) => client.id === id);
  const accessTokenSeconds = (id: string): number => clientOf(id)?.accessTokenSeconds ?? 900;
  return {
    adapter: memory.adapter,
    clients: start.clients.map(clientMetadata),
    jwks: { keys: start.keys },
    scopes: [...new Set(start.clients.flatMap(({ scopes }) => scopes))],
    claims: CLAIMS_BY_SCOPE,
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    clientBasedCORS: () => false,
    responseTypes: ['code'],
    clientAuthMethods: ['client_secret_basic', 'client_secret_post', 'none'],
    findAccount: async (_ctx, sub) => {
      const person = personOf(sub);
      return person && { accountId: sub, claims: async () => idClaimsOf(person) };
    },
    extraTokenClaims: async (_ctx, token) =>
      accessClaimsOf('accountId' in token ? personOf(token.accountId) : undefined),
    loadExistingGrant: grantEverything,
    formats: {
      customizers: {
        // Cognito's access tokens name no audience, and the provider signs none without: hidden, it is not written.
        jwt: (_ctx, _token, { payload }) => {
          Object.defineProperty(payload, 'aud', { value: payload.aud, enumerable: false, writable: true });
        },
      },
    },
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      clientCredentials: { enabled: true },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx) => {
          ctx.body = '';
        },
        postLogoutSuccessSource: (ctx) => {
          ctx.body = sorryPage('You are signed out', 'The next sign-in asks who you are.');
        },
      },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => EVERYTHING,
        useGrantedResource: () => true,
        getResourceServerInfo: (ctx, _resource, client) => {
          settleScope(ctx, client);
          return {
            scope: client.scope ?? '',
            audience: EVERYTHING,
            accessTokenFormat: 'jwt',
            accessTokenTTL: accessTokenSeconds(client.clientId),
          };
        },
      },
    },
    routes: {
      authorization: '/oauth2/authorize',
      token: '/oauth2/token',
      jwks: '/.well-known/jwks.json',
      end_session: '/logout',
    },
    interactions: {
      url: (ctx, { uid }) => `${splitPath(originalUrlOf(ctx))?.mount ?? ''}/interaction/${uid}`,
    },
    cookies: {
      keys: [start.cookieKey],
      names: { session: SESSION_COOKIE },
      long: { ...COOKIE, path: PROVIDER_PATH },
      short: COOKIE,
    },
    ttl: {
      AuthorizationCode: 5 * 60,
      AccessToken: (_ctx, _token, client) => accessTokenSeconds(client.clientId),
      ClientCredentials: (_ctx, _token, client) => accessTokenSeconds(client.clientId),
      IdToken: (_ctx, _token, client) => clientOf(client.clientId)?.idTokenSeconds ?? 900,
      // The clock moves by weeks at a click; being asked each time who one is would help nobody.
      Interaction: 7 * 86_400,
      Session: YEAR,
      Grant: YEAR,
    },
    renderError: (ctx, { error, error_description: why }) => {
      ctx.type = 'html';
      ctx.body = sorryPage('This sign-in cannot go on', `${why ?? error}.`);
    },
  };
};

const originalUrlOf = (ctx: KoaContextWithOIDC): string =>
  (ctx.req as { originalUrl?: string }).originalUrl ?? '';

/** An OpenID provider with Cognito's addresses, claims and kinds of tokens. */
export const createProvider = (start: ProviderStart, parts: ProviderParts): Provider => {
  const provider = new Provider(start.issuer, configure(start, parts));
  provider.use(signOutAtOnce);
  provider.on('server_error', (_ctx, error) => console.error(error));
  return provider;
};
