import { describe, expect, test } from 'vitest';
import { NotAllowedNow, RulesBroken } from '../../domain/index.ts';
import { opportunityDays } from '../../domain/opportunity.ts';
import { decided, REASONS } from '../support/answers.ts';
import { livedUntil } from '../support/lived.ts';
import { dcDraft } from '../support/plans.ts';
import { Scenario } from '../support/scenario.ts';
import { pointers, revisionOf, stillAsked, withPack } from './revisions.fixture.ts';

const pause = (from: string, until?: string) =>
  ({ type: 'PausePlan', from, ...(until ? { until } : {}), reason: 'approved_absence' }) as const;

const on = (day: string, time = '15:00:00') => `${day}T${time}Z`;
const launchedUntil = (day: string) => Scenario.launched().until(on(day));
const days = (scenario: Scenario) => scenario.require().draft.items[0]?.checkIns.map(({ date }) => date);

describe('an approved absence', () => {
  test('moves nothing that waits for HR', () => {
    const scenario = Scenario.launched().until(on('2026-12-29'));
    const { dueAt, escalations } = scenario.require().requests['attribution-check-in-2026-12-18'] ?? {};
    scenario.after(pause('2026-12-29', '2027-01-07')).until('2027-01-08T05:00:00Z');
    expect(scenario.require().requests['attribution-check-in-2026-12-18']).toMatchObject({
      dueAt,
      escalations,
    });
  });

  test('leaves the last check-in inside the plan: it goes back to the last working day when the end is on a day off', () => {
    const items = dcDraft().items.map((item) => ({
      ...item,
      checkIns: item.checkIns.map((checkIn, at) => (at === 3 ? { ...checkIn, date: '2027-02-04' } : checkIn)),
    }));
    const scenario = Scenario.launched(dcDraft({ items })).until(on('2026-12-29'));
    // Three days: the end moves from Thursday to Sunday, the seventh of February.
    scenario.after(pause('2026-12-29', '2026-12-31')).until('2027-01-01T05:00:00Z');

    expect(scenario.require().draft.endDate).toBe('2027-02-07');
    expect(days(scenario)?.at(-1)).toBe('2027-02-05');
  });

  test('of fourteen days moves every later day by fourteen days, the end exactly', () => {
    const scenario = launchedUntil('2026-12-21');
    expect(scenario.when(pause('2026-12-21', '2027-01-03'))[0]).toEqual({
      type: 'PlanPaused',
      pause: {
        from: '2026-12-21',
        until: '2027-01-03',
        reason: 'approved_absence',
        beginsAt: '2026-12-21T05:00:00Z',
        endsAt: '2027-01-04T05:00:00Z',
      },
      reviewAt: null,
    });
    expect(scenario.require().status).toBe('paused');
    scenario.until('2027-01-04T05:00:00Z');
    expect(scenario.events.at(-1)).toMatchObject({ type: 'PlanResumed', on: '2027-01-04', tolledDays: 14 });
    expect(scenario.require()).toMatchObject({
      status: 'active',
      draft: { startDate: '2026-12-07', endDate: '2027-02-18' },
      endsAt: '2027-02-19T05:00:00Z',
      pauses: [{ from: '2026-12-21', resumedOn: '2027-01-04', tolledDays: 14 }],
    });
    // Monday the 18th of January is a holiday; 29 January + 14 is a Friday.
    expect(days(scenario)).toEqual(['2026-12-18', '2027-01-19', '2027-01-29', '2027-02-12']);
    expect(stillAsked({ schedule: scenario.require().scheduled })).toEqual([
      ['check-in-2027-01-19', '2027-01-15T14:00:00Z', '2027-01-19T22:00:00Z'],
      ['check-in-2027-01-29', '2027-01-26T14:00:00Z', '2027-01-29T22:00:00Z'],
      ['check-in-2027-02-12', '2027-02-09T14:00:00Z', '2027-02-12T22:00:00Z'],
      ['support-2027-02-12', '2027-02-12T14:00:00Z', '2027-02-18T22:00:00Z'],
      ['decision', '2027-02-19T14:00:00Z', '2027-03-04T22:00:00Z'],
    ]);
    expect(opportunityDays(scenario.require())).toBe(60);
  });

  test('asks nobody anything while it lasts, and moves what was open with the rest', () => {
    const scenario = launchedUntil('2026-12-16').after(pause('2026-12-17', '2026-12-22'));
    scenario.until('2026-12-23T04:59:59Z');
    expect(scenario.types().slice(scenario.types().indexOf('PausePlanned'))).toEqual([
      'PausePlanned',
      'RunRestarted',
      'PlanPaused',
    ]);
    scenario.until('2026-12-23T05:00:00Z');
    expect(scenario.require().requests['check-in-2026-12-18']).toMatchObject({
      status: 'open',
      date: '2026-12-24',
      opensAt: '2026-12-15T14:00:00Z',
      dueAt: '2026-12-24T22:00:00Z',
      reminders: ['2026-12-24T14:00:00Z', '2026-12-28T14:00:00Z', '2026-12-29T14:00:00Z'],
      missedAt: '2027-01-04T22:00:00Z',
    });
    expect(scenario.require().draft.items[0]?.support[0]?.due).toBe('2026-12-24');
  });

  test('leaves what was answered before on its day', () => {
    const scenario = launchedUntil('2026-12-16');
    const items = dcDraft().items.map(({ id }) => ({ item: id, progress: 'near' as const }));
    for (const by of ['employee', 'supervisor']) {
      scenario.answer('check-in-2026-12-18', by, { kind: 'check_in', meeting: 'held', items });
    }
    scenario.after(pause('2026-12-17', '2026-12-30')).until(on('2026-12-31'));
    expect(days(scenario)).toEqual(['2026-12-18', '2027-01-19', '2027-01-29', '2027-02-12']);
    expect(scenario.require().scheduled.map(({ id }) => id)).not.toContain('check-in-2027-01-04');
  });

  test('keeps check-ins apart that would fall on one day', () => {
    const items = dcDraft().items.map((item) => ({
      ...item,
      checkIns: ['2026-12-18', '2027-01-07', '2027-01-08', '2027-01-29'].map((date, at) => ({
        date,
        benchmark: item.checkIns[at]?.benchmark ?? 0,
      })),
    }));
    const scenario = Scenario.launched(dcDraft({ items })).until(on('2027-01-01'));
    // Two days on, Thursday and Friday come to Saturday and Sunday.
    scenario.after(pause('2027-01-02', '2027-01-03')).until(on('2027-01-04'));
    expect(days(scenario)).toEqual(['2026-12-18', '2027-01-11', '2027-01-12', '2027-02-01']);
  });

  test('before the start moves the start as well', () => {
    const scenario = launchedUntil('2026-12-02')
      .after(pause('2026-12-03', '2026-12-09'))
      .until(on('2026-12-10'));
    expect(scenario.require()).toMatchObject({
      status: 'acknowledging',
      startsAt: '2026-12-14T05:00:00Z',
      draft: { startDate: '2026-12-14', endDate: '2027-02-11' },
    });
    expect(opportunityDays(scenario.require())).toBe(60);
    expect(scenario.until(on('2026-12-14')).require().status).toBe('active');
  });

  test('said afterwards is taken out at once, and a check-in missed within it is excused', () => {
    const scenario = launchedUntil('2027-01-05');
    expect(scenario.require().requests['check-in-2026-12-18']?.status).toBe('missed');
    const facts = scenario.when(pause('2026-12-14', '2026-12-23'));
    expect(facts.filter(({ type }) => type !== 'RunRestarted')).toMatchObject([
      { type: 'PlanPaused', reviewAt: null },
      {
        type: 'CheckInAttributed',
        requestId: 'check-in-2026-12-18',
        to: 'excused',
        reason: 'The day lies within an approved absence.',
      },
      { type: 'PlanResumed', on: '2026-12-24', tolledDays: 10 },
    ]);
    expect(revisionOf(facts.filter(({ type }) => type === 'PlanResumed')).superseded).toEqual([
      'attribution-check-in-2026-12-18',
    ]);
    expect(scenario.require()).toMatchObject({ status: 'active', draft: { endDate: '2027-02-14' } });
    expect(days(scenario)).toEqual(['2026-12-18', '2027-01-14', '2027-01-25', '2027-02-08']);
  });

  test('without an end is brought before HR every thirty days until somebody resumes the plan', () => {
    const scenario = launchedUntil('2026-12-21');
    expect(scenario.when(pause('2026-12-21'))[0]).toMatchObject({ reviewAt: '2027-01-20T14:00:00Z' });
    scenario.until('2027-01-20T14:00:00Z');
    expect(scenario.events.at(-1)).toMatchObject({ type: 'PauseReviewDue', nextAt: '2027-02-19T14:00:00Z' });
    scenario.until(on('2027-02-01')).after({ type: 'ResumePlan' });
    expect(scenario.require().draft.endDate).toBe('2027-03-18');
    expect(scenario.require().pauseReviewAt).toBeNull();
  });

  test('is refused on days that are not the plan’s, in the wrong order, or too long', () => {
    const scenario = launchedUntil('2026-12-21');
    expect(pointers(scenario.refuses(RulesBroken, pause('2026-12-06')))).toEqual(['/from product']);
    expect(pointers(scenario.refuses(RulesBroken, pause('2027-02-05')))).toEqual(['/from product']);
    expect(pointers(scenario.refuses(RulesBroken, pause('2027-01-05', '2027-01-04')))).toEqual([
      '/until product',
    ]);
    expect(pointers(scenario.refuses(RulesBroken, pause('2027-01-05', '2028-01-06')))).toEqual([
      '/until product',
    ]);
    expect(pointers(scenario.refuses(RulesBroken, pause('2027-02-30', 'later')))).toEqual([
      '/from product',
      '/until product',
    ]);
  });

  test('never overlaps another, planned, running or over', () => {
    const scenario = launchedUntil('2026-12-21')
      .after(pause('2027-01-11', '2027-01-15'))
      .after(pause('2026-12-08', '2026-12-09'));
    expect(scenario.refuses(RulesBroken, pause('2027-01-15', '2027-01-20')).broken).toMatchObject([
      { field: '/from', message: expect.stringContaining('from 2027-01-11 to 2027-01-15') },
    ]);
    expect(scenario.refuses(RulesBroken, pause('2026-12-22')).broken).toMatchObject([
      { field: '/from', message: expect.stringContaining('from 2027-01-11 to 2027-01-15') },
    ]);
    expect(scenario.refuses(RulesBroken, pause('2026-12-09', '2026-12-10')).broken).toMatchObject([
      { field: '/from', message: expect.stringContaining('from 2026-12-08 to 2026-12-09') },
    ]);
    scenario.after(pause('2027-01-04', '2027-01-10')).until(on('2027-01-05'));
    expect(scenario.refuses(RulesBroken, pause('2027-01-06')).broken).toHaveLength(2);
    scenario.refuses(NotAllowedNow, pause('2027-01-20', '2027-01-21'));
  });

  test('does not stop the clock of the decision, and rules may not know it at all', () => {
    const scenario = launchedUntil('2027-02-08');
    expect(scenario.refuses(NotAllowedNow, pause('2027-02-01')).wayOut).toContain('runs on');
    const strict = launchedUntil('2026-12-21');
    strict.library = withPack((pack) => ({
      ...pack,
      tolling: { ...pack.tolling, approvedAbsence: { is: false, rule: 'L1' } },
    }));
    expect(pointers(strict.refuses(RulesBroken, pause('2026-12-22')))).toEqual([' L1']);
  });
});

