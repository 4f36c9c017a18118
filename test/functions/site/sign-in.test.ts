import { expect, test } from 'vitest';
import { SignInRefused } from '../../../adapters/sign-in.ts';
import { dcDraft } from '../../support/plans.ts';
import { PEOPLE } from '../../support/signed-in-as.ts';
import { capturedLogs } from '../logs.ts';
import { SiteDoor } from './site-door.ts';

const logs = capturedLogs();

/** A door whose issuer answers what the test says; the protocol itself is for the sandbox's real one. */
function doorWith(finish: () => Promise<Record<string, unknown>>) {
  const door = new SiteDoor();
  door.world.ports.signIn = {
    start: async () => ({
      url: 'https://issuer.example/authorize?x=1',
      started: { state: 's', nonce: 'n', verifier: 'v' },
    }),
    finish,
    signOutUrl: async () => 'https://issuer.example/logout?client_id=site',
  };
  return door;
}

const CLAIMS = { sub: 'u', name: 'Harper', email: 'h@a.example', 'cognito:groups': ['hr'] };

async function signedInTo(door: SiteDoor, to: string) {
  const begun = await door.call('GET /admin/sign-in', { as: null, query: { to } });
  expect([begun.status, begun.headers.Location]).toEqual([303, 'https://issuer.example/authorize?x=1']);
  const kept = begun.cookies[0]?.split(';')[0] ?? '';
  return door.call('GET /admin/callback', { as: null, cookies: [kept], rawQuery: 'code=c&state=s' });
}

test('who comes back from the issuer is where they were going, with a session for this host alone', async () => {
  const door = doorWith(async () => CLAIMS);
  const { status, headers, cookies } = await signedInTo(door, '/admin/plans?status=active');
  expect([status, headers.Location]).toEqual([303, '/admin/plans?status=active']);
  expect(cookies.map((cookie) => cookie.replace(/=[^;]*/, ''))).toEqual([
    '__Host-session; Max-Age=3600; Path=/; Secure; HttpOnly; SameSite=Lax',
    '__Host-sign-in; Max-Age=0; Path=/; Secure; HttpOnly; SameSite=Lax',
  ]);
  const session = cookies[0]?.split(';')[0] ?? '';
  const { body } = await door.call('GET /admin/signed-in', { as: null, cookies: [session] });
  expect(body).toContain('You are signed in as Harper.');
});

test.each([
  'https://evil.example/admin',
  '//evil.example/admin',
  '/admin//evil.example',
  '/administrator',
  '/admin\\evil',
  '/admin/plans\nSet-Cookie: x',
  '/l/token',
  '',
])('SEC-10: after signing in nobody is sent to %j', async (to) => {
  const { headers } = await signedInTo(
    doorWith(async () => CLAIMS),
    to,
  );
  expect(headers.Location).toBe('/admin');
});

test('a sign-in that was begun too long ago is begun anew', async () => {
  const door = doorWith(async () => CLAIMS);
  const begun = await door.call('GET /admin/sign-in', { as: null });
  const kept = begun.cookies[0]?.split(';')[0] ?? '';
  door.world.now = '2026-12-01T15:10:01Z';
  const { status, body } = await door.call('GET /admin/callback', { as: null, cookies: [kept] });
  expect([status, body.includes('begun too long ago')]).toEqual([400, true]);
});

test('what the issuer refuses is said with its code, and nobody is signed in', async () => {
  const door = doorWith(async () => {
    throw new SignInRefused('access_denied');
  });
  const { status, body, cookies } = await signedInTo(door, '/admin');
  expect([status, body.includes('(access_denied)'), cookies.length]).toEqual([403, true, 1]);
  expect(cookies[0]).toMatch(/^__Host-sign-in=;/);
});

test('signing out here goes on to the issuer by itself', async () => {
  const door = doorWith(async () => CLAIMS);
  const { body } = await door.call('GET /admin/signed-out', { as: null, query: { next: 'issuer' } });
  expect(body).toContain('content="0; url=https://issuer.example/logout?client_id=site"');
});

test('SEC-18: who read a plan, and who was refused a page, is in the log by their id alone', async () => {
  const door = new SiteDoor();
  const { ports } = door.world;
  const planId = ports.ids.plan();
  await ports.store.commit(
    planId,
    { type: 'DraftPlan', planId, draft: dcDraft() },
    {
      now: door.world.now,
      actor: { kind: 'principal', id: 'hr' },
      newLinkId: () => ports.ids.link(planId),
      library: ports.library,
      defaults: ports.settings.defaults,
    },
  );
  await door.call('GET /admin/plans/{planId}', { params: { planId } });
  await door.call('GET /admin/plans/{planId}', { params: { planId }, as: PEOPLE.operator });
  const said = logs()
    .split('\n')
    .filter((line) => /"message":"(plan_read|role_refused)"/.test(line))
    .map((line) => JSON.parse(line));
  expect(
    said.map(({ message, planId, route, principal }) => ({ message, planId, route, principal })),
  ).toEqual([
    { message: 'plan_read', planId, principal: 'u-hr' },
    { message: 'role_refused', route: 'GET /admin/plans/{planId}', principal: 'u-operator' },
  ]);
});
