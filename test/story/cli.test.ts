import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureAssembly } from '../../sandbox/assembly.ts';
import { differences } from '../../sandbox/story/outcome.ts';
import { example, runStory as run } from '../support/sandbox.ts';

const acknowledge = {
  at: '2026-12-29T12:00',
  who: 'employee',
  request: 'acknowledgement',
  form: { choice: 'sign', typedName: 'Dana Whitfield' },
};

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
  test('exits 1 and says of each story what differed, what was not taken and what a person could not do', async () => {
    const story = await example('dc-answered');
    const begun = story.acts.slice(0, 2);
    const differs = await file('differs.json', {
      ...story,
      acts: begun,
      expect: { status: 'closed', outcome: 'met', reminders: 0 },
    });
    const notTaken = { ...acknowledge, form: { choice: 'sign', typedName: ' ' } };
    const refused = await file('refused.json', { ...story, acts: [...begun, notTaken] });
    const noField = { ...acknowledge, form: { agree: 'yes' } };
    const stuck = await file('stuck.json', { ...story, acts: [...begun, noField] });
    const { code, out } = await run('--quiet', differs, refused, stuck);
    expect(out).toContain('/status: expected "closed", but it is "acknowledging"');
    expect(out).toContain('/outcome: expected "met", but it is null');
    expect(out).not.toContain('/reminders');
    expect(out).toMatch(/employee sent acknowledgement and got 422: .*name/i);
    expect(out).toContain('employee finds no field agree on the page of acknowledgement');
    expect(out).not.toContain('The plan was launched.');
    expect(code).toBe(1);
  });

  test('goes on after what must be refused, says so, and runs to its end', async () => {
    const story = await example('dc-answered');
    const [approve, launch] = story.acts;
    const path = await file('must-be-refused.json', {
      ...story,
      acts: [
        { at: approve?.at, hr: 'launch', refused: 'not_allowed_now' },
        approve,
        launch,
        { at: launch?.at, hr: 'withdraw', reason: ' ', refused: 'product' },
        { ...acknowledge, form: { choice: 'sign', typedName: ' ' }, refused: 'name' },
      ],
      ends: '2027-01-04T09:00',
      expect: { status: 'active', versions: 1, events: { PlanWithdrawn: 0, PlanLaunched: 1 } },
    });
    const { code, out } = await run(path);
    expect(out).toMatch(/HR: launch: refused, as it must be \(not_allowed_now\)\. .*Approve it first/);
    expect(out).toMatch(/HR: withdraw: refused, as it must be \(product\)\. .*why/i);
    expect(out).toMatch(/employee: answers acknowledgement: refused, as it must be \(name\)\./);
    expect(out).toContain('The plan was launched.');
    expect(out).toMatch(/The plan ended as expected/);
    expect(code).toBe(0);
  });

  test('exits 2 with every fault of a file that is not a story', async () => {
    const { code, out } = await run(
      await file('bad.json', {
        title: 'No plan',
        acts: [
          { at: 'noon', hr: 'launch' },
          { at: '2027-01-19T13:00' },
          { at: '2027-01-19T13:00', who: 'employee', request: 'decision', form: { typedName: 7 } },
          { at: '2027-01-19T13:00', hr: '' },
          { at: '2027-01-19T13:00', who: 'employee', adjustment: 'please' },
          { at: '2027-01-19T13:00', who: 'employee', respondTo: 'decision', words: 'No.' },
          { at: '2027-01-19T13:00', request: 'decision', form: {} },
          { at: '2027-01-19T13:00', hr: 'extend', refused: 4 },
        ],
        ends: 'next year',
        expects: {},
        expect: { status: 5, events: { PlanPaused: 'one' }, mails: { employee: 'many' } },
      }),
    );
    expect(out.replace(/^.*bad\.json/, 'bad.json')).toBe(
      [
        'bad.json is not a story:',
        '  clock: write a UTC time such as 2026-12-28T14:00:00Z',
        '  plan: write the draft of the plan, an object in braces',
        '  acts.0.at: write a local time such as 2027-01-19T13:00',
        '  acts.1: say who acts (who, with request and form, respondTo and text, or adjustment), or what HR does (hr)',
        '  acts.2.form.typedName: write a text in quotes',
        '  acts.3.hr: write the type of a command, such as "approve"',
        '  acts.4.adjustment: write true',
        '  acts.5.text: write a text in quotes',
        '  acts.5.words: there is no such field here; leave it out, or correct its name',
        '  acts.6.who: write a text in quotes',
        '  acts.7.refused: write a text in quotes',
        '  ends: write a local time such as 2027-01-19T13:00',
        '  expect.status: write a text in quotes',
        '  expect.events.PlanPaused: write a whole number',
        '  expect.mails.employee: write a whole number',
        '  expects: there is no such field here; leave it out, or correct its name',
        'The fields of a story are explained in docs/reference/story-file.md.',
        '',
      ].join('\n'),
    );
    expect(code).toBe(2);
    const story = await example('dc-answered');
    const early = await run(await file('early.json', { ...story, ends: '2026-12-28T09:00' }));
    expect(early).toEqual({ code: 2, out: expect.stringContaining('none after the end') });
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
    advice: ['G-VERB'],
    decisions: ['met'],
    requests: { acknowledgement: 'answered', decision: 'answered' },
    attributions: { 'check-in-2027-01-19': 'manager' },
    reminders: 2,
    escalations: 0,
    versions: 2,
    credits: 17,
    tolledDays: 14,
    endDate: '2027-04-16',
    events: { PlanPaused: 1, PlanClosed: 1 },
    mails: { employee: 3 },
  };

  test('is met by what it names', () => {
    expect(differences({ status: 'closed', reminders: 2, mails: { employee: 3 } }, outcome)).toEqual([]);
    expect(differences({ events: { PlanPaused: 1, PlanExtended: 0 }, credits: 17 }, outcome)).toEqual([]);
  });

  test('names everything that is otherwise, and every question it does not name', () => {
    const expected = {
      decisions: ['extend', 'met'],
      requests: { acknowledgement: 'missed' },
      attributions: { 'check-in-2027-01-19': 'excused' },
      tolledDays: 0,
      events: { PlanExtended: 1 },
      mails: { hr: 1 },
    };
    expect(differences(expected, outcome)).toEqual([
      '/decisions: expected ["extend","met"], but it is ["met"]',
      '/requests/acknowledgement: expected "missed", but it is "answered"',
      '/requests/decision: expected nothing, but it is "answered"',
      '/attributions/check-in-2027-01-19: expected "excused", but it is "manager"',
      '/tolledDays: expected 0, but it is 14',
      '/events/PlanExtended: expected 1, but it is 0',
      '/mails/hr: expected 1, but it is missing',
    ]);
  });
});
