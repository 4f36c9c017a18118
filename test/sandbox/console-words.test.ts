import { expect, test } from 'vitest';
import { executionStatusName, moment, statusName } from '../../sandbox/console/words.ts';
import { STATUS_WORDS } from '../../views/admin/executions/model.ts';
import { moment as momentOfAdmin } from '../../views/admin/executions/times.ts';
import { STATUS } from '../../views/admin/plan/words.ts';

test('a plan is called the same here and on the admin site, whatever its status', () => {
  const codes = Object.keys(STATUS);
  expect(Object.fromEntries(codes.map((code) => [code, statusName(code)]))).toEqual(STATUS);
});

test('an execution is called the same here and in the executions view', () => {
  const codes = Object.keys(STATUS_WORDS);
  expect(Object.fromEntries(codes.map((code) => [code, executionStatusName(code)]))).toEqual(STATUS_WORDS);
});

test('a moment is told in the form of the admin site, with its zone', () => {
  const at = '2027-01-08T22:00:00Z';
  expect([moment(at), moment(at, 'America/New_York')]).toEqual([
    'Fri, Jan 8, 2027, 10:00 PM UTC',
    momentOfAdmin(at, 'America/New_York'),
  ]);
});
