import { afterEach, expect, test, vi } from 'vitest';
import { now } from '../../adapters/clock.ts';
import { MissingSetting, setting } from '../../adapters/environment.ts';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.useRealTimers();
});

test('a setting is read when it is asked for', () => {
  vi.stubEnv('TABLE_NAME', 'plans');
  expect(setting('TABLE_NAME')).toBe('plans');
  vi.stubEnv('TABLE_NAME', 'other');
  expect(setting('TABLE_NAME')).toBe('other');
});

test.each([undefined, ''])('a setting that is %j is refused by name', (value) => {
  vi.stubEnv('REPLY_TO', value);

  expect(() => setting('REPLY_TO')).toThrow(new MissingSetting('REPLY_TO'));
});

test('the clock tells whole seconds, cut and never rounded up', () => {
  vi.useFakeTimers({ now: new Date('2026-12-31T23:59:59.999Z') });

  expect(now()).toBe('2026-12-31T23:59:59Z');
});
