import { describe, expect, test } from 'vitest';
import {
  addDays,
  agenda,
  changedListings,
  linksOf,
  NotAllowedNow,
  owed,
  PlanExists,
  PlanNotFound,
  RulesBroken,
  StaleRun,
} from '../../domain/index.ts';
import { dcDraft } from '../support/plans.ts';
import { Scenario } from '../support/scenario.ts';

const drafted = () => new Scenario().after({ type: 'DraftPlan', planId: 'plan-1', draft: dcDraft() });

describe('drafting', () => {
  test('pins the plan to the version of the rules it was checked against', () => {
    expect(drafted().events).toMatchObject([
      {
        type: 'PlanDrafted',
        seq: 1,
        v: 1,
        pack: { id: 'us-dc-6b1410', version: '2024-12' },
        timeZone: 'America/New_York',
      },
    ]);
  });

  test('takes the organisation’s pack and zone where the draft names none', () => {
    const { pack: _, timeZone: __, ...draft } = dcDraft();
    const scenario = new Scenario().after({ type: 'DraftPlan', planId: 'plan-1', draft });
    expect(scenario.require()).toMatchObject({ pack: { id: 'general' }, timeZone: 'America/New_York' });
  });

  test('refuses a draft with every rule it breaks, not just the first', () => {
    const draft = dcDraft({ endDate: '2027-01-20', items: [], timeZone: 'Mars/Olympus' });
    const { broken } = new Scenario().refuses(RulesBroken, { type: 'DraftPlan', planId: 'plan-1', draft });
    const rules = new Set(broken.map(({ field, rule }) => `${field} ${rule}`));
    expect(rules).toContain('/timeZone product');
    expect(rules).toContain('/items D2');
    expect([...rules].some((rule) => rule.startsWith('/endDate D'))).toBe(true);
    expect(broken.every(({ message, citation }) => message.length > 20 && citation.length > 3)).toBe(true);
  });

  test('names the packs there are when the draft asks for another', () => {
    const { broken } = new Scenario().refuses(RulesBroken, {
      type: 'DraftPlan',
      planId: 'plan-1',
      draft: dcDraft({ pack: 'us-xx' }),
    });
    expect(broken).toMatchObject([
      { field: '/pack', message: expect.stringContaining('us-dc-6b1410@2024-12') },
    ]);
  });

  test('happens once', () => {
    drafted().refuses(PlanExists, { type: 'DraftPlan', planId: 'plan-1', draft: dcDraft() });
    new Scenario().refuses(PlanNotFound, { type: 'ApprovePlan' });
  });
});

describe('launching', () => {
  test('comes after approval, and both are said once', () => {
    const scenario = drafted();
    expect(scenario.refuses(NotAllowedNow, { type: 'LaunchPlan' }).wayOut).toBe('Approve it first.');
    expect(scenario.when({ type: 'ApprovePlan', comment: 'Read.' })).toEqual([
      { type: 'PlanApproved', comment: 'Read.' },
    ]);
    expect(scenario.when({ type: 'ApprovePlan' })).toEqual([]);
    expect(scenario.when({ type: 'LaunchPlan' })).toMatchObject([{ type: 'PlanLaunched', run: 1 }]);
    expect(scenario.when({ type: 'LaunchPlan' })).toEqual([]);
    expect(scenario.when({ type: 'ApprovePlan' })).toEqual([]);
  });

  test('fixes every moment of every question at once, as absolute instants', () => {
    const { plan } = Scenario.launched();
    expect([plan?.startsAt, plan?.endsAt]).toEqual(['2026-12-07T05:00:00Z', '2027-02-05T05:00:00Z']);
    expect(plan?.scheduled.map(({ id, opensAt, dueAt }) => [id, opensAt, dueAt])).toEqual([
      ['acknowledgement', '2026-12-01T15:00:00Z', '2026-12-08T22:00:00Z'],
      ['check-in-2026-12-18', '2026-12-15T14:00:00Z', '2026-12-18T22:00:00Z'],
      ['support-2026-12-18', '2026-12-18T14:00:00Z', '2026-12-23T22:00:00Z'],
      ['check-in-2027-01-04', '2026-12-31T14:00:00Z', '2027-01-04T22:00:00Z'],
      ['check-in-2027-01-15', '2027-01-12T14:00:00Z', '2027-01-15T22:00:00Z'],
      ['check-in-2027-01-29', '2027-01-26T14:00:00Z', '2027-01-29T22:00:00Z'],
      ['support-2027-01-29', '2027-01-29T14:00:00Z', '2027-02-03T22:00:00Z'],
      ['decision', '2027-02-05T14:00:00Z', '2027-02-19T22:00:00Z'],
    ]);
  });

  test('after the start date is refused: it would shorten the time to improve', () => {
    const scenario = drafted().after({ type: 'ApprovePlan' });
    scenario.now = '2026-12-08T05:00:00Z';
    expect(scenario.refuses(RulesBroken, { type: 'LaunchPlan' }).broken).toMatchObject([
      { field: '/startDate', rule: 'D2' },
    ]);
    scenario.now = '2026-12-08T04:59:59Z';
    expect(scenario.when({ type: 'LaunchPlan' })).toHaveLength(1);
  });
});

