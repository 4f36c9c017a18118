import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureAssembly } from '../../sandbox/assembly.ts';
import { differences } from '../../sandbox/story/outcome.ts';
import { example, runStory as run } from '../support/sandbox.ts';

let folder: string;
beforeAll(async () => {
  await ensureAssembly();
  folder = await mkdtemp(join(tmpdir(), 'follow-up-'));
});
afterAll(() => rm(folder, { recursive: true }));

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

  test('says what a page answered when a form was not taken', async () => {
    const story = await example('dc-answered');
    const act = {
      at: '2026-12-29T12:00',
      who: 'employee',
      request: 'acknowledgement',
      form: { choice: 'sign', typedName: ' ' },
    };
    const path = await file('refused.json', { ...story, acts: [...story.acts.slice(0, 2), act] });
    const { code, out } = await run('--quiet', path);
    expect(out).toMatch(/employee sent acknowledgement and got 422: .*name/i);
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
      await file('bad.json', {
        title: 'No plan',
        acts: [
          { at: 'noon', hr: 'launch' },
          { at: '2027-01-19T13:00' },
          { at: '2027-01-19T13:00', who: 'employee', request: 'decision', form: { typedName: 7 } },
          { at: '2027-01-19T13:00', hr: 'fire', comment: 7 },
        ],
        expects: {},
        expect: { status: 5, mails: { employee: 'many' } },
      }),
    );
    expect(out.replace(/^.*bad\.json/, 'bad.json')).toBe(
      [
        'bad.json is not a story:',
        '  clock: write a UTC time such as 2026-12-28T14:00:00Z',
        '  plan: write the draft of the plan, an object in braces',
        '  acts.0.at: write a local time such as 2027-01-19T13:00',
        '  acts.1: say who acts (who, with request and form), or what HR does (hr)',
        '  acts.2.form.typedName: write a text in quotes',
        '  acts.3.hr: write one of approve, launch, withdraw',
        '  acts.3.comment: write a text in quotes',
        '  expect.status: write a text in quotes',
        '  expect.mails.employee: write a whole number',
        '  expects: there is no such field here; leave it out, or correct its name',
        'The fields of a story are explained in docs/reference/story-file.md.',
        '',
      ].join('\n'),
    );
    expect(code).toBe(2);
    expect(await run('nowhere.json')).toEqual({ code: 2, out: 'There is no file nowhere.json.\n' });
  });

  test('exits 2 when there is nothing to play it on', async () => {
    const { code, out } = await run('--assembly', folder, 'examples/dc-answered.json');
    expect([code, out]).toEqual([2, expect.stringContaining(folder)]);
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
