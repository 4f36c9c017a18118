import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { NoEngine } from '../../sandbox/dynamodb/engine.ts';
import { whereItRuns } from '../support/engine-here.ts';

const missing = () => Promise.reject(new NoEngine('It needs Java 17 or later on the PATH.'));

beforeEach(() => void vi.stubEnv('REQUIRE_ALL_ENGINES', ''));
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

test('without Java the tests on DynamoDB Local are left out, and the reason is printed', async () => {
  const said = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  expect(await whereItRuns('local', missing)).toBeUndefined();
  expect(said.mock.calls).toEqual([['Not tested on local: It needs Java 17 or later on the PATH.']]);
});

test('where all engines are required a missing one is a failure', async () => {
  vi.stubEnv('REQUIRE_ALL_ENGINES', '1');
  await expect(whereItRuns('local', missing)).rejects.toThrow(NoEngine);
});

test('what npm installs may not be missing, and only a missing engine is forgiven', async () => {
  vi.spyOn(process, 'platform', 'get').mockReturnValue('linux');
  vi.spyOn(process, 'arch', 'get').mockReturnValue('x64');
  await expect(whereItRuns('dynoxide', missing)).rejects.toThrow(NoEngine);
  await expect(whereItRuns('local', () => Promise.reject(new TypeError('broken')))).rejects.toThrow(
    TypeError,
  );
});
