import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, delimiter, dirname, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

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
  /** A configuration file, relative to the project. Default: the one cdk.json names. */
  config?: string;
  log?: (line: string) => void;
}

/** `cdk synth` failed; the message is what it printed. */
export class SynthFailed extends Error {
  override get name(): string {
    return 'SynthFailed';
  }
}

/**
 * The directory of an assembly that `cdk synth` wrote from the sources as they are now. Synthesizes only when
 * no assembly of the same content is kept; processes asking at the same time wait for one synth.
 * @throws SynthFailed
 */
export async function ensureAssembly(options: AssemblyOptions = {}): Promise<string> {
  const home = resolve(root, options.dir ?? join('.sandbox', 'cdk.out'));
  await mkdir(home, { recursive: true });
  for (;;) {
    const wanted = join(home, await fingerprint(options.config));
    if (isThere(wanted)) return wanted;
    if (await lock(`${wanted}.lock`)) {
      try {
        if (!isThere(wanted)) await synthesizeInto(wanted, options);
      } finally {
        await rm(`${wanted}.lock`, { force: true });
      }
    } else {
      await pause(200);
    }
  }
}

const isThere = (assembly: string): boolean => existsSync(join(assembly, 'manifest.json'));

async function synthesizeInto(wanted: string, options: AssemblyOptions): Promise<void> {
  options.log?.('Synthesizing the app with `cdk synth` ...');
  const started = performance.now();
  const fresh = `${wanted}.fresh`;
  await rm(fresh, { recursive: true, force: true });
  await runSynth(fresh, options.config);
  if (basename(wanted) !== (await fingerprint(options.config))) {
    // Edited meanwhile: it may hold some of both, and is not what its name would say.
    await rm(fresh, { recursive: true, force: true });
    return;
  }
  await rename(fresh, wanted);
  await forgetOldest(dirname(wanted));
  options.log?.(`Synthesized in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
}

/** Runs the project's own cdk on the project's own Node, whatever the host has, and without any AWS account. */
export function runSynth(output: string, config?: string): Promise<void> {
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

/** True when this process holds the lock; a lock left by a process that is gone is taken away. */
async function lock(path: string): Promise<boolean> {
  try {
    await writeFile(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const holder = Number(await readFile(path, 'utf8').catch(() => ''));
  if (holder > 0 && !isAlive(holder)) await rm(path, { force: true });
  return false;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** A sandbox that is running may still load from an assembly of today. */
async function forgetOldest(home: string): Promise<void> {
  const names = (await readdir(home)).filter((name) => /^[0-9a-f]{16}$/.test(name));
  const aged = await Promise.all(
    names.map(async (name) => ({ path: join(home, name), at: (await stat(join(home, name))).mtimeMs })),
  );
  const old = aged
    .sort((a, b) => b.at - a.at)
    .slice(kept)
    .filter(({ at }) => at < Date.now() - dayMs);
  await Promise.all(old.map(({ path }) => rm(path, { recursive: true, force: true })));
}
