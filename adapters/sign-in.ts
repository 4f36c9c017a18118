import type * as oidc from 'openid-client';

/** What has to come back from the issuer with the person, kept sealed in their browser meanwhile. */
export interface Started {
  state: string;
  nonce: string;
  verifier: string;
}

/** The issuer sent somebody back without what proves who they are. `reason` is the protocol's own code. */
export class SignInRefused extends Error {
  readonly code = 'sign_in_refused';
  override readonly name = 'SignInRefused';
  constructor(readonly reason: string) {
    super('The sign-in could not be finished.');
  }
}

/** Sign-in at an OpenID provider by authorization code with PKCE (RFC 7636). */
export interface SignIn {
  /** Where to send the browser, and what to keep for when it comes back. */
  start(): Promise<{ url: string; started: Started }>;
  /** The claims of the ID token. @throws SignInRefused */
  finish(query: string, started: Started): Promise<Record<string, unknown>>;
  /** Where the browser signs out of the issuer as well; `undefined` where it has no such place. */
  signOutUrl(): Promise<string | undefined>;
}

export interface SignInOptions {
  issuer: string;
  clientId: string;
  /** Of a client that has one. */
  clientSecret?: () => Promise<string>;
  /** Without a slash at the end; people come back to `/admin/callback`. */
  baseUrl: string;
}

/** The issuer is asked for its addresses once, when somebody first signs in. */
export function createSignIn({ issuer, clientId, clientSecret, baseUrl }: SignInOptions): SignIn {
  const redirectUri = `${baseUrl}/admin/callback`;
  let discovered: Promise<oidc.Configuration> | undefined;
  // Read when somebody first signs in: all other pages do without it.
  const library = () => import('openid-client');
  const configuration = (): Promise<oidc.Configuration> => {
    discovered ??= discover();
    // A failure is not kept: the next person asks again.
    discovered.catch(() => {
      discovered = undefined;
    });
    return discovered;
  };
  const discover = async (): Promise<oidc.Configuration> => {
    const oidc = await library();
    return oidc.discovery(
      new URL(issuer),
      clientId,
      undefined,
      clientSecret ? oidc.ClientSecretPost(await clientSecret()) : oidc.None(),
      // Only an issuer on this very machine is reached without TLS.
      { execute: isLoopback(issuer) ? [oidc.allowInsecureRequests] : [], timeout: 5 },
    );
  };

  return {
    async start() {
      const [oidc, config] = await Promise.all([library(), configuration()]);
      const started = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        verifier: oidc.randomPKCECodeVerifier(),
      };
      const url = oidc.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: 'openid email profile',
        code_challenge: await oidc.calculatePKCECodeChallenge(started.verifier),
        code_challenge_method: 'S256',
        state: started.state,
        nonce: started.nonce,
      });
      return { url: url.href, started };
    },

    async finish(query, { state, nonce, verifier }) {
      const [oidc, config] = await Promise.all([library(), configuration()]);
      try {
        const tokens = await oidc.authorizationCodeGrant(config, new URL(`${redirectUri}?${query}`), {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        });
        return { ...tokens.claims() };
      } catch (error) {
        throw new SignInRefused(reasonOf(error));
      }
    },

    async signOutUrl() {
      const config = await configuration();
      const end = config.serverMetadata().end_session_endpoint;
      if (!end) return undefined;
      const url = new URL(end);
      const back = `${baseUrl}/admin/signed-out`;
      url.searchParams.set('client_id', clientId);
      // OpenID's own name for it, and Cognito's.
      url.searchParams.set('post_logout_redirect_uri', back);
      url.searchParams.set('logout_uri', back);
      return url.href;
    },
  };
}

const isLoopback = (issuer: string): boolean => {
  const { protocol, hostname } = new URL(issuer);
  return protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
};

/** A code such as `access_denied`, never a text of the issuer's. */
function reasonOf(error: unknown): string {
  const { error: said, code } = error as { error?: unknown; code?: unknown };
  const found = [said, code].find((one) => typeof one === 'string' && /^[\w-]{1,60}$/.test(one));
  return typeof found === 'string' ? found : 'unexpected';
}
