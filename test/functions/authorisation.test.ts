import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ACCESS_ROLES, type AccessRole, type Identity, type Reach } from '../../functions/access.ts';
import { ACCESS, accessReference } from '../../functions/access-table.ts';
import { adminRoute } from '../../functions/admin/areas.ts';
import { assetRoutes } from '../../functions/admin/assets.ts';
import { signInRoutes } from '../../functions/sign-in.ts';
import { routes } from '../../infra/routes.ts';
import { dcDraft } from '../support/plans.ts';
import { PEOPLE } from '../support/signed-in-as.ts';
import { ApiDoor } from './api-door.ts';
import { capturedLogs } from './logs.ts';
import { SiteDoor } from './site/site-door.ts';

capturedLogs();

const keysOf = (door: string, admits: string[]): string[] =>
  routes
    .filter((route) => route.door === door && admits.includes(route.admits))
    .flatMap(({ methods, path }) => methods.map((method) => `${method} ${path}`))
    .sort();

test.each(Object.entries(ACCESS))(
  'every address that leads to %s has a rule, and every rule an address',
  (door, table) => {
    expect(keysOf(door, ['session', 'token', 'open']).filter((key) => !isOpen(key))).toEqual(
      Object.keys(table).sort(),
    );
  },
);

test('no address is open but those for signing in, and for what pages look like', () => {
  const open = routes.filter(({ admits, door }) => admits === 'open' && door !== 'pages');
  expect(open.map(({ path }) => path).sort()).toEqual(
    [
      ...new Set([...Object.keys(signInRoutes), ...Object.keys(assetRoutes)].map((key) => key.split(' ')[1])),
    ].sort(),
  );
});

const isOpen = (key: string): boolean =>
  Object.hasOwn(signInRoutes, key.replace('HEAD', 'GET')) ||
  Object.hasOwn(assetRoutes, key.replace('HEAD', 'GET'));

/** Every address, for every role, about a plan they supervise and one they do not. */
const CASES = Object.entries(ACCESS).flatMap(([door, table]) =>
  Object.entries(table).flatMap(([route, { who }]) =>
    ACCESS_ROLES.flatMap((role) =>
      (['own', 'other'] as const).map((whose) => ({
        door,
        route,
        role,
        whose,
        may: mayUse(who[role], whose, route),
      })),
    ),
  ),
);

function mayUse(reach: Reach | undefined, whose: 'own' | 'other', route: string): boolean {
  if (!reach) return false;
  return reach === 'all' || whose === 'own' || !route.includes('{planId}');
}

const supervised = dcDraft();
const supervisor = supervised.participants.find(({ role }) => role === 'supervisor');
const MANAGER_OF: Record<'own' | 'other', Identity> = {
  own: { ...PEOPLE.manager, email: supervisor?.email.toLowerCase() ?? '' },
  other: { ...PEOPLE.manager, email: 'somebody.else@agency.example' },
};
const identityOf = (role: AccessRole, whose: 'own' | 'other'): Identity =>
  role === 'manager' ? MANAGER_OF[whose] : PEOPLE[role];

const paramsOf = (route: string, planId: string): Record<string, string> =>
  Object.fromEntries(
    [...route.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, name === 'planId' ? planId : 'none']),
  );

const api = new ApiDoor();
const apiPlan = await api.drafted(supervised);
// A manager's plan is theirs to read from its launch on.
for (const type of ['approve', 'launch']) await api.command(apiPlan, { type });
const door = new SiteDoor();
door.world.ports.store = api.world.ports.store;

test.each(CASES.filter(({ door }) => door === 'api'))(
  '$role, $whose plan: $route → may: $may',
  async ({ route, role, whose, may }) => {
    const { email, id } = identityOf(role, whose);
    const claims = {
      sub: id,
      email,
      email_verified: 'true',
      token_use: 'access',
      'cognito:groups': `[${role}]`,
    };
    const answer = await api.call(route, { caller: claims, params: paramsOf(route, apiPlan) });
    const isRefused = ['role_refused', 'no_email', 'plan_not_found'].includes(String(answer.json?.code));
    expect(isRefused).toBe(!may);
  },
);

