import { expect, test } from 'vitest';
import type { Identity } from '../../../functions/access.ts';
import { SESSION_SECONDS } from '../../../functions/site-session.ts';
import { PEOPLE, signedInAs } from '../../support/signed-in-as.ts';
import { SiteDoor } from './site-door.ts';

test('who is not signed in is sent to sign in, and comes back to where they were going', async () => {
  const door = new SiteDoor();
  const { status, headers } = await door.call('GET /admin/plans', { as: null, rawQuery: 'status=active' });
  expect([status, headers.Location]).toEqual([303, '/admin/sign-in?to=%2Fadmin%2Fplans%3Fstatus%3Dactive']);
});

test('a session that is over, was changed, or was sealed for something else is none', async () => {
  const door = new SiteDoor();
  const cookie = await signedInAs(PEOPLE.hr, door.world.ports);
  const sealed = await door.world.ports.sessions.seal('sign-in', { identity: PEOPLE.hr }, door.world.now, 60);
  const statusWith = async (one: string) =>
    (await door.call('GET /admin/signed-in', { as: null, cookies: [one] })).status;
  expect(await statusWith(cookie)).toBe(200);
  expect(await statusWith(`${cookie.slice(0, -4)}AAAA`)).toBe(303);
  expect(await statusWith(`__Host-session=${sealed}`)).toBe(303);
  expect(await statusWith('__Host-session=nonsense')).toBe(303);
  door.world.now = new Date(Date.parse(door.world.now) + (SESSION_SECONDS + 1) * 1000).toISOString();
  expect(await statusWith(cookie)).toBe(303);
});

test('a form that comes when the session is over is kept on the page, to be sent again', async () => {
  const door = new SiteDoor();
  const { status, body } = await door.post(
    'POST /admin/drafts',
    new URLSearchParams([
      ['/title', 'A <plan> & more'],
      ['/items/0/actions', 'One'],
      ['/items/0/actions', 'Two'],
    ]),
    { as: null },
  );
  expect(status).toBe(401);
  expect(body).toContain('action="/admin/drafts"');
  expect(body).toContain('name="/title" value="A &lt;plan> &amp; more"');
  expect(body.match(/name="\/items\/0\/actions"/g)).toHaveLength(2);
});

test.each([
  ['multipart/form-data; boundary=x', 'x', 'choose the file again'],
  ['application/x-www-form-urlencoded', `/title=${'x'.repeat(257 * 1024)}`, 'go back in your browser'],
])('a form that cannot be kept on the page says where it still is (%s)', async (type, sent, wayOut) => {
  const { status, body } = await new SiteDoor().call('POST /admin/import', {
    as: null,
    headers: { 'content-type': type, 'sec-fetch-site': 'same-origin' },
    body: sent,
  });
  expect(status).toBe(401);
  expect(body).toContain(wayOut);
  expect(body).not.toContain('<form');
  expect(body).not.toContain('is lost');
});

test('what a page saves by itself without a session is told so, and gets no page', async () => {
  const door = new SiteDoor();
  const { status, body } = await door.post(
    'POST /admin/drafts',
    {},
    { as: null, headers: { 'x-autosave': '1' } },
  );
  expect([status, body]).toEqual([401, '']);
});

test('a page that is opened late in a session goes by the issuer first; what it fetches by itself does not', async () => {
  const door = new SiteDoor();
  const cookies = [await signedInAs(PEOPLE.hr, door.world.ports)];
  door.world.now = '2026-12-01T15:31:00Z';
  const statusOf = async (mode: string) =>
    (await door.call('GET /admin/signed-in', { as: null, cookies, headers: { 'sec-fetch-mode': mode } }))
      .status;
  expect([await statusOf('navigate'), await statusOf('cors')]).toEqual([303, 200]);
});

test('a form from another site does nothing, whoever is signed in', async () => {
  const door = new SiteDoor();
  for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }]) {
    const { status, body } = await door.post('POST /admin/sign-out', {}, { headers });
    expect([status, body.includes('another site')]).toEqual([403, true]);
  }
});

test('somebody in no group is told who may, and that they are in none', async () => {
  const door = new SiteDoor();
  const { status, body } = await door.call('GET /admin/signed-in', { as: { ...PEOPLE.hr, roles: [] } });
  expect(status).toBe(403);
  expect(body).toContain('It is for HR and managers and auditors and operators.');
  expect(body).toContain('in no group of this system');
});

test('SEC-8: whatever the site answers carries its policy, and is kept nowhere', async () => {
  const door = new SiteDoor();
  for (const route of ['GET /admin/signed-in', 'GET /admin/nowhere']) {
    const { headers } = await door.call(route);
    expect(headers['Content-Security-Policy']).toContain("script-src 'self'");
    expect(headers['Content-Security-Policy']).toContain("frame-ancestors 'none'");
    expect([headers['Cache-Control'], headers['X-Robots-Tag']]).toEqual(['no-store', 'noindex']);
  }
});

test('signing out forgets the session here, then goes on to the issuer', async () => {
  const door = new SiteDoor();
  const { status, headers, cookies } = await door.post('POST /admin/sign-out', {});
  expect([status, headers.Location]).toEqual([303, '/admin/signed-out?next=issuer']);
  expect(cookies).toEqual(['__Host-session=; Max-Age=0; Path=/; Secure; HttpOnly; SameSite=Lax']);
  const shown = await door.call('GET /admin/signed-out', { as: null });
  expect([shown.status, shown.body.includes('You are signed out')]).toEqual([200, true]);
});

test('who comes back from the issuer without having left from here is not signed in', async () => {
  const door = new SiteDoor();
  const { status, cookies } = await door.call('GET /admin/callback', {
    as: null,
    rawQuery: 'code=x&state=y',
  });
  expect([status, cookies]).toEqual([400, []]);
});

test('the areas of the site are those that somebody may open', async () => {
  const door = new SiteDoor();
  const areasOf = async (as: Identity, route: string) => {
    const { body } = await door.call(route, { as });
    const nav = /<ul class="areas">(.*?)<\/ul>/s.exec(body)?.[1] ?? '';
    return [...nav.matchAll(/href="([^"]+)"[^>]*>([^<]+)</g)].map(([, href, text]) => `${text} ${href}`);
  };
  expect(await areasOf(PEOPLE.auditor, 'GET /admin/plans')).toEqual([
    'Plans /admin/plans',
    'Reports /admin/reports',
    'Executions /admin/executions',
    'API /api/docs',
  ]);
  expect(await areasOf(PEOPLE.operator, 'GET /admin/repair')).toEqual([
    'Repair /admin/repair',
    'Executions /admin/executions',
    'API /api/docs',
  ]);
  expect(await areasOf(PEOPLE.hr, 'GET /admin/plans')).toContain('API /api/docs');
  expect(await areasOf(PEOPLE.manager, 'GET /admin/plans')).toEqual(['Plans /admin/plans']);
});
