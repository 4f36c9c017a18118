import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { differences } from '../../sandbox/story/outcome.ts';
import { example } from '../support/sandbox.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'follow-up-'));
});
afterAll(() => rm(folder, { recursive: true }));

const run = (...args: string[]): Promise<{ code: number; out: string }> =>
  new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--import', 'tsx', 'sandbox/story/main.ts', ...args],
      (error, stdout, stderr) => resolve({ code: error ? Number(error.code) : 0, out: stdout + stderr }),
    );
  });

async function file(name: string, content: unknown): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

describe('npm run story', () => {
  test('exits 1 and says what differed when a plan does not end as expected', async () => {
    const story = await example('dc-answered');
    const path = await file('wrong.json', {
      ...story,
      acts: story.acts.slice(0, 2),
      expect: { status: 'closed', outcome: 'met', reminders: 0 },
    });
    const { code, out } = await run(path);
    expect(out).toContain('/status: expected "closed", but it is "acknowledging"');
    expect(out).toContain('/outcome: expected "met", but it is null');
    expect(out).not.toContain('/reminders');
    expect(out).toContain('The plan was launched.');
    expect(code).toBe(1);
  });

  test('says what a person could not do', async () => {
    const story = await example('dc-answered');
    const act = {
      at: '2026-12-29T12:00',
      who: 'employee',
      request: 'acknowledgement',
      form: { agree: 'yes' },
    };
    const path = await file('stuck.json', { ...story, acts: [...story.acts.slice(0, 2), act] });
    const { code, out } = await run('--quiet', path);
    expect(out).toContain('employee finds no field agree on the page of acknowledgement');
    expect(code).toBe(1);
  });

  test('exits 2 with every fault of a file that is not a story', async () => {
    const { code, out } = await run(
      await file('bad.json', { title: 'No plan', acts: [{ at: 'noon' }], expects: {} }),
    );
    expect(out).toMatch(/bad\.json is not a story/);
    for (const fault of ['clock', 'plan', 'acts', 'expect']) expect(out).toContain(fault);
    expect(code).toBe(2);
    expect(await run('nowhere.json')).toEqual({ code: 2, out: 'There is no file nowhere.json.\n' });
  });
});

describe('an expectation', () => {
  const outcome = {
    status: 'closed',
    outcome: 'met',
    decisions: ['met'],
    requests: { acknowledgement: 'answered', decision: 'answered' },
    reminders: 2,
    escalations: 0,
    mails: { employee: 3 },
  };

  test('is met by what it names', () => {
    expect(differences({ status: 'closed', reminders: 2, mails: { employee: 3 } }, outcome)).toEqual([]);
  });

  test('names everything that is otherwise, and every question it does not name', () => {
    const expected = {
      decisions: ['extend', 'met'],
      requests: { acknowledgement: 'missed' },
      mails: { hr: 1 },
    };
    expect(differences(expected, outcome)).toEqual([
      '/decisions: expected ["extend","met"], but it is ["met"]',
      '/requests/acknowledgement: expected "missed", but it is "answered"',
      '/requests/decision: expected nothing, but it is "answered"',
      '/mails/hr: expected 1, but it is missing',
    ]);
  });
});
