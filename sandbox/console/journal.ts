import { Temporal } from 'temporal-polyfill';
import type { Gateway } from '../gateway.ts';
import type { Inbox } from '../inbox.ts';
import type { Clock } from '../types.ts';
import type { HttpReply, HttpRequest } from '../wire/endpoint.ts';

/** Something a person or HR did through the app's own address, and was taken. */
export type Deed =
  | { kind: 'drafted'; at: string; planId: string; draft: Record<string, unknown> }
  | { kind: 'command'; at: string; planId: string; body: Record<string, unknown> & { type: string } }
  | ({ at: string; planId: string; email: string; request: string } & (
      | { kind: 'answer'; form: Record<string, string> }
      | { kind: 'response'; text: string }
      | { kind: 'adjustment' }
    ));

export interface Journal {
  /** The same gateway, whose requests are noted when they were taken. */
  watching(gateway: Gateway): Gateway;
  /** Oldest first. */
  deeds(): readonly Deed[];
  clear(): void;
}

/** Fields of a page's form that say what is to be done with it, and no answer. */
const CONTROLS = ['ticket', 'do', 'again', 'discard', 'replaces'];

const jsonIn = (body: string | Buffer | undefined): Record<string, unknown> => {
  try {
    const read: unknown = JSON.parse(String(body ?? '{}'));
    return typeof read === 'object' && read !== null ? { ...read } : {};
  } catch {
    return {};
  }
};

/** Notes what is done through the HTTP API and the pages of links, so that it can be done again elsewhere. */
export const createJournal = ({ clock, inbox }: { clock: Pick<Clock, 'now'>; inbox: Inbox }): Journal => {
  let deeds: Deed[] = [];
  /** Whose link a cookie was made from, by the cookie's value. */
  const holders = new Map<string, { planId: string; email: string }>();

  const noteCookies = ({ path }: HttpRequest, { headers = {} }: HttpReply): void => {
    const mail = inbox
      .list()
      .find(({ links }) => links.some((link) => URL.canParse(link) && new URL(link).pathname === path));
    const [email] = mail?.to ?? [];
    const planId = mail?.tags.plan;
    if (!email || !planId) return;
    for (const cookie of [headers['set-cookie'] ?? []].flat()) {
      const value = cookie.split(';')[0]?.split('=').slice(1).join('=');
      if (value) holders.set(value, { planId, email });
    }
  };

  const holderOf = ({ headers }: HttpRequest) =>
    (headers.cookie ?? '')
      .split(';')
      .map((cookie) => holders.get(cookie.trim().split('=').slice(1).join('=')))
      .find((holder) => holder !== undefined);

  const notePage = (request: HttpRequest, at: string): Deed | undefined => {
    const [, , name = '', below = ''] = request.path.split('/');
    const holder = holderOf(request);
    const form = new URLSearchParams(request.body.toString('utf8'));
    if (!holder) return undefined;
    const by = { at, ...holder, request: decodeURIComponent(name) };
    if (below === 'response') return { kind: 'response', ...by, text: form.get('text') ?? '' };
    if (below === 'adjustment') return { kind: 'adjustment', ...by };
    if (below !== '' || form.get('do') !== 'send') return undefined;
    const filled = [...form].filter(([field, value]) => !CONTROLS.includes(field) && value !== '');
    return { kind: 'answer', ...by, form: Object.fromEntries(filled) };
  };

  const noteApi = (request: HttpRequest, reply: HttpReply, at: string): Deed | undefined => {
    const body = jsonIn(request.body);
    if (request.path === '/api/plans') {
      const { planId } = jsonIn(reply.body);
      return typeof planId === 'string' ? { kind: 'drafted', at, planId, draft: body } : undefined;
    }
    const [, planId] = /^\/api\/plans\/([^/]+)\/commands$/.exec(request.path) ?? [];
    if (!planId || body.dryRun === true || typeof body.type !== 'string') return undefined;
    return { kind: 'command', at, planId: decodeURIComponent(planId), body: { ...body, type: body.type } };
  };

  const note = (request: HttpRequest, reply: HttpReply): void => {
    const { method, path } = request;
    if (method === 'GET' && path.startsWith('/l/')) noteCookies(request, reply);
    if (method !== 'POST') return;
    const at = Temporal.Instant.fromEpochMilliseconds(clock.now()).toString();
    const isTaken = reply.status < 300 || reply.status === 303;
    if (!isTaken) return;
    const deed = path.startsWith('/api/')
      ? noteApi(request, reply, at)
      : path.startsWith('/p/') && reply.status === 303
        ? notePage(request, at)
        : undefined;
    if (deed) deeds = [...deeds, deed];
  };

  return {
    watching: (gateway) => ({
      ...gateway,
      answer: async (request) => {
        const reply = await gateway.answer(request);
        note(request, reply);
        return reply;
      },
    }),
    deeds: () => deeds,
    clear: () => {
      deeds = [];
      holders.clear();
    },
  };
};
