import { describe, expect, test } from 'vitest';
import { creditDays } from '../../domain/decide/credit.ts';
import { pinnedRules } from '../../domain/index.ts';
import { opportunityDays } from '../../domain/opportunity.ts';
import { dcDraft } from '../support/plans.ts';
import { Scenario } from '../support/scenario.ts';
import { revisionOf, withPack } from './revisions.fixture.ts';

const missed = (day: string, draft = dcDraft()) => Scenario.launched(draft).until(`${day}T15:00:00Z`);

const attribute = (scenario: Scenario, date: string, credit = true) =>
  scenario.answer(`attribution-check-in-${date}`, 'hr', {
    kind: 'attribution',
    to: 'manager',
    reason: 'The supervisor was called away.',
    credit,
  });

const proposed = (scenario: Scenario, date: string) =>
  creditDays(scenario.require(), `check-in-${date}`, pinnedRules(scenario.require(), scenario.library));

describe('a check-in the manager missed', () => {
  test('gives back the days since the one before it, with a new version to sign', () => {
    const scenario = missed('2027-01-12');
    expect(proposed(scenario, '2026-12-18')).toBe(11);
    expect(proposed(scenario, '2027-01-04')).toBe(17);
    const facts = attribute(scenario, '2027-01-04');
    const revision = revisionOf(facts);
    expect(facts).toContainEqual({
      type: 'CreditGranted',
      requestId: 'check-in-2027-01-04',
      days: 17,
      revision,
    });
    expect(revision).toMatchObject({
      because: 'credited',
      reason: 'The manager did not hold the check-in of 2027-01-04: the days it cost are given back.',
      draft: { endDate: '2027-02-21', followUps: [{ date: '2027-02-18', type: 'progress' }] },
    });
    // The check-in of 15 January is open already.
    expect(revision.schedule.map(({ id }) => id)).toEqual([
      'acknowledgement-2',
      'check-in-2027-01-29',
      'support-2027-01-29',
      'check-in-2027-02-18',
      'decision',
    ]);
    expect(scenario.require().attributions['check-in-2027-01-04']).toEqual({ to: 'manager', creditDays: 17 });
    expect(opportunityDays(scenario.require())).toBe(77);
  });

  test('gives back no more than the cap leaves, and then nothing', () => {
    const scenario = missed('2027-01-12');
    attribute(scenario, '2027-01-04');
    attribute(scenario, '2026-12-18');
    expect(opportunityDays(scenario.require())).toBe(88);
    scenario.until('2027-01-26T15:00:00Z');
    expect(proposed(scenario, '2027-01-15')).toBe(2);
    attribute(scenario, '2027-01-15');
    expect([scenario.require().draft.endDate, opportunityDays(scenario.require())]).toEqual([
      '2027-03-06',
      90,
    ]);
    scenario.until('2027-02-08T15:00:00Z');
    expect(proposed(scenario, '2027-01-29')).toBe(0);
    expect(attribute(scenario, '2027-01-29', false).map(({ type }) => type)).not.toContain('CreditGranted');
  });

  test('gives the days of one date back once, however many follow-ups of it were missed', () => {
    const scenario = missed('2027-01-12', dcDraft({ followUps: [{ date: '2027-01-04', type: 'review' }] }));
    attribute(scenario, '2027-01-04');
    const { endDate } = scenario.require().draft;
    expect(scenario.require().requests['review-2027-01-04']?.status).toBe('missed');
    expect(
      creditDays(scenario.require(), 'review-2027-01-04', pinnedRules(scenario.require(), scenario.library)),
    ).toBe(0);
    expect([endDate, scenario.require().draft.endDate]).toEqual(['2027-02-21', '2027-02-21']);
  });

  test('does not count days that were given back already because the clock stood still', () => {
    const scenario = missed('2026-12-21');
    scenario.after({
      type: 'PausePlan',
      from: '2026-12-21',
      until: '2026-12-27',
      reason: 'approved_absence',
    });
    scenario.until('2027-01-25T15:00:00Z');
    // 4 January moved to the 11th: 24 days after 18 December, 7 of them paused.
    expect(proposed(scenario, '2027-01-11')).toBe(17);
  });

  test('after the end gives the days from now on, and takes the decision back', () => {
    const scenario = missed('2027-02-08');
    expect(proposed(scenario, '2027-01-29')).toBe(14);
    const revision = revisionOf(attribute(scenario, '2027-01-29'));
    // 14 days from today, the 8th, to the 21st.
    expect(revision).toMatchObject({ draft: { endDate: '2027-02-21' }, superseded: ['decision'] });
    expect(scenario.require().status).toBe('active');
    expect(scenario.require().scheduled.at(-1)?.id).toBe('decision-2');
  });

  test('gives nothing back where the rules do not', () => {
    const scenario = missed('2027-01-12');
    scenario.library = withPack((pack) => ({
      ...pack,
      tolling: { ...pack.tolling, missedByManager: { is: false, rule: 'L1' } },
    }));
    expect(proposed(scenario, '2027-01-04')).toBe(0);
  });
});
