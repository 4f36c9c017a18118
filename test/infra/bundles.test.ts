import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { BUNDLING, type Bundle, bundleOf, readAtStart } from '../../infra/bundles.ts';
import { doorNames } from '../../infra/doors.ts';
import { acmePack } from '../support/acme-pack.ts';
import { bundleIn } from './as-the-cli.ts';
import { all, doorOf, type Json, service } from './templates.ts';

const bundles = new Map(doorNames.map((name) => [name, bundleOf(name)]));
const bundle = (name: (typeof doorNames)[number]): Bundle => bundles.get(name) ?? bundleOf(name);

const lambdaOf = (name: string): Json =>
  all(service, 'AWS::Lambda::Function').find(([, lambda]) => doorOf(lambda) === name)?.[1];

/** In bytes: what a cold start reads, as it is and as it is sent. */
const MOST = 400_000;
const MOST_GZIP = 125_000;

const codeOf = ({ files, metafile }: Bundle): Buffer =>
  Buffer.concat(readAtStart({ metafile }).map((file) => files.get(file) ?? new Uint8Array()));

describe.each(doorNames)('the bundle of %s', (name) => {
  test(`is at most ${MOST / 1000} kB, ${MOST_GZIP / 1000} kB gzip, as a cold start reads it`, () => {
    const code = codeOf(bundle(name));
    expect(code.length).toBeGreaterThan(200_000);
    expect(code.length, `${name} is ${(code.length / 1000).toFixed(1)} kB`).toBeLessThanOrEqual(MOST);
    const zipped = gzipSync(code).length;
    expect(zipped, `${name} is ${(zipped / 1000).toFixed(1)} kB gzip`).toBeLessThanOrEqual(MOST_GZIP);
  });

  test('reads nothing at run time that is neither in it nor Node’s own, but for ways to credentials it never goes', () => {
    const { files, metafile } = bundle(name);
    const imports = Object.values(metafile.outputs).flatMap((output) => output.imports);
    const outside = imports.filter(({ external, path }) => external && !isBuiltin(path));
    const ways: readonly string[] = BUNDLING.external;
    expect(outside.filter(({ path }) => !ways.includes(path))).toEqual([]);
    // They are all asked for when they are first needed, which is never where the environment has credentials.
    expect(outside.filter(({ kind }) => kind !== 'dynamic-import')).toEqual([]);
    const inside = imports
      .filter(({ external }) => !external)
      .map(({ path }) => path.split('/').at(-1) ?? '');
    expect(inside.filter((file) => !files.has(file))).toEqual([]);
  });

  test('holds the rule packs as files beside its code, and every part of the code with its source map', () => {
    const { files } = bundle(name);
    const names = [...files.keys()];
    expect(names).toContain('packs/general/1.json');
    const code = names.filter((file) => file.endsWith('.mjs'));
    expect(names.filter((file) => file.endsWith('.map')).sort()).toEqual(
      code.map((file) => `${file}.map`).sort(),
    );
  });
});

test.each(doorNames)(
  'CDK-24: the same sources make the same bundle of %s, by the command line and in this process',
  (name) => {
    const folder = bundleIn(lambdaOf(name));
    const { files } = bundle(name);
    const there = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
    expect(there.sort()).toEqual([...files.keys()].sort());
    for (const [file, contents] of files)
      expect(readFileSync(join(folder, file)).equals(contents), file).toBe(true);
  },
);

test('the organisation’s packs are in the bundles that know rules', () => {
  const knowing = doorNames.filter((name) =>
    Object.values(bundle(name).metafile.outputs).some(({ inputs }) => 'adapters/packs.ts' in inputs),
  );
  expect(knowing).toEqual(
    expect.arrayContaining(['pages', 'api', 'admin', 'lifecycle', 'mailer', 'sweeper']),
  );
  const textOf = ({ files }: Bundle): string =>
    [...files].flatMap(([file, code]) => (file.endsWith('.mjs') ? Buffer.from(code).toString() : [])).join();
  expect(textOf(bundleOf('lifecycle', [acmePack()]))).toContain('Acme handbook, 4.2');
  expect(textOf(bundle('lifecycle'))).not.toContain('Acme handbook, 4.2');
});
