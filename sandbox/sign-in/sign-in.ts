import { randomBytes } from 'node:crypto';
import type { JSONWebKeySet, JWK } from 'jose';
import { jsonAnswer } from '../control/problem.ts';
import type { Clock, Resource } from '../types.ts';
import type { HttpReply, HttpRequest } from '../wire/endpoint.ts';
import { isLoopbackHost } from '../wire/hosts.ts';
import { ACT_AS_PATH, actAs } from './act-as.ts';
import { clientsOf } from './clients.ts';
import { makeKey, publicKeys } from './keys.ts';
import { STYLE_PATH } from './pages.ts';
import { PEOPLE, type SandboxPerson } from './people.ts';
import { PROVIDER_PATH, splitPath } from './protocol.ts';
import { relay } from './relay.ts';
import { style } from './style.ts';
import { type ProviderThread, startThread } from './thread.ts';

export interface SignInOptions {
  clock: Pick<Clock, 'now' | 'busy'>;
  resources: readonly Resource[];
  /** Where the sandbox answers. */
  url: string;
}

/** The sign-in of the sandbox: an OpenID provider that stands where Cognito stands when deployed. */
export interface SignIn {
  /** Of the template's user pool; `undefined` when it has none. */
  issuer: string | undefined;
  people: readonly SandboxPerson[];
  isMine(request: HttpRequest): boolean;
  answer(request: HttpRequest): Promise<HttpReply>;
  /** For a browser that came by another name of this machine: where to go, because sign-in leads back to one name only. */
  toOwnName(request: HttpRequest): HttpReply | undefined;
  /** The public keys of an issuer; `undefined` for any but its own. */
  keysOf(issuer: string): Promise<JSONWebKeySet | undefined>;
  /** Nobody is signed in any more. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

interface Running {
  keys: JWK[];
  thread: ProviderThread;
}

/** The provider starts when it is first needed, with keys of its own. Nothing of it is kept. */
export const createSignIn = ({ clock, resources, url }: SignInOptions): SignIn => {
  const pool = resources.find(({ type }) => type === 'AWS::Cognito::UserPool');
  const poolId = pool?.arn.slice(pool.arn.lastIndexOf('/') + 1);
  const issuer = poolId && `${url}${PROVIDER_PATH}/${poolId}`;
  /** Cognito answers under the id of the pool and under its domain. */
  const names = new Set([
    poolId,
    ...resources
      .filter(({ type }) => type === 'AWS::Cognito::UserPoolDomain')
      .map(({ properties }) => `${properties.Domain}`),
  ]);
  const clients = clientsOf(resources);
  const time = new SharedArrayBuffer(8);
  const clockOfThread = new Float64Array(time);
  let running: Promise<Running> | undefined;

  const start = async (of: string): Promise<Running> => {
    clockOfThread[0] = clock.now();
    const keys = [await makeKey()];
    const cookieKey = randomBytes(32).toString('base64url');
    const thread = await startThread({ time, issuer: of, keys, cookieKey, clients });
    return { keys, thread };
  };
  const provider = (of: string): Promise<Running> => {
    running ??= start(of);
    // A failure is not kept: the next request tries again.
    running.catch(() => {
      running = undefined;
    });
    return running;
  };

  const pass = async (request: HttpRequest): Promise<HttpReply> => {
    const mount = splitPath(request.url)?.mount;
    if (!issuer || mount === undefined || !names.has(mount.slice(PROVIDER_PATH.length + 1)))
      return NOTHING_HERE;
    const done = clock.busy('a sign-in');
    try {
      const { thread } = await provider(issuer);
      const now = clock.now();
      clockOfThread[0] = now;
      return await relay(thread.port, request, now);
    } finally {
      done();
    }
  };

  return {
    issuer,
    people: PEOPLE,
    isMine: ({ path }) =>
      path === PROVIDER_PATH || path.startsWith(`${PROVIDER_PATH}/`) || path.startsWith(ACT_AS_PATH),
    answer: async (request) => {
      if (request.path === STYLE_PATH)
        return { status: 200, headers: { 'content-type': 'text/css; charset=utf-8' }, body: style };
      if (request.path === PROVIDER_PATH)
        return jsonAnswer({ issuer: issuer ?? null, people: PEOPLE, clients });
      return request.path.startsWith(ACT_AS_PATH) ? actAs(request) : pass(request);
    },
    toOwnName: ({ method, path, url: asked, headers: { host } }) => {
      const isPage = method === 'GET' && (/^\/admin(\/|$)/.test(path) || path.startsWith(ACT_AS_PATH));
      if (!issuer || !isPage || !isLoopbackHost(host) || host === new URL(url).host) return undefined;
      return { status: 307, headers: { location: `${url}${asked}`, 'cache-control': 'no-store' } };
    },
    keysOf: async (of) => (issuer && of === issuer ? publicKeys((await provider(issuer)).keys) : undefined),
    reset: async () => void (await (await running)?.thread.forget()),
    close: async () => {
      const started = running;
      running = undefined;
      const ended = await started?.catch(() => undefined);
      await ended?.thread.close();
    },
  };
};

const NOTHING_HERE: HttpReply = {
  status: 404,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body: 'The templates have no user pool of that id.\n',
};