test.each(CASES.filter(({ door }) => door === 'admin'))(
  '$role, $whose plan: $route → may: $may',
  async ({ route, role, whose, may }) => {
    const options = { as: identityOf(role, whose), params: paramsOf(route, apiPlan) };
    const { status, body } = route.startsWith('POST')
      ? await door.post(route, {}, options)
      : await door.call(route, options);
    const isRefused =
      (status === 403 && body.includes('not for your role')) ||
      (status === 404 && body.includes('There is no such plan'));
    expect(isRefused).toBe(!may);
  },
);

test.each(CASES.filter(({ door }) => door === 'executions'))(
  '$role: $route → may: $may',
  async ({ route, role, whose, may }) => {
    // What the pages show is another matter: here it is who gets to them.
    const reached = { ...ACCESS.executions[route], serve: async () => ({ status: 200, body: 'reached' }) };
    const answer = await door.call(
      route,
      { as: identityOf(role, whose), headers: { 'sec-fetch-site': 'same-origin' } },
      {
        [route]: reached as never,
      },
    );
    expect(answer.body === 'reached').toBe(may);
  },
);

const about: Pick<Identity, 'id' | 'name' | 'email'> = {
  id: 'u-jordan',
  name: 'Jordan Reyes',
  email: supervised.participants.find(({ id }) => id === supervised.subject.participant)?.email ?? '',
};
const ABOUT_THEM = CASES.filter(
  ({ route, whose, may }) => route.includes('{planId}') && whose === 'own' && may,
);

test.each(ABOUT_THEM.filter(({ door }) => door === 'api'))(
  'nobody, not even as $role, gets through $route to the plan that is about themselves',
  async ({ route, role }) => {
    const claims = { sub: about.id, email: about.email, email_verified: 'true', token_use: 'access' };
    const caller = { ...claims, 'cognito:groups': `[${role}]` };
    const { status, json } = await api.call(route, { caller, params: paramsOf(route, apiPlan) });
    expect([status, json.code]).toEqual([403, 'about_you']);
  },
);

test.each(ABOUT_THEM.filter(({ door }) => door === 'admin'))(
  'nobody, not even as $role, gets through $route to the plan that is about themselves',
  async ({ route, role }) => {
    const options = { as: { ...about, roles: [role] }, params: paramsOf(route, apiPlan) };
    const { status, body } = await (route.startsWith('POST')
      ? door.post(route, {}, options)
      : door.call(route, options));
    expect(status).toBe(403);
    expect(body).toContain('This plan is about you: somebody else in HR has to do this.');
    expect(body).toContain('You read it by the link in your e-mails.');
  },
);

test('a call without a token, with an ID token, or by a manager of no known address is refused by name', async () => {
  const codes = await Promise.all(
    [
      undefined,
      { sub: 'u', token_use: 'id', 'cognito:groups': '[hr]' },
      // The ID tokens of other issuers, which say of themselves that somebody signed in.
      { sub: 'u', nonce: 'n', 'cognito:groups': '[hr]' },
      { sub: 'u', at_hash: 'h', 'cognito:groups': '[hr]' },
      { sub: 'u', 'cognito:groups': '[manager]' },
    ].map(async (caller) => (await api.call('GET /api/plans', { caller: caller as never })).json.code),
  );
  expect(codes).toEqual(['no_identity', 'wrong_token', 'wrong_token', 'wrong_token', 'no_email']);
});

test('docs/reference/access.md is what `npm run docs` writes', () => {
  expect(readFileSync('docs/reference/access.md', 'utf8')).toBe(accessReference());
});

test('the site finds each of its routes in the part it reads for it', async () => {
  for (const [key, route] of Object.entries(ACCESS.admin)) expect(await adminRoute(key), key).toBe(route);
  expect(await adminRoute('GET /admin/nowhere')).toBeUndefined();
});