describe('leave reported after the last day', () => {
  test('is given back while nothing is decided: the plan runs again, and is decided again later', () => {
    const scenario = launchedUntil('2027-02-08');
    expect(scenario.require()).toMatchObject({ status: 'deciding' });
    const facts = scenario.when(pause('2027-01-18', '2027-01-31'));
    expect(facts.map(({ type }) => type)).toEqual([
      'PlanPaused',
      'CheckInAttributed',
      'PlanResumed',
      'RunRestarted',
    ]);
    expect(revisionOf(facts)).toMatchObject({ because: 'resumed', draft: { endDate: '2027-02-21' } });
    expect(revisionOf(facts).superseded).toContain('decision');
    expect(scenario.require()).toMatchObject({
      status: 'active',
      requests: { decision: { status: 'superseded' } },
      pauses: [{ from: '2027-01-18', until: '2027-01-31', resumedOn: '2027-02-01', tolledDays: 17 }],
    });
    expect(opportunityDays(scenario.require())).toBe(60);
    // Every check-in was over: the days given are followed up all the same.
    expect(scenario.require().scheduled.map(({ id }) => id)).toEqual(['check-in-2027-02-18', 'decision-2']);
    scenario.until(on('2027-02-23'));
    expect(scenario.require()).toMatchObject({
      status: 'deciding',
      requests: { 'decision-2': { status: 'open' } },
    });
  });

  test('long after gives the days it took from today on', () => {
    const scenario = launchedUntil('2027-02-18').after(pause('2027-02-03', '2027-02-09'));
    // The 3rd and the 4th were the plan's: today and tomorrow.
    expect(scenario.require()).toMatchObject({ status: 'active', draft: { endDate: '2027-02-19' } });
    expect(opportunityDays(scenario.require())).toBe(60);
    scenario.until(on('2027-02-23'));
    expect(scenario.require().status).toBe('deciding');
  });

  test('takes a proposed decision back', () => {
    const scenario = livedUntil(on('2027-02-08'));
    scenario.answer('decision', 'supervisor', decided('remove', { reasons: REASONS }));
    scenario.after(pause('2027-01-25', '2027-01-29'));
    expect(scenario.require()).toMatchObject({
      status: 'active',
      proposal: null,
      requests: { decision: { status: 'superseded' }, 'approval-1': { status: 'superseded' } },
    });
  });

  test('is refused when it lasts, is not the plan’s, or a decision is on record or made by a rule', () => {
    const scenario = launchedUntil('2027-02-08');
    scenario.refuses(NotAllowedNow, pause('2027-01-18'));
    scenario.refuses(NotAllowedNow, pause('2027-01-18', '2027-02-08'));
    expect(pointers(scenario.refuses(RulesBroken, pause('2027-02-05', '2027-02-06')))).toEqual([
      '/from product',
    ]);
    const settings = { onDecisionOverdue: { mode: 'deem_met' as const, verifiedBy: 'Counsel' } };
    const struck = Scenario.launched(dcDraft({ settings })).until(on('2027-02-08'));
    struck.now = '2027-02-20T05:00:00Z';
    struck.refuses(NotAllowedNow, pause('2027-01-18', '2027-01-31'));
    const lived = livedUntil(on('2027-02-08'));
    lived.answer('decision', 'supervisor', decided('reassign', { reasons: REASONS }));
    expect(lived.require().status).toBe('deciding');
    lived.refuses(NotAllowedNow, pause('2027-01-18', '2027-01-31'));
  });
});

