import type { HttpReply, HttpRequest } from '../wire/endpoint.ts';
import { sorryPage } from './pages.ts';
import { personFor } from './people.ts';
import { ACT_AS_COOKIE, over, PROVIDER_PATH, SESSION_COOKIE } from './protocol.ts';

export const ACT_AS_PATH = '/_sandbox/act-as/';

/** Only a path of this very address: a link must not send anybody elsewhere. */
const inside = (to: string | null): string =>
  to && /^\/[^\\\s]*$/.test(to) && !to.startsWith('//') ? to : '/admin';

/**
 * `GET /_sandbox/act-as/<key or e-mail address>?to=/admin/plans`: whoever was signed in is so no more, and the sign-in
 * that follows goes through without asking.
 */
export const actAs = ({ path, query }: HttpRequest): HttpReply => {
  let asked: string;
  try {
    asked = decodeURIComponent(path.slice(ACT_AS_PATH.length));
  } catch {
    asked = '';
  }
  const person = personFor(asked);
  if (!person)
    return {
      status: 404,
      headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
      body: sorryPage(
        'There is nobody of that name',
        'Use hr, manager, auditor, operator or an e-mail address.',
      ),
    };
  return {
    status: 303,
    headers: {
      location: `/admin/sign-in?to=${encodeURIComponent(inside(query.get('to')))}`,
      'cache-control': 'no-store',
      'set-cookie': [
        `${ACT_AS_COOKIE}=${encodeURIComponent(person.email)}; Path=${PROVIDER_PATH}; HttpOnly; SameSite=Lax`,
        over(SESSION_COOKIE, PROVIDER_PATH),
        over(`${SESSION_COOKIE}.sig`, PROVIDER_PATH),
        // The app's own session of somebody else would be used otherwise.
        over('__Host-session', '/', '; Secure'),
      ],
    },
  };
};
