import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type AssemblyOptions, ensureAssembly } from '../../sandbox/assembly.ts';

let dir: string;
let synths: number;
let said: string[];

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'follow-up-assemblies-'));
  synths = 0;
  said = [];
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const writes = async (output: string): Promise<void> => {
  synths += 1;
  await pause(50);
  await writeFile(join(output, 'manifest.json'), '{}');
};
const ask = (options: Partial<AssemblyOptions> = {}) =>
  ensureAssembly({
    dir,
    config: 'config/dev.json',
    synth: writes,
    log: (line) => void said.push(line),
    ...options,
  });

/** The name an assembly of the sources has. */
const nameOf = async (): Promise<string> => {
  const wanted = await ask();
  await rm(wanted, { recursive: true });
  synths = 0;
  said = [];
  return wanted;
};

test('those who ask at the same time wait for one synth, and are told so', async () => {
  const synth = async (output: string) => {
    while (!said.some((line) => line.startsWith('Waiting'))) await pause(5);
    await writes(output);
  };
  const [first, second] = await Promise.all([ask({ synth }), ask({ synth })]);
  expect(second).toBe(first);
  expect(synths).toBe(1);
  expect(said.filter((line) => line.startsWith('Waiting'))).toEqual([
    `Waiting for another synth (${first}.lock) ...`,
  ]);
  expect(await readdir(dir)).toEqual([first.slice(dir.length + 1)]);
});

test('a lock that nobody takes away holds nobody up for longer than its age allows', async () => {
  const wanted = await nameOf();
  await writeFile(`${wanted}.lock`, '1');
  await utimes(`${wanted}.lock`, 0, 0);
  expect(await ask()).toBe(wanted);
  expect(said.filter((line) => line.startsWith('Waiting'))).toEqual([]);
  expect(await readdir(dir)).toEqual([wanted.slice(dir.length + 1)]);
});

test('a lock from the future, of a process that lives, holds nobody up for longer than their patience', async () => {
  const wanted = await nameOf();
  await writeFile(`${wanted}.lock`, `${process.pid}`);
  await utimes(`${wanted}.lock`, 9e9, 9e9);
  expect(await ask({ patienceMs: 300 })).toBe(wanted);
  expect(synths).toBe(1);
});

test('when somebody else was first, theirs is used', async () => {
  const wanted = await nameOf();
  const synth = async (output: string) => {
    await writes(output);
    await mkdir(wanted);
    await writeFile(join(wanted, 'manifest.json'), '{"theirs":true}');
  };
  expect(await ask({ synth })).toBe(wanted);
  expect(await readdir(dir)).toEqual([wanted.slice(dir.length + 1)]);
});

test('a synth that fails leaves nothing behind, and the next one is not kept waiting', async () => {
  await expect(ask({ synth: () => Promise.reject(new Error('no')) })).rejects.toThrow(new Error('no'));
  expect(await readdir(dir)).toEqual([]);
  expect(await ask()).toMatch(/[0-9a-f]{16}$/);
});

test('what was left behind by a synth that was killed is forgotten after a day', async () => {
  const left = join(dir, '0123456789abcdef.x1Y2z3');
  await mkdir(left);
  await utimes(left, 0, 0);
  const wanted = await ask();
  expect(await readdir(dir)).toEqual([wanted.slice(dir.length + 1)]);
});
