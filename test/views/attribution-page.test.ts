import { expect, test } from 'vitest';
import { questionModel } from '../../views/models.ts';
import { rated } from '../support/answers.ts';
import * as lived from './lived.ts';
import { contextOf, requestOf } from './sample.ts';

test('who missed a check-in is asked with what was answered in view, and every response to it', () => {
  const scenario = lived.lived('2026-12-18T15:00:00Z');
  for (const by of ['employee', 'supervisor']) {
    scenario.answer(lived.CHECK_IN, by, rated('near', { meeting: 'not_held' }));
  }
  for (const [by, text] of [
    ['employee', 'I waited in the room until eleven.'],
    ['supervisor', 'I was called away.'],
  ] as const) {
    scenario.when({ type: 'Respond', requestId: lived.CHECK_IN, by, text });
  }
  const plan = scenario.require();
  const asked = requestOf(plan, `attribution-${lived.CHECK_IN}`);
  const context = contextOf(plan, 'hr');
  const [block, ...others] =
    questionModel({ ...asked, kind: 'attribution' }, scenario.now, context).shows ?? [];
  expect(others).toEqual([]);
  expect(block?.record).toHaveLength(1);
  expect(block?.quotes?.map(({ text }) => text)).toEqual([
    'I waited in the room until eleven.',
    'I was called away.',
  ]);
  expect(block?.quotes?.[0]?.who).toContain('Jordan Reyes on the check-in of Friday, December 18, 2026');
});
