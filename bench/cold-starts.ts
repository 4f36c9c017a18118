import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildSync } from 'esbuild';
import { BUNDLING, bundleOf, readAtStart } from '../infra/bundles.ts';
import { type DoorName, doorNames } from '../infra/doors.ts';
import { projectRoot } from '../infra/paths.ts';
import { table } from './measure.ts';

/**
 * How long a cold start spends on importing each function's bundle, as a multiple of importing one DynamoDB client made
 * the same way; and what the bundles weigh: what such a start reads, and with all that is read later. Processes of all functions take turns, so that what else the machine does
 * strikes all alike.
 */
const ROUNDS = Number(process.argv[2] ?? 25);
const MOST = 1.35;

const folder = mkdtempSync(join(tmpdir(), 'bench-cold-starts-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

/** What a cold start reads, and the whole folder, in bytes. */
const weights = new Map<string, { read: number; zipped: number; whole: number }>();

const bare = (name: string): string => {
  const out = join(folder, 'bare');
  mkdirSync(out, { recursive: true });
  buildSync({
    ...BUNDLING,
    outdir: out,
    entryNames: 'index',
    // The yardstick is the client as a bundler makes it when nobody has taken care.
    splitting: false,
    external: [],
    stdin: {
      contents: `import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
export const handler = () => new DynamoDBClient({});`,
      resolveDir: projectRoot,
      sourcefile: 'index.ts',
    },
  });
  const code = readFileSync(join(out, 'index.mjs'));
  weights.set(name, { read: code.length, zipped: gzipSync(code).length, whole: code.length });
  return join(out, 'index.mjs');
};

const door = (name: DoorName): string => {
  const made = bundleOf(name);
  for (const [file, contents] of made.files) {
    mkdirSync(dirname(join(folder, name, file)), { recursive: true });
    writeFileSync(join(folder, name, file), contents);
  }
  const code = Buffer.concat(readAtStart(made).map((file) => made.files.get(file) ?? new Uint8Array()));
  const whole = [...made.files].filter(([file]) => !file.endsWith('.map'));
  weights.set(name, {
    read: code.length,
    zipped: gzipSync(code).length,
    whole: whole.reduce((bytes, [, contents]) => bytes + contents.length, 0),
  });
  return join(folder, name, 'index.mjs');
};

const BARE = 'one DynamoDB client';
const files = new Map<string, string>([
  [BARE, bare(BARE)],
  ...doorNames.map((name): [string, string] => [name, door(name)]),
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
const yardstick = median(BARE);

console.log(`Import of each bundle, median of ${ROUNDS} processes; at most ${MOST} times ${BARE}.`);
console.log(
  table([
    ['function', 'ms', 'times', 'kB', 'kB gzip', 'whole kB'],
    ...[...weights].map(([name, { read, zipped, whole }]) => [
      name,
      median(name).toFixed(1),
      (median(name) / yardstick).toFixed(2),
      ...[read, zipped, whole].map((bytes) => (bytes / 1000).toFixed(0)),
    ]),
  ]),
);
