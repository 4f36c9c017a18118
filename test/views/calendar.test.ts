import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { calendarFile } from '../../adapters/invite.ts';
import { planCalendar } from '../../views/calendar.ts';
import { wordsIn } from '../../views/words.ts';
import { rated } from '../support/answers.ts';
import * as lived from './lived.ts';
import { contextOf } from './sample.ts';

const daysOf = (reader: string, plan = lived.lived('2026-12-18T15:00:00Z').require()): string[] =>
  planCalendar(contextOf(plan, reader)).map(({ day, title }) => `${day} ${title}`);

test('somebody the plan is lived by has its period and everything they are asked, in order', () => {
  expect(daysOf('supervisor')).toEqual([
    '2026-12-07 First day',
    '2026-12-08 Answer due',
    '2026-12-18 Check-in',
    '2026-12-18 Questions about promised help',
    '2026-12-21 Numbers to write down',
    '2027-01-04 Check-in',
    '2027-01-15 Check-in',
    '2027-01-29 Check-in',
    '2027-01-29 Questions about promised help',
    '2027-02-04 Last day',
    '2027-02-19 Decision due',
  ]);
});

test('somebody who only answers questions has the day of those, and nothing of the plan', () => {
  expect(daysOf('one')).toEqual(['2026-12-22 Questions to answer']);
});

test('what fell away is gone, and what was answered stays', () => {
  const scenario = lived.lived('2026-12-18T15:00:00Z');
  scenario.answer(lived.CHECK_IN, 'employee', rated('near'));
  scenario.answer(lived.CHECK_IN, 'supervisor', rated('near'));
  scenario.when({ type: 'WithdrawPlan', reason: 'Another post.' });
  expect(daysOf('employee', scenario.require())).toEqual([
    '2026-12-07 First day',
    '2026-12-08 Answer due',
    '2026-12-18 Check-in',
    '2027-02-04 Last day',
  ]);
});

test('a calendar program reads it: whole private days, under the names that invitations have', () => {
  const plan = lived.calledBack().require();
  const context = { ...contextOf(plan, 'employee'), words: wordsIn('es') };
  const file = calendarFile(planCalendar(context), '2026-12-22T15:00:00Z');
  const calendar = new ICAL.Component(ICAL.parse(file));
  const events = calendar.getAllSubcomponents('vevent');
  expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
  expect(
    events.map((event) =>
      ['uid', 'sequence', 'dtstart', 'class', 'transp', 'summary'].map((name) =>
        String(event.getFirstPropertyValue(name)),
      ),
    ),
  ).toEqual([
    ['plan-1-first-day', '2', '2026-12-07', 'PRIVATE', 'TRANSPARENT', 'Primer día'],
    ['plan-1-acknowledgement', '0', '2026-12-08', 'PRIVATE', 'TRANSPARENT', 'Fecha límite para responder'],
    ['plan-1-last-day', '2', '2027-02-09', 'PRIVATE', 'TRANSPARENT', 'Último día'],
  ]);
  expect(file).not.toMatch(/Jordan|Dana|performance|\bPIP\b|https?:/i);
});
