import { createHash, randomBytes } from 'node:crypto';

interface Kept {
  name: string;
  value: string;
  path: string;
}

/** A browser that follows redirects, keeps cookies by path, and runs no scripts. */
export const openBrowser = () => {
  let jar: Kept[] = [];

  const keep = (written: string) => {
    const [pair = '', ...attributes] = written.split(/;\s*/);
    const [name = '', ...value] = pair.split('=');
    const said = (wanted: string) =>
      attributes.find((one) => one.toLowerCase().startsWith(`${wanted}=`))?.slice(wanted.length + 1);
    const path = said('path') ?? '/';
    jar = jar.filter((one) => one.name !== name || one.path !== path);
    if (said('max-age') !== '0') jar.push({ name, value: value.join('='), path });
  };

  const cookiesFor = (url: URL): string =>
    jar
      .filter(({ path }) => url.pathname === path || url.pathname.startsWith(path.replace(/\/?$/, '/')))
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ');

  return {
    cookiesFor: (url: string): string => cookiesFor(new URL(url)),
    /**
     * Goes to an address and on wherever it leads, until `stop` says enough or there is a page.
     *
     * @throws when it leads on for ever
     */
    async go(
      address: string,
      { form, stop = () => false }: { form?: Record<string, string>; stop?(url: URL): boolean } = {},
    ): Promise<{ url: URL; response?: Response }> {
      let url = new URL(address);
      let body = form && new URLSearchParams(form);
      for (let steps = 0; steps < 20; steps += 1) {
        if (stop(url)) return { url };
        const cookie = cookiesFor(url);
        const response = await fetch(url, {
          redirect: 'manual',
          headers: cookie ? { cookie } : {},
          ...(body ? { method: 'POST', body } : {}),
        });
        for (const one of response.headers.getSetCookie()) keep(one);
        const next = response.headers.get('location');
        if (!next) return { url, response };
        url = new URL(next, url);
        body = undefined;
      }
      throw new Error(`${address} leads on for ever, lastly to ${url}.`);
    },
  };
};

export type Browser = ReturnType<typeof openBrowser>;

interface Pool {
  issuer: string;
  clients: { id: string; secret?: string; flows: string[]; scopes: string[]; callbacks: string[] }[];
}

/** The sandbox's issuer and the app clients of its templates. */
export const poolOf = async (url: string): Promise<Pool> =>
  (await (await fetch(`${url}/_sandbox/oidc`)).json()) as Pool;

export interface Tokens {
  access_token: string;
  id_token: string;
  expires_in: number;
}

/**
 * Signs somebody in by authorization code with PKCE, as an app that runs outside of the sandbox would.
 *
 * @param person `hr`, `manager`, `auditor`, `operator`, or the e-mail address of a supervisor or reviewer
 * @throws when the sign-in does not end with a code
 */
export const tokensFor = async (
  url: string,
  person: string,
  more: Record<string, string> = {},
): Promise<Tokens> => {
  const { issuer, clients } = await poolOf(url);
  const client = clients.find(({ flows }) => flows.includes('code'));
  if (!client) throw new Error('The templates have no client that people sign in with.');
  const browser = openBrowser();
  await browser.go(`${url}/_sandbox/act-as/${encodeURIComponent(person)}`, {
    stop: ({ pathname }) => pathname === '/admin/sign-in',
  });
  const verifier = randomBytes(32).toString('base64url');
  const redirect = client.callbacks[0] ?? '';
  const asked = new URLSearchParams({
    client_id: client.id,
    response_type: 'code',
    redirect_uri: redirect,
    scope: client.scopes.join(' '),
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    state: 'kept',
    ...more,
  });
  const came = await browser.go(`${issuer}/oauth2/authorize?${asked}`, {
    stop: (at) => at.href.startsWith(redirect),
  });
  const code = came.url.searchParams.get('code');
  if (!code) throw new Error(`No code came with ${came.url}: ${await came.response?.text()}`);
  const answer = await fetch(`${issuer}/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: client.id,
      redirect_uri: redirect,
      code_verifier: verifier,
      code,
    }),
  });
  if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as Tokens;
};

/** An access token to call the API with. @throws when the sign-in does not end with a code */
export const tokenFor = async (url: string, person: string): Promise<string> =>
  (await tokensFor(url, person)).access_token;

/**
 * Signs somebody in at the admin site itself, over the whole real way there and back.
 *
 * @returns what to send as `cookie` header
 * @throws when no session comes of it
 */
export const signedIn = async (url: string, person: string, to = '/admin'): Promise<string> => {
  const browser = openBrowser();
  const { response } = await browser.go(
    `${url}/_sandbox/act-as/${encodeURIComponent(person)}?to=${encodeURIComponent(to)}`,
  );
  const cookie = browser
    .cookiesFor(`${url}/admin`)
    .split('; ')
    .find((one) => one.startsWith('__Host-session='));
  if (!cookie) throw new Error(`${person} was not signed in: ${await response?.text()}`);
  return cookie;
};
