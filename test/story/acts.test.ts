import { afterEach, beforeEach, expect, test } from 'vitest';
import { Stuck } from '../../sandbox/story/people.ts';
import { type Played, play } from '../../sandbox/story/play.ts';
import type { Act, Expectation, Story } from '../../sandbox/story/story-file.ts';
import { capturedLogs } from '../functions/logs.ts';
import { ITEMS } from '../support/answers.ts';
import { dcDraft } from '../support/plans.ts';
import { type QuickApp, quickApp } from '../support/quick-app.ts';

const CLOCK = '2026-12-01T14:00:00Z';
let app: QuickApp;
capturedLogs();
beforeEach(async () => {
  app = await quickApp(CLOCK);
});
afterEach(() => app.close());

const told = (acts: Act[], expected: Expectation = {}, ends?: string): Promise<Played> => {
  const launched: Act[] = [
    { at: '2026-12-01T10:00', hr: 'approve' },
    { at: '2026-12-01T10:00', hr: 'launch' },
  ];
  const plan = dcDraft() as unknown as Story['plan'];
  const story: Story = {
    title: 'A story',
    clock: CLOCK,
    plan,
    acts: [...launched, ...acts],
    expect: expected,
  };
  return play(ends ? { ...story, ends } : story, app.url);
};
const sign = (who: string, typedName: string): Act => ({
  at: '2026-12-02T09:00',
  who,
  request: 'acknowledgement',
  form: { choice: 'sign', typedName },
});
const rate = (who: string): Act => ({
  at: '2026-12-18T15:00',
  who,
  request: 'check-in-2026-12-18',
  form: { meeting: 'held', ...Object.fromEntries(ITEMS.map((id) => [`progress-${id}`, 'near'])) },
});
const signed = [sign('employee', 'Jordan Reyes'), sign('supervisor', 'Dana Whitfield')];

test('the person a plan is about asks for an adjustment from the newest page they hold', async () => {
  const played = await told([...signed, { at: '2026-12-03T09:00', who: 'employee', adjustment: true }], {
    status: 'acknowledging',
    requests: { acknowledgement: 'answered', 'accommodation-1': 'open' },
    events: { AccommodationRequested: 1 },
  });
  expect(played.differences).toEqual([]);
});

test('nobody else finds a way to ask for one', async () => {
  const act: Act = { at: '2026-12-03T09:00', who: 'supervisor', adjustment: true };
  await expect(told([...signed, act])).rejects.toThrow(Stuck);
  await expect(told([...signed, act])).rejects.toThrow('supervisor finds no form for an adjustment');
});

test('either side responds to a check-in that both have answered, word for word', async () => {
  const text = 'Two of the cases came back for a section of the code that is new.';
  const respondTo = 'check-in-2026-12-18';
  const respond: Act = { at: '2026-12-18T16:00', who: 'employee', respondTo, text };
  const played = await told([...signed, rate('employee'), rate('supervisor'), respond], {
    events: { ResponseGiven: 1 },
  });
  expect(played.differences).toEqual([]);
  const { responses } = await app.driven.plan(played.planId);
  expect(responses).toEqual([{ at: '2026-12-18T21:00:00Z', by: 'employee', regarding: respondTo, text }]);
});

test('HR may give any command, and somebody who came later acts by their own links', async () => {
  const supervisor = {
    id: 'successor',
    role: 'supervisor',
    name: 'Alex Moreno',
    email: 'alex.moreno@agency.example',
  };
  const played = await told(
    [
      ...signed,
      { at: '2026-12-09T09:00', hr: 'change_manager', supervisor, reason: 'Dana Whitfield moved on.' },
      { ...sign('successor', 'Alex Moreno'), at: '2026-12-09T10:00', request: 'acknowledgement-2' },
      { ...sign('supervisor', 'Dana Whitfield'), at: '2026-12-09T11:00', refused: 'no longer yours to open' },
    ],
    { versions: 2, events: { ManagerChanged: 1 }, mails: { reviewer: 0 } },
  );
  expect(played.outcome.mails.successor).toBeGreaterThan(0);
  expect(played.outcome.mails.supervisor).toBeGreaterThan(0);
});

test('days that stood still, and the end that moved, are counted; the clock runs on to the end', async () => {
  const pause = { hr: 'pause', from: '2026-12-21', until: '2026-12-31', reason: 'approved_absence' };
  const { differences, outcome } = await told(
    [...signed, { at: '2026-12-17T09:00', ...pause }],
    { status: 'active', tolledDays: 11, endDate: '2027-02-15', versions: 2, credits: 0 },
    '2027-01-04T12:00',
  );
  expect(differences).toEqual([]);
  expect(outcome.events).toMatchObject({ PlanPaused: 1, PlanResumed: 1 });
});

test('what must be refused is told with its words, and the story goes on', async () => {
  const { timeline, differences } = await told(
    [
      ...signed,
      { at: '2026-12-17T09:00', hr: 'resume', refused: 'not_allowed_now' },
      { at: '2026-12-17T09:00', hr: 'extend', endDate: '2027-09-30', reason: 'More time.', refused: 'D8' },
    ],
    { versions: 1, endDate: '2027-02-04' },
  );
  expect(differences).toEqual([]);
  expect(timeline.map(({ text }) => text.trim())).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^HR: resume: refused, as it must be \(not_allowed_now\)\. ./),
      expect.stringMatching(/^HR: extend: refused, as it must be \(D8\). .*90/),
    ]),
  );
});

test('a story fails when what must be refused is taken', async () => {
  const act: Act = { at: '2026-12-17T09:00', hr: 'withdraw', reason: 'Moved on.', refused: 'D4' };
  await expect(told([act])).rejects.toThrow('HR: withdraw: it was taken, but it must be refused (D4)');
});

test('and when it is refused for another reason, with the words it was refused with', async () => {
  const act: Act = { at: '2026-12-17T09:00', hr: 'resume', refused: 'D8' };
  await expect(told([...signed, act])).rejects.toThrow(/commands answered 409:\n\S/);
});