describe('a planned pause', () => {
  test('may follow the day another one is over', () => {
    const scenario = launchedUntil('2026-12-21')
      .after(pause('2026-12-23', '2026-12-30'))
      .after(pause('2026-12-21', '2026-12-22'))
      .until(on('2026-12-23'));
    expect(scenario.require()).toMatchObject({
      status: 'paused',
      pauses: [{ from: '2026-12-21', tolledDays: 2 }, { from: '2026-12-23' }],
    });
    expect(scenario.require().pauses[1]?.tolledDays).toBeUndefined();
    expect(scenario.until(on('2026-12-31')).require().draft.endDate).toBe('2027-02-14');
  });

  test('can be taken back until it begins', () => {
    const scenario = launchedUntil('2026-12-21').after(pause('2027-01-11', '2027-01-15'));
    expect(scenario.refuses(RulesBroken, { type: 'CancelPause', from: '2027-01-12' }).broken).toMatchObject([
      { field: '/from', message: expect.stringContaining('2027-01-11') },
    ]);
    expect(scenario.when({ type: 'CancelPause', from: '2027-01-11' })[0]).toEqual({
      type: 'PauseCancelled',
      from: '2027-01-11',
    });
    expect(scenario.until(on('2027-01-12')).require()).toMatchObject({ status: 'active', pauses: [] });
  });

  test('that has begun is resumed, not cancelled', () => {
    const scenario = launchedUntil('2026-12-21').after(pause('2026-12-21', '2026-12-30'));
    expect(scenario.refuses(RulesBroken, { type: 'CancelPause', from: '2026-12-21' }).broken).toMatchObject([
      { field: '/from', message: expect.stringContaining('resume the plan, on 2026-12-21') },
    ]);
    scenario.after({ type: 'ResumePlan', on: '2026-12-21' });
    expect(scenario.require()).toMatchObject({
      status: 'active',
      draft: dcDraft(),
      pauses: [{ tolledDays: 0 }],
    });
    // A pause of no days is in nobody's way.
    expect(scenario.when(pause('2026-12-18', '2026-12-30'))[0]).toMatchObject({ type: 'PlanPaused' });
  });
});

