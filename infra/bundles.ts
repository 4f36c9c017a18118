import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { type BuildOptions, buildSync } from 'esbuild';
import type { PackFile } from '../adapters/resolve-pack.ts';
import { type DoorName, doorNames } from './doors.ts';
import { projectRoot } from './paths.ts';

/**
 * Bundles every function. Each bundle holds `index.mjs`, with the AWS SDK and the organisation's own rule packs inside, the
 * parts of it that are only read when they are first needed, and their source maps.
 */
export function bundleDoors(packs: PackFile[] = []): Record<DoorName, Code> {
  const directory = mkdtempSync(join(tmpdir(), 'pip-follow-up-bundles-'));
  // By then the CDK has copied the bundles into its own output.
  process.once('exit', () => rmSync(directory, { recursive: true, force: true }));
  for (const file of compile(packs)) {
    const path = join(directory, file.path.slice(imaginary.length));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, file.contents);
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
  // Refusals and errors are told apart in logs by the names of their classes.
  keepNames: true,
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

const compile = (packs: PackFile[]) =>
  doorNames.flatMap(
    (name) =>
      buildSync({
        ...BUNDLING,
        entryPoints: [{ in: join(projectRoot, 'functions', name, 'handler.ts'), out: 'index' }],
        outdir: join(imaginary, name),
        write: false,
        define: packsInBundle(packs),
      }).outputFiles,
  );
