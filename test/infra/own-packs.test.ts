import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, expect, test } from 'vitest';
import type { ruleLibrary } from '../../adapters/packs.ts';
import { packsInBundle } from '../../infra/bundles.ts';
import { ConfigurationError, loadConfig } from '../../infra/config.ts';
import { projectRoot } from '../../infra/paths.ts';
import { acmePack } from '../support/acme-pack.ts';

const scratch = mkdtempSync(join(tmpdir(), 'pip-follow-up-own-packs-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
mkdirSync(join(scratch, 'packs'));

const write = (name: string, content: unknown): string => {
  const file = join(scratch, name);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
};
const dev = JSON.parse(readFileSync('config/dev.json', 'utf8'));
const configWith = (changes: object): string => write('config.json', { ...dev, ...changes });

const refusal = (file: string): ConfigurationError => {
  try {
    loadConfig(file);
  } catch (error) {
    if (error instanceof ConfigurationError) return error;
    throw error;
  }
  throw new Error('The configuration was taken.');
};

test('packs are read beside the configuration, and one of them can be the default', () => {
  write('packs/acme.json', acmePack());
  const config = loadConfig(configWith({ packs: ['packs/acme.json'], defaultPack: 'acme' }));
  expect(config.packs).toEqual([acmePack()]);
  expect(config.defaultPack).toBe('acme');
});

test('a configuration without packs carries none', () => {
  expect(loadConfig(configWith({}))).not.toHaveProperty('packs');
  expect(loadConfig(configWith({ packs: [] }))).not.toHaveProperty('packs');
});

test('a broken pack is refused with its place, its rule and what would be allowed', () => {
  write('packs/bad.json', acmePack({ colour: 'red', retention: { is: { years: 3 }, rule: 'H2' } }));
  write('packs/uncited.json', acmePack({ id: 'uncited', retention: { is: { years: 3 }, rule: 'H2' } }));
  const { faults, message } = refusal(configWith({ packs: ['packs/bad.json', 'packs/uncited.json'] }));
  expect(faults).toEqual([
    {
      path: 'packs.0 /colour',
      given: 'in packs/bad.json: there is no such field',
      expected: expect.stringMatching(/^one of id, version, title/),
      example: expect.stringContaining('docs/how-to/write-a-pack.md'),
      read: 'docs/reference/configuration.md#packs',
    },
    {
      path: 'packs.1 /retention/rule',
      given: 'in packs/uncited.json: the pack lists no rule H2 (rule H2)',
      expected: expect.stringMatching(/^one of P-HANDBOOK, .*; or list it under rules$/),
      example: expect.stringContaining('docs/how-to/write-a-pack.md'),
      read: 'docs/reference/configuration.md#packs',
    },
  ]);
  expect(message).toContain('Nothing was synthesized.');
});

test.each([
  ['a file that is not there', ['packs/nowhere.json'], 'packs.0', 'no file of this name'],
  ['a file that is not JSON', ['text.json'], 'packs.0', 'text that is not JSON'],
  ['something else than a name', [5], 'packs.0', '5'],
  ['something else than a list', 'packs/acme.json', 'packs', '"packs/acme.json"'],
])('%s is refused', (_, packs, path, given) => {
  write('text.json', '{"id":');
  const { faults } = refusal(configWith({ packs }));
  expect(faults.map((fault) => fault.path)).toEqual([path]);
  expect(faults[0]?.given).toContain(given);
  expect(faults[0]?.read).toBe('docs/reference/configuration.md#packs');
});

test('a default pack that neither comes with the product nor with the configuration is refused', () => {
  write('packs/acme.json', acmePack());
  const { faults } = refusal(configWith({ packs: ['packs/acme.json'], defaultPack: 'acme-2' }));
  expect(faults.map(({ path, given }) => [path, given])).toEqual([['defaultPack', '"acme-2"']]);
});

test('a broken pack stops the synthesis before anything is written', () => {
  write('packs/bad.json', acmePack({ calendar: 'mars' }));
  const config = configWith({ packs: ['packs/bad.json'] });
  const output = join(scratch, 'out');
  const env = { ...process.env, CDK_OUTDIR: output, CDK_CONTEXT_JSON: JSON.stringify({ config }) };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['infra/app.ts'], { env, encoding: 'utf8' });
  expect({ status, stdout, stderr }).toEqual({
    status: 1,
    stdout: '',
    stderr: `${refusal(config).message}\n`,
  });
  expect(stderr).toContain('packs.0 /calendar');
  expect(existsSync(join(output, 'manifest.json'))).toBe(false);
});

/** What a function's bundle finds in its library, by loading such a bundle on Node. */
async function libraryOf(config: string): Promise<ReturnType<typeof ruleLibrary>> {
  const outfile = join(scratch, `library-${Math.random()}.mjs`);
  await build({
    ...{ entryPoints: ['adapters/packs.ts'], bundle: true, outfile, format: 'esm', platform: 'node' },
    ...{ minify: true, logLevel: 'silent' },
    define: {
      ...packsInBundle(loadConfig(config).packs),
      PACKS_FOLDER: JSON.stringify(pathToFileURL(join(projectRoot, 'packs/')).href),
    },
  });
  return (await import(pathToFileURL(outfile).href)).ruleLibrary();
}

test('a bundle finds the organisation’s packs in its library, beside the published ones', async () => {
  write('packs/acme.json', acmePack());
  const none = await libraryOf(configWith({}));
  const library = await libraryOf(configWith({ packs: ['packs/acme.json'] }));
  expect(library.list().map((pack) => pack.id)).toEqual(['acme', ...none.list().map((pack) => pack.id)]);
  expect(library.pack('acme')?.duration.maxDays).toEqual({ is: 42, rule: 'P-HANDBOOK' });
  expect(library.pack('acme@1')?.checkIn).toEqual(none.pack('general@1')?.checkIn);
});
