import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, delimiter, dirname, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { SynthHint } from './synth-hint.ts';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
/** Everything that what `cdk synth` writes is made from. */
const sources = [
  ...['infra', 'functions', 'adapters', 'domain', 'views', 'workflows', 'packs', 'config'],
  ...['cdk.json', 'tsconfig.json', 'package-lock.json'],
];
const kept = 4;
const dayMs = 24 * 60 * 60 * 1000;

export interface AssemblyOptions {
  /** Where assemblies are kept, one directory per content of the sources. Default `.sandbox/cdk.out`. */
  dir?: string;
  /** A configuration file, relative to the project. Default: config/dev.json. */
  config?: string;
  log?: (line: string) => void;
  /** Writes an assembly into a directory. Default: `cdk synth`. */
  synth?: (output: string, config?: string) => Promise<void>;
  /** Milliseconds after which the synth of another process is not waited for any more. */
  patienceMs?: number;
}

/** `cdk synth` failed; the message is what it printed. */
export class SynthFailed extends Error {
  override get name(): string {
    return 'SynthFailed';
  }
}

/**
 * The directory of an assembly that `cdk synth` wrote from the sources as they are now. Synthesizes only when
 * no assembly of the same content is kept; processes asking at the same time wait for one synth, though not for ever.
 * @throws SynthFailed
 */
export async function ensureAssembly(options: AssemblyOptions = {}): Promise<string> {
  const home = resolve(root, options.dir ?? join('.sandbox', 'cdk.out'));
  await mkdir(home, { recursive: true });
  const asked = performance.now();
  for (let hasSaid = false; ; ) {
    const wanted = join(home, await fingerprint(options.config));
    if (isThere(wanted)) return wanted;
    const hint = new SynthHint(`${wanted}.lock`, options.patienceMs);
    if (await hint.take(performance.now() - asked)) {
      await synthesizeInto(wanted, options).finally(() => hint.drop());
      continue;
    }
    if (!hasSaid) options.log?.(`Waiting for another synth (${wanted}.lock) ...`);
    hasSaid = true;
    await pause(200);
  }
}

const isThere = (assembly: string): boolean => existsSync(join(assembly, 'manifest.json'));

async function synthesizeInto(wanted: string, options: AssemblyOptions): Promise<void> {
  options.log?.('Synthesizing the app with `cdk synth` ...');
  const started = performance.now();
  const fresh = await mkdtemp(`${wanted}.`);
  try {
    await (options.synth ?? runSynth)(fresh, options.config);
    // Edited meanwhile: it may hold some of both, and is not what its name would say.
    if (basename(wanted) === (await fingerprint(options.config))) await publish(fresh, wanted);
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
  await forgetOldest(dirname(wanted));
  options.log?.(`Synthesized in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
}

/** Whoever is first gives the assembly its name; the others made the same. */
async function publish(fresh: string, wanted: string): Promise<void> {
  try {
    await rename(fresh, wanted);
  } catch (error) {
    const isTaken = ['EEXIST', 'ENOTEMPTY', 'EPERM'].includes(`${(error as NodeJS.ErrnoException).code}`);
    if (!isTaken || !isThere(wanted)) throw error;
  }
}

/** Runs the project's own cdk on the project's own Node, whatever the host has, and without any AWS account. */
function runSynth(output: string, config?: string): Promise<void> {
  const bin = join(root, 'node_modules', '.bin');
  const cdk = join(root, 'node_modules', 'aws-cdk', 'bin', 'cdk');
  const args = [cdk, 'synth', '--quiet', '--output', output, ...(config ? ['-c', `config=${config}`] : [])];
  const env = { ...withoutAws(process.env), PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` };
  return new Promise((done, failed) => {
    const child = spawn(join(bin, 'node'), args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    child.stdout.on('data', (chunk) => (said += chunk));
    child.stderr.on('data', (chunk) => (said += chunk));
    child.on('error', failed);
    child.on('close', (code) => (code === 0 ? done() : failed(new SynthFailed(said.trim()))));
  });
}

function withoutAws(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const other = Object.entries(env).filter(([name]) => !name.startsWith('AWS_') && !name.startsWith('CDK_'));
  // Without this the CLI looks for an instance profile on the network before it gives up.
  return {
    ...Object.fromEntries(other),
    AWS_EC2_METADATA_DISABLED: 'true',
    CDK_DISABLE_CLI_TELEMETRY: 'true',
  };
}

async function fingerprint(config: string | undefined): Promise<string> {
  const hash = createHash('sha256').update(config ?? '');
  for (const source of [...sources, ...(config ? [config] : [])]) {
    for (const file of await filesOf(source)) {
      hash.update(`\0${file}\0`).update(await readFile(join(root, file)));
    }
  }
  return hash.digest('hex').slice(0, 16);
}

async function filesOf(source: string): Promise<string[]> {
  const path = resolve(root, source);
  if (!existsSync(path)) return [];
  if (!(await stat(path)).isDirectory()) return [source];
  const entries = await readdir(path, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();
}

/** A sandbox that is running may still load from an assembly of today; what a killed synth left behind is older. */
async function forgetOldest(home: string): Promise<void> {
  const names = (await readdir(home)).filter((name) => /^[0-9a-f]{16}(\.\w+)?$/.test(name));
  const aged = await Promise.all(
    names.map(async (name) => {
      const path = join(home, name);
      // Others rename and remove theirs at the same time.
      const at = (await stat(path).catch(() => undefined))?.mtimeMs ?? Date.now();
      return { path, at, isWhole: !name.includes('.') };
    }),
  );
  const newest = aged
    .filter(({ isWhole }) => isWhole)
    .sort((a, b) => b.at - a.at)
    .slice(0, kept);
  const old = aged.filter((each) => each.at < Date.now() - dayMs && !newest.includes(each));
  await Promise.all(old.map(({ path }) => rm(path, { recursive: true, force: true })));
}
