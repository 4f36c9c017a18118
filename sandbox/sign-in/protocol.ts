import type { JWK } from 'jose';

/** An app client of the user pool. */
export interface ClientSpec {
  id: string;
  name: string;
  /** Left out for a client that has none. */
  secret?: string;
  flows: readonly ('code' | 'client_credentials')[];
  scopes: readonly string[];
  callbacks: readonly string[];
  logouts: readonly string[];
  accessTokenSeconds: number;
  idTokenSeconds: number;
}

/** What the thread of the provider is started with. */
export interface ProviderStart {
  /** Epoch milliseconds on the virtual clock, as one double that the other side writes before every request. */
  time: SharedArrayBuffer;
  issuer: string;
  /** Private keys the tokens are signed with. */
  keys: JWK[];
  cookieKey: string;
  clients: readonly ClientSpec[];
}

export type ToProvider = { type: 'forget'; id: number };
export type FromProvider =
  | { type: 'listening'; port: number }
  | { type: 'failed'; reason: string }
  | { type: 'forgotten'; id: number };

/** Below this every user pool has its provider: `/_sandbox/oidc/<user pool id>`. */
export const PROVIDER_PATH = '/_sandbox/oidc';
/** Who is to be signed in without being asked, once. */
export const ACT_AS_COOKIE = 'sandbox_act_as';
/** Who is signed in at the provider. */
export const SESSION_COOKIE = 'sandbox_sign_in';

/** What makes a browser forget a cookie. */
export const over = (name: string, path: string, more = ''): string =>
  `${name}=; Max-Age=0; Path=${path}; HttpOnly; SameSite=Lax${more}`;

/** A path below an issuer as the provider itself sees it, and what stands before it. */
export const splitPath = (url: string): { mount: string; rest: string } | undefined => {
  const found = /^(\/_sandbox\/oidc\/[^/?#]+)(\/[^#]*)?$/.exec(url);
  return found ? { mount: found[1] ?? '', rest: found[2] ?? '/' } : undefined;
};
