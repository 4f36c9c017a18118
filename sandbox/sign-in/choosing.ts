import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type Provider from 'oidc-provider';
import { choicePage, sorryPage } from './pages.ts';
import { personFor, type SandboxPerson, subjectOf } from './people.ts';
import { ACT_AS_COOKIE, over, PROVIDER_PATH } from './protocol.ts';

export const HTML = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  // No form-action: the way back leads over redirects to the app, which may go by another name of this machine.
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; frame-ancestors 'none'",
};

const actAs = (request: IncomingMessage): SandboxPerson | undefined => {
  const found = new RegExp(`(?:^|;\\s*)${ACT_AS_COOKIE}=([^;]*)`).exec(request.headers.cookie ?? '');
  try {
    return found ? personFor(decodeURIComponent(found[1] ?? '')) : undefined;
  } catch {
    return undefined;
  }
};

/**
 * The page that asks who somebody is, in the middle of a sign-in; whoever is to be acted as is not asked.
 *
 * @param remember told of everybody who signs in
 */
export const choosing =
  (provider: Provider, remember: (person: SandboxPerson) => void) =>
  async (request: IncomingMessage & { originalUrl?: string }, response: ServerResponse): Promise<void> => {
    const say = (status: number, body: string) => void response.writeHead(status, HTML).end(body);
    const underWay = await provider.interactionDetails(request, response).catch(() => undefined);
    if (!underWay)
      return say(400, sorryPage('This sign-in is over', 'It was finished, or the sandbox was emptied.'));

    const asked =
      request.method === 'POST' ? (new URLSearchParams(await text(request)).get('person') ?? '') : undefined;
    const person = asked === undefined ? actAs(request) : personFor(asked);
    if (!person) return say(asked === undefined ? 200 : 422, choicePage(asked));

    remember(person);
    // The provider would leave two cookies behind for every sign-in.
    const here = (request.originalUrl ?? '').replace(/\?.*/, '');
    response.setHeader('set-cookie', [
      over(ACT_AS_COOKIE, PROVIDER_PATH),
      over('_interaction', here),
      over('_interaction.sig', here),
    ]);
    await provider.interactionFinished(request, response, { login: { accountId: subjectOf(person) } });
  };
