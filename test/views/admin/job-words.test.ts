import { expect, test } from 'vitest';
import { sentenceOf } from '../../../views/admin/jobs/job-page.tsx';
import type { JobModel } from '../../../views/admin/jobs/model.ts';

const done = (through: number, failed: number, isImport = true): string =>
  sentenceOf({ state: 'done', phase: 'work', total: through, through, failed, isImport } as JobModel);

test('how work came out is said of one plan and of many', () => {
  expect(done(1, 0)).toBe('1 plan is imported.');
  expect(done(2, 0)).toBe('All 2 plans are imported.');
  expect(done(2, 1)).toBe('1 plan is imported, 1 refused.');
  expect(done(1, 1, false)).toBe('0 plans are through, 1 refused.');
});

test('work that was written down and not begun says so', () => {
  expect(sentenceOf({ state: 'waiting', total: 3 } as JobModel)).toBe(
    '3 plans named. Nothing is done: the work was written down and then not begun.',
  );
});
