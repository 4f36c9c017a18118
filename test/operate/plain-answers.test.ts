import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { admin } from '../../operate/admin/admin.ts';
import { plainly } from '../../operate/common/plain-errors.ts';

const SIGN_IN = /^Sign in \(for instance/;
const SANDBOX = 'For the sandbox: --endpoint http://127.0.0.1:4020';
const failed = (name: string) => Object.assign(new Error('no'), { name });

async function typed(...words: string[]) {
  const complained: string[] = [];
  const print = { say: () => {}, complain: (line: string) => complained.push(line) };
  return { code: await admin(words, print), complained: complained.join('\n') };
}

describe('what cannot be reached is named', () => {
  let before: string | undefined;
  beforeEach(() => {
    before = process.env.AWS_ENDPOINT_URL;
    process.env.AWS_ENDPOINT_URL = 'http://127.0.0.1:8';
  });
  afterEach(() => {
    if (before === undefined) delete process.env.AWS_ENDPOINT_URL;
    else process.env.AWS_ENDPOINT_URL = before;
  });

  test('by the endpoint that was typed, before that of the environment', async () => {
    const { code, complained } = await typed('status', '--stage', 'dev', '--endpoint', 'http://127.0.0.1:9');
    expect(complained).toContain('http://127.0.0.1:9 cannot be reached (ECONNREFUSED).');
    expect(complained).toContain('is `npm start` running?');
    expect(complained).not.toContain('127.0.0.1:8');
    expect(code).toBe(2);
  });

  test('by that of the environment, when none was typed', async () => {
    expect((await typed('status', '--stage', 'dev')).complained).toContain('http://127.0.0.1:8 cannot be');
  });

  test('and elsewhere than on this machine nobody is asked about the sandbox', () => {
    const said = plainly(failed('ENOTFOUND'), { endpoint: 'https://aws.agency.org' });
    expect(said?.message).toBe('https://aws.agency.org cannot be reached (ENOTFOUND).');
    expect(said?.wayOut).not.toContain('npm start');
    expect(plainly(failed('ENOTFOUND'))?.message).toBe('AWS cannot be reached (ENOTFOUND).');
  });

  test('an address without http:// is no endpoint', async () => {
    const { code, complained } = await typed('status', '--stage', 'dev', '--endpoint', 'localhost:4020');
    expect(complained).toContain('"localhost:4020" is no address of an endpoint.');
    expect(code).toBe(2);
  });
});

test('whoever has no credentials and asks for the stage of the sandbox is told how to get there', () => {
  const error = failed('CredentialsProviderError');
  expect(plainly(error, { stage: 'dev' })?.wayOut.split('\n')).toEqual([
    expect.stringMatching(SIGN_IN),
    SANDBOX,
  ]);
  for (const asked of [{ stage: 'prod' }, { stage: 'dev', endpoint: 'http://127.0.0.1:4020' }, {}])
    expect(plainly(error, asked)?.wayOut).not.toContain(SANDBOX);
});

test.each([
  ['an option that there is not', ['status', '--stge', 'dev']],
  ['an option that is missing', ['restart', 'plnabcdefghijklmnopqrst', '--stage', 'dev']],
])('%s: where all of them are listed is said', async (_, words) => {
  const { code, complained } = await typed(...words);
  expect(complained).toContain('See --help.');
  expect(code).toBe(2);
});
