import { expect, test } from 'vitest';
import { createFaults, FaultsForm, isFunctionNamed } from '../../sandbox/faults.ts';

const strikes = (seed: number) => {
  const faults = createFaults();
  faults.replace([{ name: 'error', probability: 0.3, seed }]);
  return Array.from({ length: 200 }, () => faults.strikes('error', { service: 'ses' }));
};

test('a probability strikes about as often as it says, and the same way for the same seed', () => {
  expect(strikes(7)).toEqual(strikes(7));
  expect(strikes(7)).not.toEqual(strikes(8));
  const count = strikes(7).filter(Boolean).length;
  expect(count).toBeGreaterThan(40);
  expect(count).toBeLessThan(80);
});

test('a fault strikes its service and its function only, and as often as told', () => {
  const faults = createFaults();
  faults.replace([{ name: 'throttle', service: 'ses', function: 'mailer', times: 2 }]);
  const target = { service: 'ses', function: 'MailerFunction1A2B' };
  expect(faults.strikes('error', target)).toBe(false);
  expect(faults.strikes('throttle', { ...target, service: 'states' })).toBe(false);
  expect(faults.strikes('throttle', { ...target, function: 'EffectsFunction' })).toBe(false);
  expect([1, 2, 3].map(() => faults.strikes('throttle', target))).toEqual([true, true, false]);
  expect(faults.active()).toEqual([
    { name: 'throttle', service: 'ses', function: 'mailer', times: 2, struck: 2 },
  ]);
});

test('a new set takes the place of the old one', () => {
  const faults = createFaults();
  faults.replace([{ name: 'error' }]);
  faults.replace([{ name: 'bounce' }]);
  expect([faults.strikes('error', {}), faults.strikes('bounce', {})]).toEqual([false, true]);
});

test('a function answers to the beginning of its name', () => {
  expect(isFunctionNamed('MailerFunction1A2B', 'mailer')).toBe(true);
  expect(isFunctionNamed('MailerFunction1A2B', 'mailer-function')).toBe(true);
  expect(isFunctionNamed('PagesFunction', 'mailer')).toBe(false);
});

test.each([
  [{ faults: [{ name: 'explode' }] }],
  [{ faults: [{ name: 'error', times: 0 }] }],
  [{ faults: [{ name: 'error', probability: 2 }] }],
  [{ faults: [{ name: 'error', typo: 1 }] }],
  [{}],
])('%j is no set of faults', (form) => expect(FaultsForm.safeParse(form).success).toBe(false));
