import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { PAGE_HEADERS } from '../../functions/headers.ts';
import { routes } from '../../infra/routes.ts';
import { Life } from '../support/life.ts';
import { dcDraft } from '../support/plans.ts';
import { BASE_URL, PagesDoor, type Reply, ticketOf } from './pages-door.ts';

process.env.POWERTOOLS_LOG_LEVEL = 'SILENT';

const PLAN = 'plnaaaaaaaaaaaaaaaaaaaa';
const OTHER = 'plnbbbbbbbbbbbbbbbbbbbb';
const SIGNED = { choice: 'sign', typedName: 'Jordan Reyes', reason: '', comment: '' };

describe('over HTTP', () => {
  let life: Life;
  let link: string;
  let cookie: string;
  beforeAll(async () => {
    life = await Life.launched(dcDraft());
    await life.until('2026-12-01 12:00');
    link =
      (await life.mails('employee')).flatMap(({ links }) => links).find((url) => url.includes('/l/')) ?? '';
    const reply = await send('GET', link);
    cookie = reply.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  });
  afterAll(() => life.close());

  const send = (method: string, path: string, headers: Record<string, string> = {}, body?: string) =>
    fetch(new URL(path, life.app.url), {
      method,
      headers,
      redirect: 'manual',
      ...(body !== undefined && { body }),
    });

  /** Every page route with a question, a token or a part of an address that exists, or that does not. */
  const addresses = (): string[] =>
    routes
      .filter(({ door, methods }) => door === 'pages' && methods.includes('GET'))
      .flatMap(({ path }) => {
        const token = link.split('/l/')[1] ?? '';
        return [
          path.replace('{token}', token).replace('{requestId}', 'acknowledgement'),
          path.replace('{token}', 'nonsense').replace('{requestId}', 'nonsense'),
        ];
      });

  test('SEC-8: every answer of every page has every header, whatever it says and to whom', async () => {
    const statuses = new Set<number>();
    for (const address of addresses()) {
      for (const method of ['GET', 'HEAD', 'POST']) {
        if (method === 'POST' && address.startsWith('/assets/')) continue;
        for (const headers of [{}, { cookie }]) {
          const reply = await send(
            method,
            address,
            headers,
            method === 'POST' ? 'email=&typedName=' : undefined,
          );
          statuses.add(reply.status);
          for (const [name, value] of Object.entries(PAGE_HEADERS)) {
            const expected =
              name === 'Cache-Control' && address.startsWith('/assets/') ? 'public, max-age=3600' : value;
            expect([method, address, name, reply.headers.get(name)]).toEqual([
              method,
              address,
              name,
              expected,
            ]);
          }
          expect(reply.headers.get('access-control-allow-origin')).toBeNull();
        }
      }
    }
    expect([...statuses].sort()).toEqual([200, 303, 403, 404]);
  });

  test('SEC-8: what is said is never to leave the page: no script, no frame, no other site, no referrer to one', () => {
    expect(PAGE_HEADERS).toEqual({
      'Content-Security-Policy':
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'",
      'Referrer-Policy': 'same-origin',
      'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
      'X-Robots-Tag': 'noindex',
      'Cross-Origin-Opener-Policy': 'same-origin',
      Vary: 'Sec-Fetch-Site, Origin, Accept-Language',
    });
  });

  test('the page shown in place, at an address with the link in it, loads nothing from anywhere else', async () => {
    const page = await send('GET', `${link}/in`);
    const html = await page.text();
    expect(page.status).toBe(200);
    const loaded = [...html.matchAll(/<(?:link|img|script|iframe|source)\b[^>]*(?:href|src)="([^"]*)"/g)];
    expect(loaded.map(([, address]) => address)).toEqual(['/assets/style.css']);
    const away = [...html.matchAll(/(?:href|action)="(https?:|\/\/)[^"]*"/g)];
    expect(away).toEqual([]);
  });

  test('HEAD is GET without a body', async () => {
    for (const address of addresses()) {
      const [get, head] = await Promise.all([
        send('GET', address, { cookie }),
        send('HEAD', address, { cookie }),
      ]);
      expect([address, head.status, await head.text()]).toEqual([address, get.status, '']);
    }
  });

  test('nothing else is answered, and no other site is told that it may ask', async () => {
    for (const address of addresses()) {
      for (const method of ['OPTIONS', 'PUT', 'DELETE', 'PATCH']) {
        const reply = await send(method, address, { cookie, origin: 'https://elsewhere.example' });
        expect([method, address, reply.status]).toEqual([method, address, 404]);
        expect([...reply.headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
      }
    }
  });

  test('SEC-4: links are made from the configured address, whatever host the caller names', async () => {
    const before = (await life.mails('employee')).length;
    const reply = await send(
      'POST',
      `${link}/new`,
      {
        'content-type': 'application/x-www-form-urlencoded',
        'x-forwarded-host': 'elsewhere.example',
        forwarded: 'host=elsewhere.example',
      },
      'email=jordan.reyes%40agency.example',
    );
    expect(reply.status).toBe(200);
    await life.until('2026-12-01 12:01');
    const [newest, ...older] = (await life.mails('employee')).sort((a, b) => (a.at < b.at ? 1 : -1));
    expect(older).toHaveLength(before);
    expect(newest?.subject).toBe('Your new link');
    const renewed = newest?.links.find((url) => url.includes('/l/')) ?? '';
    expect(new URL(renewed).origin).toBe(new URL(life.app.url).origin);
    expect(renewed.length).toBeLessThan(200);
    expect((await send('GET', link)).status).toBe(404);
    expect((await send('GET', renewed)).status).toBe(303);
    const entry = (await life.timeline()).find(({ what }) => what === 'LinkRenewed');
    expect(entry?.text).toBe('A new link was sent to Jordan Reyes.');
  });
});

describe('at the door', () => {
  let door: PagesDoor;
  let cookie: string;
  let ticket: string;
  beforeEach(async () => {
    door = new PagesDoor();
    await door.launched(PLAN);
    const opened = await door.open(PLAN, 'acknowledgement', 'employee');
    cookie = opened.cookie;
    ticket = ticketOf(opened.page);
  });

  const sign = (headers: Record<string, string>, fields: Record<string, string> = {}): Promise<Reply> =>
    door.send('POST', '/p/acknowledgement', {
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      cookie,
      body: new URLSearchParams({ ticket, ...SIGNED, do: 'send', ...fields }).toString(),
    });

  test.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['another host of the same site', { 'sec-fetch-site': 'same-site' }],
    ['something that is none of the four', { 'sec-fetch-site': 'SAME-ORIGIN?' }],
    ['another site that also claims our origin', { 'sec-fetch-site': 'cross-site', origin: BASE_URL }],
    ['another origin, in a browser that says no more', { origin: 'https://elsewhere.example' }],
    ['our host by another scheme', { origin: 'http://plans.example' }],
    ['an origin that hides itself', { origin: 'null' }],
    ['a page elsewhere, by its address alone', { referer: `https://elsewhere.example/?${BASE_URL}` }],
  ])('SEC-9: a form from %s records nothing, and gives the words back', async (_, headers) => {
    const before = door.rows.all();
    const reply = await sign(headers as unknown as Record<string, string>, { comment: 'My words' });
    expect(reply.status).toBe(403);
    expect(reply.body).toContain('My words');
    expect(door.rows.all()).toEqual(before);
  });

  test.each([
    ['our own page', { 'sec-fetch-site': 'same-origin' }],
    ['the browser itself', { 'sec-fetch-site': 'none' }],
    ['our origin, in a browser that says no more', { origin: BASE_URL }],
    ['our page, by its address alone', { referer: `${BASE_URL}/p/acknowledgement` }],
    ['a client that says nothing', {}],
  ])('SEC-9: a form from %s is taken', async (_, headers) => {
    expect((await sign(headers as unknown as Record<string, string>)).status).toBe(303);
  });

  test('SEC-9: no form is taken without a ticket of its own link and question', async () => {
    await door.launched(OTHER);
    await door.advance(PLAN, '2026-12-15T15:00:00Z');
    const own = { 'sec-fetch-site': 'same-origin' };
    const ticketFor = async (plan: string, request: string, who: string) =>
      ticketOf((await door.open(plan, request, who)).page);
    const before = door.rows.all();
    for (const [forged, status] of [
      ['', 403],
      ['nonsense', 403],
      [`${ticket}x`, 403],
      [`x${ticket}`, 403],
      [await ticketFor(PLAN, 'check-in-2026-12-18', 'employee'), 404],
    ] as const) {
      const reply = await sign(own, { ticket: forged });
      expect([forged, reply.status]).toEqual([forged, status]);
    }
    // The ticket says whose answer it is: with two plans in two tabs the cookie may be the other one's.
    expect(door.rows.all()).toEqual(before);
    await sign(own, { ticket: await ticketFor(OTHER, 'acknowledgement', 'employee') });
    expect((await door.store.load(PLAN)).requests.acknowledgement?.respondents[0]?.answer).toBeUndefined();
  });

  test('SEC-10: whatever the address, one is only ever sent on to a fixed page of one’s own link', async () => {
    const link = await door.linkOf(PLAN, 'acknowledgement', 'employee');
    const weird = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '//elsewhere.example',
        '\\\\elsewhere.example',
        '..',
        'https:',
        '%2f%2felsewhere.example',
        '\r\nLocation: x',
      ),
      fc.constant(link.slice('/l/'.length)),
    );
    await fc.assert(
      fc.asyncProperty(
        weird,
        fc.constantFrom('', '/in', '/in/plan', '/new'),
        fc.boolean(),
        async (id, below, isToken) => {
          const path = `/${isToken ? 'l' : 'p'}/${encodeURIComponent(id)}${isToken ? below : ''}`;
          for (const method of ['GET', 'POST']) {
            const { location, status } = await door.send(method, path, { cookie });
            if (location === undefined) continue;
            expect(status).toBe(303);
            expect([`${link}/in`, '/p/acknowledgement']).toContain(location);
          }
        },
      ),
    );
  });

  test('SEC-5: no token, address or field of one plan ever shows or changes another', async () => {
    const marked = (word: string) => ({
      ...dcDraft(),
      title: `${word} plan`,
      reason: { ...dcDraft().reason, summary: `${word} reason` },
    });
    door = new PagesDoor();
    await door.launched(PLAN, marked('Walnut'));
    await door.launched(OTHER, marked('Magnolia'));
    const people = ['employee', 'supervisor'];
    const links = await Promise.all(people.map((who) => door.linkOf(PLAN, 'acknowledgement', who)));
    const others = await Promise.all(people.map((who) => door.linkOf(OTHER, 'acknowledgement', who)));
    const otherBefore = await door.store.events(OTHER);
    const ids = ['acknowledgement', 'decision', PLAN, OTHER, others[0]?.split('/')[2] ?? ''];
    const fields = ['planId', 'requestId', 'participant', 'link', 'by', 'to', 'choice', 'email'];
    const below = [
      '',
      '/plan',
      '/adjustment',
      '/wrong-person',
      '/saved',
      '/new',
      '/response',
      '/calendar.ics',
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...links),
        fc.constantFrom(...ids),
        fc.constantFrom(...below),
        fc.dictionary(fc.constantFrom(...fields), fc.constantFrom(...ids, 'employee', 'yes')),
        fc.boolean(),
        async (link, id, page, typed, isClean) => {
          const visit = await door.visit(link);
          expect(visit.page.body).toContain('Walnut');
          const base = isClean ? `/p/${id}` : `${link}/in`;
          const replies = [
            await door.send('GET', `${base}${page}`, { cookie: visit.cookie }),
            await door.post(
              `${base}${page}`,
              { ...typed, ...(typed.email ? {} : { ticket: ticketOf(visit.page) }), do: 'check' },
              { cookie: visit.cookie },
            ),
          ];
          for (const { body } of [visit.page, ...replies]) expect(body).not.toContain('Magnolia');
        },
      ),
      { numRuns: 60 },
    );
    expect(await door.store.events(OTHER)).toEqual(otherBefore);
  });
});
