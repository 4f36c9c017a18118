import { expect, test } from 'vitest';
import { actorOf, isOwn, reachOf } from '../../functions/access.ts';
import { identityOf } from '../../functions/identity.ts';
import { Scenario } from '../support/scenario.ts';

const SETTINGS = {
  claim: 'cognito:groups',
  groups: { hr: 'hr', manager: 'manager', auditor: 'auditor', operator: 'Platform', recorder: 'recorder' },
};

test.each([
  ['a list', ['hr', 'Platform']],
  ['what API Gateway makes of a list', '[hr Platform]'],
  ['words with commas', 'hr,Platform'],
])('groups come as %s', (_, groups) => {
  expect(identityOf({ sub: 'u', 'cognito:groups': groups }, SETTINGS).roles).toEqual(['hr', 'operator']);
});

test('a program has its roles from its scopes, and a name from its client', () => {
  const claims = { client_id: 'payroll', scope: 'openid pip-follow-up/hr' };
  expect(identityOf(claims, SETTINGS)).toEqual({ id: 'payroll', name: 'payroll', roles: ['hr'] });
});

test('groups that look like a role and are not one give nothing', () => {
  const claims = { sub: 'u', 'cognito:groups': ['HR', 'hr-readers', 'operator'], scope: 'hr' };
  expect(identityOf(claims, SETTINGS).roles).toEqual([]);
});

test('what a person lets a program ask for makes nobody HR', () => {
  const claims = { sub: 'u', client_id: 'app', scope: 'openid pip-follow-up/hr' };
  expect(identityOf(claims, SETTINGS).roles).toEqual([]);
  expect(identityOf({ ...claims, sub: 'app' }, SETTINGS).roles).toEqual(['hr']);
});

test('an issuer that says nothing of verifying is believed only where the organisation vouches for it', () => {
  const claims = { sub: 'u', email: 'Morgan@Agency.example' };
  expect(identityOf(claims, SETTINGS).email).toBeUndefined();
  expect(identityOf(claims, { ...SETTINGS, vouchesForEmails: true }).email).toBe('morgan@agency.example');
  const unverified = { ...claims, email_verified: false };
  expect(identityOf(unverified, { ...SETTINGS, vouchesForEmails: true }).email).toBeUndefined();
});

test.each([false, 'false'])(
  'an address that nobody verified (%s) is nobody’s, and known as such',
  (email_verified) => {
    const claims = { sub: 'u', email: 'Morgan@Agency.example', email_verified };
    expect(identityOf(claims, SETTINGS)).toEqual({
      ...{ id: 'u', name: 'u', roles: [] },
      claimedEmail: 'morgan@agency.example',
    });
  },
);

test('the widest of somebody’s roles counts, and a role that is not named counts for nothing', () => {
  const rule = { hr: 'all', manager: 'own' } as const;
  expect(reachOf(rule, { roles: ['manager', 'hr'] })).toBe('all');
  expect(reachOf(rule, { roles: ['manager'] })).toBe('own');
  expect(reachOf(rule, { roles: ['operator'] })).toBeUndefined();
});

test('a plan is a manager’s own by the address of its supervisor or reviewer, whatever its letters, and by no other role', () => {
  const scenario = Scenario.launched();
  const is = (email?: string) => isOwn(scenario.require(), email ? { email } : {}, scenario.now);
  expect(is('dana.whitfield@agency.example')).toBe(true);
  expect(is(' Morgan.Ellis@Agency.Example')).toBe(true);
  expect(is('jordan.reyes@agency.example')).toBe(false);
  expect(is('priya.raman@agency.example')).toBe(false);
  expect(is()).toBe(false);
});

test('the record names people by their address, programs by their id', () => {
  expect(actorOf({ id: 'u', name: 'M', email: 'm@a.example', roles: [] })).toEqual({
    kind: 'principal',
    id: 'm@a.example',
  });
  expect(actorOf({ id: 'payroll', name: 'payroll', roles: [] })).toEqual({
    kind: 'principal',
    id: 'payroll',
  });
});
