import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { type BuildOptions, buildSync, type Metafile } from 'esbuild';
import type { PackFile } from '../adapters/resolve-pack.ts';
import { type DoorName, doorNames } from './doors.ts';
import { projectRoot } from './paths.ts';

/** Has the code of every function made, with the organisation's own rule packs inside. */
export type Bundler = (packs?: PackFile[]) => Record<DoorName, Code>;

/**
 * Bundles every function. Each bundle holds `index.mjs`, with the AWS SDK and the organisation's own rule packs inside, the
 * parts of it that are only read when they are first needed, published rule packs among them, and their source maps.
 */
export function bundleDoors(packs: PackFile[] = []): Record<DoorName, Code> {
  const directory = mkdtempSync(join(tmpdir(), 'pip-follow-up-bundles-'));
  // By then the CDK has copied the bundles into its own output.
  process.once('exit', () => rmSync(directory, { recursive: true, force: true }));
  for (const name of doorNames) {
    for (const [file, contents] of bundleOf(name, packs).files) {
      const path = join(directory, name, file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, contents);
    }
  }
  const code = Object.fromEntries(doorNames.map((name) => [name, Code.fromAsset(join(directory, name))]));
  return code as unknown as Record<DoorName, Code>;
}

/** How the organisation's packs get into a bundle: as the constant that the rule library reads. */
export const packsInBundle = (packs: PackFile[] = []): Record<string, string> =>
  packs.length > 0 ? { ORGANISATION_PACKS: JSON.stringify(packs) } : {};

/** Source maps name sources relative to the output, so that place is always the same, whatever directory is used. */
const imaginary = join(projectRoot, 'bundles');

/** How code becomes what Lambda loads. */
export const BUNDLING = {
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  mainFields: ['module', 'main'],
  minify: true,
  sourcemap: 'linked',
  sourcesContent: false,
  legalComments: 'none',
  // Packages that are still CommonJS ask for Node's own modules with require.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);",
  },
  outExtension: { '.js': '.mjs' },
  // What is imported when it is first needed stays a file of its own, which a cold start does not read.
  splitting: true,
  chunkNames: 'part-[hash]',
  // Credentials come from Lambda's environment; the other ways to them, which never run there, are left to its own SDK.
  external: ['ini', 'login', 'process', 'sso', 'web-identity'].map(
    (way) => `@aws-sdk/credential-provider-${way}`,
  ),
  absWorkingDir: projectRoot,
  logLevel: 'warning',
} as const satisfies BuildOptions;

/** A function's bundle: its files by their names, and what esbuild says of them. */
export interface Bundle {
  files: ReadonlyMap<string, Uint8Array>;
  metafile: Metafile;
}

/** Makes the bundle of one function, without writing it anywhere. */
export function bundleOf(name: DoorName, packs: PackFile[] = []): Bundle {
  const outdir = join(imaginary, name);
  const { outputFiles, metafile } = buildSync({
    ...BUNDLING,
    entryPoints: [{ in: join(projectRoot, 'functions', name, 'handler.ts'), out: 'index' }],
    outdir,
    write: false,
    metafile: true,
    define: { ...packsInBundle(packs), PACKS_FOLDER: JSON.stringify('./packs/') },
  });
  const files = new Map(outputFiles.map(({ path, contents }) => [relative(outdir, path), contents]));
  if (READS_PACKS in metafile.inputs)
    for (const file of globSync('packs/*/*.json', { cwd: projectRoot }).sort())
      files.set(file, readFileSync(join(projectRoot, file)));
  return { files, metafile };
}

/** What reads the files of published packs, in the bundles that have it. */
const READS_PACKS = 'adapters/published-packs.ts';

/** What a cold start reads of a bundle: `index.mjs`, and whatever is imported on the way to its end. */
export function readAtStart({ metafile: { outputs } }: Pick<Bundle, 'metafile'>): string[] {
  const entry = Object.keys(outputs).find((path) => basename(path) === 'index.mjs') ?? '';
  const read = new Set<string>();
  const follow = (path: string): void => {
    if (read.has(path)) return;
    read.add(path);
    for (const { kind, external, path: next } of outputs[path]?.imports ?? [])
      if (kind === 'import-statement' && !external) follow(next);
  };
  follow(entry);
  return [...read].map((path) => basename(path));
}