describe('withdrawing', () => {
  test('ends the following-up from anywhere before the end, with a reason', () => {
    const scenario = Scenario.launched().until('2026-12-15T14:00:00Z');
    expect(scenario.refuses(RulesBroken, { type: 'WithdrawPlan', reason: ' ' }).broken).toMatchObject([
      { field: '/reason' },
    ]);
    scenario.after({ type: 'WithdrawPlan', reason: 'Transferred.' });
    expect(scenario.require()).toMatchObject({
      status: 'withdrawn',
      scheduled: [],
      requests: { 'check-in-2026-12-18': { status: 'superseded' } },
    });
    expect(scenario.when({ type: 'WithdrawPlan', reason: 'Transferred.' })).toEqual([]);
    scenario.refuses(NotAllowedNow, { type: 'LaunchPlan' });
    scenario.until('2027-06-01T00:00:00Z');
    expect(scenario.events.at(-1)?.type).toBe('PlanWithdrawn');
  });
});

describe('runs', () => {
  test('a stale run is refused and changes nothing; advancing twice finds nothing left to do', () => {
    const scenario = Scenario.launched();
    expect(scenario.when({ type: 'Advance', run: 1 })).toHaveLength(1);
    expect(scenario.when({ type: 'Advance', run: 1 })).toEqual([]);
    scenario.now = '2026-12-03T14:10:00Z';
    scenario.after({ type: 'RestartRun', run: 1 });
    expect(scenario.require().run).toBe(2);
    expect(scenario.refuses(StaleRun, { type: 'Advance', run: 1 })).toMatchObject({ run: 1, current: 2 });
  });

  test('two sweepers that find the same run missing start one new run', () => {
    const scenario = Scenario.launched();
    scenario.now = '2026-12-01T15:15:00Z';
    expect(scenario.when({ type: 'RestartRun', run: 1 })).toHaveLength(1);
    expect(scenario.when({ type: 'RestartRun', run: 1 })).toEqual([]);
  });

  test('whoever looks after executions may replace a run at any time, once, and says why', () => {
    const scenario = Scenario.launched().until('2026-12-02T15:00:00Z');
    const restart = { type: 'RestartRun', run: 1, because: 'by_operator' } as const;
    expect(scenario.refuses(RulesBroken, { ...restart, reason: ' \n' }).broken).toMatchObject([
      { field: '/reason' },
    ]);
    expect(scenario.when({ ...restart, reason: ' It hangs. ' })).toMatchObject([
      { type: 'RunRestarted', run: 2, because: 'by_operator', reason: 'It hangs.' },
    ]);
    expect(scenario.when({ ...restart, reason: 'It hangs.' })).toEqual([]);
    const migrate = { type: 'RestartRun', run: 2, because: 'new_workflow', reason: 'Corrected.' } as const;
    expect(scenario.when(migrate)).toMatchObject([{ run: 3, because: 'new_workflow' }]);
    scenario.after({ type: 'WithdrawPlan', reason: 'They left.' });
    expect(scenario.refuses(NotAllowedNow, { ...migrate, run: 3 })).toMatchObject({ status: 'withdrawn' });
  });

  test('new runs that help nothing come further and further apart, up to four hours; whatever else happens begins anew', () => {
    const scenario = Scenario.launched();
    const fail = () =>
      scenario.after({ type: 'RecordRunFailure', run: scenario.require().run, error: 'Broken' });
    const restart = () => scenario.when({ type: 'RestartRun', run: scenario.require().run });
    const waits: number[] = [];
    let last = '';
    for (let minute = 15; waits.length < 7; minute += 5) {
      scenario.now = new Date(Date.parse('2026-12-01T15:00:00Z') + minute * 60_000).toISOString();
      if (restart().length === 0) continue;
      if (last) waits.push((Date.parse(scenario.now) - Date.parse(last)) / 60_000);
      last = scenario.now;
      fail();
    }
    expect(waits).toEqual([10, 20, 40, 80, 160, 240, 240]);

    expect(scenario.when({ type: 'Advance', run: scenario.require().run })).not.toEqual([]);
    expect(scenario.require().undriven).toBeNull();
  });

  test('somebody who looks after executions need not wait for the next try', () => {
    const scenario = Scenario.launched();
    scenario.now = '2026-12-01T15:15:00Z';
    scenario.after({ type: 'RestartRun', run: 1 });
    scenario.now = '2026-12-01T15:16:00Z';
    expect(scenario.when({ type: 'RestartRun', run: 2 })).toEqual([]);
    const command = { type: 'RestartRun', run: 2, because: 'by_operator', reason: 'Mended.' } as const;
    expect(scenario.when(command)).toMatchObject([{ run: 3, because: 'by_operator' }]);
  });

  test('a run that cannot be had is replaced by the next that can, and its own execution is owed an end', () => {
    const scenario = Scenario.launched();
    expect(scenario.when({ type: 'RestartRun', run: 1, to: 4 })).toMatchObject([
      { type: 'RunRestarted', run: 4, because: 'nobody_driving' },
    ]);
    expect(scenario.require().run).toBe(4);
    expect(scenario.when({ type: 'RestartRun', run: 1, to: 5 })).toEqual([]);
  });

  test('a run that has done everything due is not replaced', () => {
    const scenario = Scenario.launched().until('2026-12-02T15:00:00Z');
    expect(scenario.when({ type: 'RestartRun', run: 1 })).toEqual([]);
  });

  test('a month of silence from the machine is caught up in steps that one transaction holds', () => {
    const holidays = ['2026-12-25', '2027-01-01'];
    const dates = Array.from({ length: 38 }, (_, day) => addDays('2026-12-08', day)).filter(
      (date) => ![6, 0].includes(new Date(`${date}T12:00:00Z`).getUTCDay()) && !holidays.includes(date),
    );
    const draft = dcDraft();
    for (const item of draft.items) {
      item.checkIns = dates.map((date) => ({ date, benchmark: item.measure.target }));
    }
    const scenario = Scenario.launched(draft);
    scenario.now = '2027-01-15T15:00:00Z';
    const rows: number[] = [];
    for (let before = -1; before < scenario.events.length; ) {
      before = scenario.events.length;
      const known = scenario.require();
      scenario.when({ type: 'Advance', run: 1 });
      const written = scenario.events.slice(before);
      const listed = changedListings(known, scenario.require());
      rows.push(
        1 +
          listed.written.length +
          listed.emptied.length +
          written.reduce(
            (sum, event) =>
              sum + 1 + owed(event, scenario.require()).length + linksOf(event, scenario.require()).length,
            0,
          ),
      );
    }
    expect(rows.length).toBeGreaterThan(2);
    expect(Math.max(...rows)).toBeLessThanOrEqual(97);
    expect(agenda(scenario.require())[0]?.at.localeCompare(scenario.now)).toBe(1);
  });

  test('a failed run is recorded for the run that failed, and never for an older one', () => {
    const scenario = Scenario.launched();
    expect(scenario.when({ type: 'RecordRunFailure', run: 1, error: 'Lambda.Unknown' })).toEqual([
      { type: 'RunFailed', run: 1, error: 'Lambda.Unknown' },
    ]);
    expect(scenario.when({ type: 'RecordRunFailure', run: 0, error: 'Lambda.Unknown' })).toEqual([]);
  });
});
