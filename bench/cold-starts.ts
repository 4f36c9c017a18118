import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildSync } from 'esbuild';
import { BUNDLING } from '../infra/bundles.ts';
import { doorNames } from '../infra/doors.ts';
import { projectRoot } from '../infra/paths.ts';
import { table } from './measure.ts';

/**
 * How long a cold start spends on importing each function's bundle, as a multiple of importing one DynamoDB client made
 * the same way; and what the bundles weigh. Processes of all functions take turns, so that what else the machine does
 * strikes all alike.
 */
const ROUNDS = Number(process.argv[2] ?? 25);
const MOST = 1.35;

const folder = mkdtempSync(join(tmpdir(), 'bench-cold-starts-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

const bundle = (name: string, input: { contents: string } | string): string => {
  const out = join(folder, name);
  mkdirSync(out, { recursive: true });
  buildSync({
    ...BUNDLING,
    outdir: out,
    entryNames: 'index',
    ...(typeof input === 'string'
      ? { entryPoints: [input] }
      : {
          // The yardstick is the client as a bundler makes it when nobody has taken care.
          splitting: false,
          external: [],
          stdin: { contents: input.contents, resolveDir: projectRoot, sourcefile: 'index.ts' },
        }),
  });
  return join(out, 'index.mjs');
};

const BARE = 'one DynamoDB client';
const files = new Map<string, string>([
  [
    BARE,
    bundle('bare', {
      contents: `import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
export const handler = () => new DynamoDBClient({});`,
    }),
  ],
  ...doorNames.map((name): [string, string] => [
    name,
    bundle(name, join(projectRoot, 'functions', name, 'handler.ts')),
  ]),
]);

const SCRIPT = `const from = performance.now();
await import(process.argv[1]);
console.log(performance.now() - from);`;

const once = (file: string): number =>
  Number(
    execFileSync(process.execPath, ['--input-type=module', '-e', SCRIPT, file], {
      env: { PATH: process.env.PATH, AWS_REGION: 'us-east-1' },
      encoding: 'utf8',
    }),
  );

const times = new Map<string, number[]>([...files.keys()].map((name) => [name, []]));
for (const file of files.values()) once(file);
for (let round = 0; round < ROUNDS; round++)
  for (const [name, file] of files) times.get(name)?.push(once(file));

const median = (name: string): number =>
  times.get(name)?.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? Number.NaN;
const bare = median(BARE);

console.log(`Import of each bundle, median of ${ROUNDS} processes; at most ${MOST} times ${BARE}.`);
console.log(
  table([
    ['function', 'ms', 'times', 'kB', 'kB gzip'],
    ...[...files].map(([name, file]) => [
      name,
      median(name).toFixed(1),
      (median(name) / bare).toFixed(2),
      (statSync(file).size / 1000).toFixed(0),
      (gzipSync(readFileSync(file)).length / 1000).toFixed(0),
    ]),
  ]),
);