describe('resuming', () => {
  test('is from today, or from a day that is past, but not before the pause or ahead', () => {
    const scenario = launchedUntil('2026-12-21').after(pause('2026-12-21')).until(on('2026-12-30'));
    expect(scenario.refuses(RulesBroken, { type: 'ResumePlan', on: '2026-12-20' }).broken).toMatchObject([
      { field: '/on', message: expect.stringContaining('not resumed before its pause') },
    ]);
    expect(scenario.refuses(RulesBroken, { type: 'ResumePlan', on: '2026-12-31' }).broken).toMatchObject([
      { field: '/on', message: expect.stringContaining('cannot be resumed ahead') },
    ]);
    expect(scenario.when({ type: 'ResumePlan', on: '2026-12-28' })[0]).toMatchObject({
      type: 'PlanResumed',
      on: '2026-12-28',
      tolledDays: 7,
      revision: { number: 2, because: 'resumed', draft: { endDate: '2027-02-11' } },
    });
  });

  test('said late puts no check-in on a day that is past', () => {
    const scenario = launchedUntil('2026-12-21').after(pause('2027-01-04')).until(on('2027-01-12'));
    scenario.after({ type: 'ResumePlan', on: '2027-01-05' });
    expect(days(scenario)).toEqual(['2026-12-18', '2027-01-12', '2027-01-19', '2027-02-01']);
  });

  test('said late takes a week away at most: nobody followed the plan up since', () => {
    const scenario = launchedUntil('2027-01-20').after(pause('2027-01-20')).until(on('2027-03-20'));
    for (const day of ['2027-02-03', '2027-03-12']) {
      expect(scenario.refuses(RulesBroken, { type: 'ResumePlan', on: day }).broken).toMatchObject([
        {
          field: '/on',
          rule: 'product',
          message:
            'Nobody followed the plan up in the days since, so they are not taken from the time to improve: choose a day from 2027-03-13 to 2027-03-20.',
        },
      ]);
    }
    scenario.after({ type: 'ResumePlan', on: '2027-03-13' });
    // 52 days after 4 February; 16 were left when the pause began.
    expect(scenario.require().draft.endDate).toBe('2027-03-28');
  });

  test('said late leaves a week, or whatever less was left when the pause began', () => {
    const nine = launchedUntil('2027-01-27').after(pause('2027-01-27')).until(on('2027-02-20'));
    expect(nine.refuses(RulesBroken, { type: 'ResumePlan', on: '2027-02-17' }).broken).toMatchObject([
      { field: '/on', message: expect.stringContaining('from 2027-02-18 to 2027-02-20') },
    ]);
    nine.after({ type: 'ResumePlan', on: '2027-02-18' });
    expect(nine.require().draft.endDate).toBe('2027-02-26');

    const three = launchedUntil('2027-02-02').after(pause('2027-02-02')).until(on('2027-02-20'));
    three.refuses(RulesBroken, { type: 'ResumePlan', on: '2027-02-19' });
    three.after({ type: 'ResumePlan', on: '2027-02-20' });
    expect(three.require().draft.endDate).toBe('2027-02-22');
  });

  test('is for a plan that stands still', () => {
    const scenario = launchedUntil('2026-12-21');
    expect(scenario.refuses(NotAllowedNow, { type: 'ResumePlan' }).wayOut).toContain('does not stand still');
    scenario.after(pause('2027-01-11'));
    expect(scenario.refuses(NotAllowedNow, { type: 'ResumePlan' }).wayOut).toBe(
      'Cancel the pause that is planned.',
    );
  });

  test('asks nobody to sign, but still asks for what was to be signed before', () => {
    const scenario = launchedUntil('2026-12-21').after(pause('2026-12-21'));
    scenario.after({ type: 'AmendPlan', changes: { title: 'Permit reviews' }, reason: 'Shorter.' });
    expect(scenario.until(on('2026-12-30')).require().requests['acknowledgement-2']).toBeUndefined();
    scenario.after({ type: 'ResumePlan' }).until(on('2026-12-30', '15:00:01'));
    expect(scenario.require().requests['acknowledgement-2']).toMatchObject({ version: 2, status: 'open' });
    expect(scenario.require().requests['acknowledgement-3']).toBeUndefined();
  });
});
