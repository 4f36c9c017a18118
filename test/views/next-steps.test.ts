import { expect, test } from 'vitest';
import { nextSteps } from '../../views/models/next-steps.ts';
import * as lived from './lived.ts';
import { contextOf, requestOf } from './sample.ts';

test('the next check-in is told by its day: when its mail leaves depends on the hour', () => {
  const plan = lived.checkedIn().require();
  const request = requestOf(plan, lived.CHECK_IN);
  const told = (reader: string): string[] => nextSteps(request, contextOf(plan, reader));
  const next = 'The next check-in question comes by e-mail on Thursday, December 31, 2026.';
  expect(told('employee')).toContain(next);
  expect(told('supervisor')).toContain(next);
  expect(told('mentor')).not.toContain(next);
});

test('nobody is promised a check-in that others are asked about', () => {
  const plan = lived.asked().require();
  const asked = Object.values(plan.requests).find(({ kind }) => kind === 'accommodation');
  if (!asked) throw new Error('No adjustment was asked for.');
  expect(plan.scheduled.some(({ kind }) => kind === 'check_in')).toBe(true);
  const told = nextSteps(asked, contextOf(plan, 'hr')).join(' ');
  expect(told).toContain('The decision is due by');
  expect(told).not.toContain('check-in');
});
