import { afterEach, expect, test, vi } from 'vitest';
import { MissingSetting } from '../../adapters/environment.ts';
import { lazy, taskPorts, webPorts } from '../../functions/ports.ts';

afterEach(() => void vi.unstubAllEnvs());

test('nothing is made before it is used, and then once', () => {
  const made: string[] = [];
  const ports = lazy<{ a: object; b: object }>({
    a: () => ({ n: made.push('a') }),
    b: () => ({ n: made.push('b') }),
  });
  expect(made).toEqual([]);
  expect(ports.a).toBe(ports.a);
  expect(made).toEqual(['a']);
});

test('the environment is read by whoever needs it, and what is missing is named', () => {
  vi.stubEnv('TABLE_NAME', '');
  const ports = taskPorts();
  expect(() => ports.store).toThrow(MissingSetting);
  vi.stubEnv('ORGANISATION', 'Example Agency');
  expect(ports.settings.organisation).toBe('Example Agency');
  vi.stubEnv('LINK_SECRET_ARN', 'arn:aws:secretsmanager:us-east-1:123456789012:secret:x');
  vi.stubEnv('BASE_URL', '');
  expect(() => webPorts().links).toThrow('BASE_URL');
});
