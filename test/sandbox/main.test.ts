import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { defaultStart } from '../../sandbox/default-start.ts';
import { littleApp } from './fixtures/app.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'follow-up-stories-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs `npm start` until it is ready or over; answers what it printed. */
const start = (...args: string[]): Promise<string> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'sandbox/main.ts', ...args]);
    let out = '';
    const listen = (chunk: Buffer) => {
      out += chunk.toString();
      if (out.includes('nothing is kept')) child.kill();
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('close', () => resolve(out));
  });

test('the clock starts where the earliest example begins, so that every example can still be launched', async () => {
  const examples = await Promise.all(
    (await readdir('examples'))
      .filter((name) => name.endsWith('.json'))
      .map(async (name) => JSON.parse(await readFile(join('examples', name), 'utf8'))),
  );
  const clock = await defaultStart('examples');
  expect(examples.map((story) => story.clock)).toContain(clock);
  expect(examples.filter(({ plan }) => plan.startDate < `${clock}`.slice(0, 10))).toEqual([]);
  expect(examples.filter((story) => story.clock < `${clock}`)).toEqual([]);
  expect(await start('--port', '0', '--assembly', littleApp())).toContain(
    `The clock says ${new Date(`${clock}`).toISOString()} and stands still`,
  );
});

test('--start says otherwise, and --start now is the time it is', async () => {
  const at = await start('--port', '0', '--assembly', littleApp(), '--start', '2027-05-01T12:00:00Z');
  expect(at).toContain('The clock says 2027-05-01T12:00:00.000Z');
  const before = Math.floor(Date.now() / 1000) * 1000;
  const now = await start('--port', '0', '--assembly', littleApp(), '--start', 'now');
  const said = Date.parse(/The clock says (\S+)/.exec(now)?.[1] ?? '');
  expect(said >= before && said <= Date.now()).toBe(true);
  expect(await start('--start', 'soon')).toBe(
    '--start takes a moment such as 2027-01-04T14:00:00Z, or now, not "soon".\n',
  );
});

test('--stage and --config name what to run, and one that is not there is said at once', async () => {
  expect(await start('--stage', 'nowhere')).toBe(
    'There is no config/nowhere.json. Write it as config/dev.json is written, or name another.\n',
  );
  expect(await start('--stage', 'dev', '--assembly', littleApp())).toBe(
    'Give one of --stage and --assembly: each says what to run.\n',
  );
});

test('a folder without stories, or with one that cannot be read, is no obstacle', async () => {
  expect(await defaultStart(join(folder, 'nowhere'))).toBeUndefined();
  await writeFile(join(folder, 'half.json'), '{"clock": "2027-');
  await writeFile(join(folder, 'odd.json'), '{"clock": "soon"}');
  expect(await defaultStart(folder)).toBeUndefined();
  await writeFile(join(folder, 'good.json'), '{"clock": "2027-02-01T00:00:00Z"}');
  expect(await defaultStart(folder)).toBe('2027-02-01T00:00:00Z');
});

test('tests start engines of their own, whatever engine somebody gave', async () => {
  vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB', 'http://127.0.0.1:9');
  await import('../../vitest.config.ts');
  expect(process.env).not.toHaveProperty('AWS_ENDPOINT_URL_DYNAMODB');
  vi.unstubAllEnvs();
});
