import { expect, test } from 'vitest';
import { consoleHref } from '../../../functions/executions/console.ts';
import { namedBy, namesFor } from '../../../functions/executions/name.ts';

const PLAN = `pln${'a'.repeat(20)}`;

test('an execution in AWS has a page in the console of its partition and region', () => {
  expect(consoleHref('arn:aws:states:eu-west-1:123456789012:execution:plan-lifecycle:a-r1')).toBe(
    'https://eu-west-1.console.aws.amazon.com/states/home?region=eu-west-1#/v2/executions/details/arn:aws:states:eu-west-1:123456789012:execution:plan-lifecycle:a-r1',
  );
  expect(consoleHref('arn:aws-us-gov:states:us-gov-west-1:1:execution:m:n')).toMatch(
    /^https:\/\/us-gov-west-1\.console\.amazonaws-us-gov\.com\//,
  );
  expect(consoleHref('arn:elsewhere:states:here:1:execution:m:n')).toBeUndefined();
});

test('a name says which workflow it is of, and of a plan which run', () => {
  expect(namedBy(`${PLAN}-r12`)).toEqual({
    name: `${PLAN}-r12`,
    machine: 'plan-lifecycle',
    plan: { planId: PLAN, run: 12 },
  });
  const jobId = `job${'a'.repeat(20)}`;
  expect(namedBy(`${jobId}-work-2`)).toEqual({
    name: `${jobId}-work-2`,
    machine: 'bulk-work',
    work: { jobId, phase: 'work', attempt: 2 },
  });
  expect(namedBy('job1-work-1')).toEqual({ name: 'job1-work-1', machine: 'bulk-work' });
  expect(() => namedBy('a:b')).toThrow(expect.objectContaining({ status: 404, code: 'execution_gone' }));
});

test('a plan that is searched for is looked for by its newest runs, a job by its attempts', () => {
  expect(namesFor(PLAN, 2)).toEqual([`${PLAN}-r2`, `${PLAN}-r1`]);
  expect(namesFor(PLAN, 500)).toHaveLength(20);
  expect(namesFor(`job${'a'.repeat(20)}`, 0)).toContain(`job${'a'.repeat(20)}-work-1`);
  expect(namesFor('no such', 0)).toEqual([]);
});
