import { expect, test } from 'vitest';
import { ruleLibrary } from '../../adapters/packs.ts';
import { type Plan, pinnedRules, retentionEnds } from '../../domain/index.ts';
import { Scenario } from '../support/scenario.ts';

/** When the record of the sample plan may be deleted, were it as given. */
const ends = (given: Partial<Plan>): string | null => {
  const plan = { ...Scenario.launched().require(), ...given };
  const { pack, calendar } = pinnedRules(plan, ruleLibrary());
  return retentionEnds(plan, pack, calendar);
};
const closed = { status: 'closed', closedAt: '2027-02-10T22:30:00Z' } as const;

test('public employers keep the record for two years, to the end of the day in the plan’s zone', () => {
  expect(ends(closed)).toBe('2029-02-11T05:00:00Z');
  expect(ends({ ...closed, closedAt: '2027-02-11T03:00:00Z' })).toBe('2029-02-11T05:00:00Z');
  expect(ends({ ...closed, closedAt: '2027-02-11T05:00:00Z' })).toBe('2029-02-12T05:00:00Z');
});

test('private employers keep it for one', () => {
  expect(ends({ ...closed, pack: { id: 'general', version: '1' } })).toBe('2028-02-11T05:00:00Z');
});

test('a plan that was withdrawn is kept as long', () => {
  expect(ends({ ...closed, status: 'withdrawn' })).toBe('2029-02-11T05:00:00Z');
});

test('a leap day counts as the last of February', () => {
  expect(ends({ ...closed, closedAt: '2028-02-29T15:00:00Z' })).toBe('2030-03-01T05:00:00Z');
});

test('what was watched after success is kept from the end of that', () => {
  const monitoring = { until: '2027-12-06', endsAt: '2027-12-07T05:00:00Z' };
  expect(ends({ ...closed, monitoring })).toBe('2029-12-08T05:00:00Z');
  expect(ends({ ...closed, monitoring, status: 'monitoring' })).toBeNull();
});

test.each(['draft', 'approved', 'acknowledging', 'active', 'paused', 'deciding'] as const)(
  'a plan that is %s is kept',
  (status) => {
    expect(ends({ status })).toBeNull();
  },
);

test('a legal hold keeps the record, whatever its age', () => {
  expect(ends({ ...closed, legalHold: { since: '2029-01-01T00:00:00Z', reason: 'A charge.' } })).toBeNull();
});
