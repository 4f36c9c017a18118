import { expect, test } from 'vitest';
import { savedFacts } from '../../views/models/saved.ts';
import { questionModel } from '../../views/models.ts';
import { LANGUAGES, wordsIn } from '../../views/words.ts';
import { Scenario } from '../support/scenario.ts';
import * as lived from './lived.ts';
import { mailsOfLife, modelOf, sent } from './mailed.ts';
import { contextOf, requestOf } from './sample.ts';

const open = (): Scenario => Scenario.launched().until('2026-12-17T15:00:00Z');
const cancelled = (scenario: Scenario): string[][] =>
  mailsOfLife(scenario)
    .filter(({ item }) => item.template === 'meeting-cancelled')
    .map(({ item, mail }) => [item.to, ...mail.text.split('\n\n').slice(1, -2)]);

const OFF = 'You are not asked to the meeting of Friday, December 18, 2026 any more.';
const NOT_HELD = 'This meeting is not held. If another day is set, you hear from us.';
const CALENDAR = 'Its entry in your calendar goes away. If it does not, please delete it.';

test('whoever is still in the plan learns which meeting is not held', () => {
  const scenario = open();
  const items = scenario.require().draft.items.map((item) => ({
    ...item,
    checkIns: item.checkIns.map((each) =>
      each.date === '2026-12-18' ? { ...each, date: '2026-12-21' } : each,
    ),
  }));
  scenario.when({ type: 'AmendPlan', changes: { items }, reason: 'The course is later.' });
  expect(cancelled(scenario)).toEqual([
    ['employee', OFF, NOT_HELD, CALENDAR],
    ['supervisor', OFF, 'It concerns Jordan Reyes.', NOT_HELD, CALENDAR],
  ]);
});

test('whoever has left the plan learns nothing more', () => {
  const scenario = open();
  scenario.when({ type: 'ChangeManager', supervisor: lived.SAM, reason: 'Dana moved to another unit.' });
  expect(cancelled(scenario)).toEqual([['supervisor', OFF, CALENDAR]]);
});

test('of a plan that is withdrawn, no other day is held out', () => {
  const scenario = open();
  scenario.when({ type: 'WithdrawPlan', reason: 'Drafted in error.' });
  expect(cancelled(scenario).map(([to, ...said]) => [to, said.includes(NOT_HELD)])).toEqual([
    ['employee', false],
    ['supervisor', false],
  ]);
});

test.each(LANGUAGES)('nobody has to respond, before the day and after it (%s)', (language) => {
  const words = wordsIn(language);
  const plan = lived.notMet().require();
  const request = Object.values(plan.requests).find(
    ({ kind, status }) => kind === 'response' && status === 'open',
  );
  const requestId = request?.id ?? '';
  const item = {
    kind: 'mail',
    key: 'k',
    template: 'reminder',
    to: 'employee',
    requestId,
    link: 'l',
  } as const;
  for (const [now, when] of [
    [plan.updatedAt, 'by'],
    ['2030-01-01T00:00:00Z', 'late'],
  ] as const) {
    const { due } = modelOf(item, plan, now, words);
    const { mail } = sent(item, plan, now, words);
    expect(mail.text).toContain(words.mails.mayRespond[when](due));
    expect(mail.text).not.toContain(words.mails.by(due));
  }
});

test('nor does the page of it ask for an answer, before the day and after it', () => {
  const plan = lived.notMet().require();
  const found = Object.values(plan.requests).find(
    ({ kind, status }) => kind === 'response' && status === 'open',
  );
  const request = { ...requestOf(plan, found?.id ?? ''), kind: 'response' as const };
  const labels = [plan.updatedAt, '2030-01-01T00:00:00Z'].map(
    (now) => questionModel(request, now, contextOf(plan, 'employee')).dueLabel,
  );
  expect(labels).toEqual(['You can respond until', 'The time to respond was to end on']);
  expect(
    savedFacts(
      { at: plan.updatedAt, until: '2030-01-01T00:00:00Z' },
      request,
      plan.updatedAt,
      contextOf(plan, 'employee'),
    ).map(({ label }) => label),
  ).toEqual(['Saved', 'You can respond until', 'Kept until']);
});
