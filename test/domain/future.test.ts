import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  type Context,
  futureOf,
  futuresOf,
  type Moment,
  type PlanDraft,
  RulesBroken,
  type WhatIf,
} from '../../domain/index.ts';
import { dcDraft } from '../support/plans.ts';
import { Scenario } from '../support/scenario.ts';

const context = (): Context => new Scenario().context;
const future = (whatIf?: WhatIf, draft: PlanDraft = dcDraft()): Moment[] =>
  futureOf(draft, context(), whatIf);
const last = (moments: Moment[]): Moment => moments.at(-1) as Moment;
const mails = (moments: Moment[]) => moments.flatMap((moment) => moment.mails);
const facts = (moments: Moment[], ...types: string[]) =>
  moments.flatMap(({ at, facts }) =>
    facts.filter(({ type }) => types.includes(type)).map(({ type }) => [at, type]),
  );

describe('the future of a draft', () => {
  test('is what happens when it is lived', () => {
    const told = future().flatMap(({ at, facts }) => facts.map(({ type }) => [at, type]));
    const lived = Scenario.launched().until(told.at(-1)?.[0] as string);
    expect(told).toEqual(lived.events.map(({ at, type }) => [at, type]));
  });

  test('tells every mail: to whom, for what, about which question', () => {
    const [opened] = future().filter(({ facts }) => facts.some(({ type }) => type === 'RequestOpened'));
    expect(opened).toMatchObject({ at: '2026-12-01T15:00:00Z' });
    expect(opened?.mails).toEqual([
      { to: 'employee', template: 'request-opened', requestId: 'acknowledgement' },
      { to: 'supervisor', template: 'request-opened', requestId: 'acknowledgement' },
    ]);
  });

  test('of people who stay silent ends in escalations, told a few times', () => {
    const silent = future();
    expect(last(silent).plan.status).toBe('deciding');
    expect(last(silent).facts.map(({ type }) => type)).toEqual(['Escalated']);
    const repeated = silent.filter(({ facts }) =>
      facts.some((fact) => fact.type === 'Escalated' && fact.requestId === 'decision'),
    );
    const rungs = last(silent).plan.requests.decision?.escalations.length ?? 0;
    expect(repeated.length).toBeGreaterThan(rungs);
    expect(silent.length).toBeLessThan(400);
  });

  test('is told to the end although HR is asked again and again in between', () => {
    const silent = future();
    expect(facts(silent, 'OpportunityPeriodEnded')).toHaveLength(1);
    expect(facts(silent, 'RequestMissed')).toHaveLength(5);
    const hr = silent.flatMap(({ facts }) =>
      facts.filter((fact) => fact.type === 'Escalated' && fact.requestId.startsWith('attribution-')),
    );
    expect(hr.length).toBeGreaterThan(20);
  });

  test('of people who answer is met on the day the decision is due', () => {
    const answering = future({ people: 'answer' });
    const { plan } = last(answering);
    expect(plan).toMatchObject({ status: 'closed', outcome: 'met' });
    expect(plan.closedAt).toBe(plan.requests.decision?.dueAt);
    expect(facts(answering, 'RequestMissed', 'Escalated')).toEqual([]);
    expect(Object.values(plan.requests).map(({ status }) => status)).not.toContain('open');
  });

  test('shows what one silent person leads to', () => {
    const { plan } = last(future({ people: 'answer', silent: ['employee'] }));
    expect(plan.requests['check-in-2026-12-18']?.status).toBe('missed');
    expect(plan.attributions['check-in-2026-12-18']).toEqual({ to: 'excused', creditDays: 0 });
    expect(plan).toMatchObject({ status: 'closed', outcome: 'met' });
  });

  test('moves by an absence that is known at launch', () => {
    const absences = [{ from: '2027-01-05', until: '2027-01-18' }];
    const without = facts(future({ people: 'answer' }), 'OpportunityPeriodEnded');
    const away = future({ people: 'answer', absences });
    expect(without).toEqual([['2027-02-05T05:00:00Z', 'OpportunityPeriodEnded']]);
    expect(facts(away, 'PlanPaused', 'PlanResumed', 'OpportunityPeriodEnded')).toEqual([
      ['2027-01-05T05:00:00Z', 'PlanPaused'],
      ['2027-01-19T05:00:00Z', 'PlanResumed'],
      ['2027-02-19T05:00:00Z', 'OpportunityPeriodEnded'],
    ]);
    expect(last(away).plan).toMatchObject({ status: 'closed', outcome: 'met' });
  });

  test('begins at the launch that is planned, not before', () => {
    const launchAt = '2026-12-04T15:00:00Z';
    expect(facts(future({ launchAt }), 'PlanDrafted', 'PlanLaunched')).toEqual([
      ['2026-12-01T15:00:00Z', 'PlanDrafted'],
      [launchAt, 'PlanLaunched'],
    ]);
  });

  test('of a draft that breaks rules is refused with all of them', () => {
    expect(() => future({}, dcDraft({ endDate: '2026-12-20' }))).toThrow(RulesBroken);
    expect(() => future({ launchAt: '2027-01-10T15:00:00Z' })).toThrow(RulesBroken);
  });

  test('is the same whenever it is asked for, and uses up no link', () => {
    const untouchable: Context = {
      ...context(),
      newLinkId: () => {
        throw new Error('A future issues no links.');
      },
    };
    expect(futureOf(dcDraft(), untouchable)).toEqual(futureOf(dcDraft(), untouchable));
  });

  test('of many drafts is each their own', () => {
    const draft = dcDraft();
    const [one, two] = futuresOf([draft, { ...draft, title: 'Another' }], context(), { people: 'answer' });
    expect(one).toEqual(future({ people: 'answer' }));
    expect(two?.map(({ at }) => at)).toEqual(one?.map(({ at }) => at));
    expect(last(two ?? []).plan.draft.title).toBe('Another');
  });
});

test('nobody is written to about the same question in the same way twice in one moment', () => {
  for (const moment of future()) {
    const told = moment.mails.map((mail) => JSON.stringify(mail));
    expect(new Set(told).size).toBe(told.length);
  }
  expect(mails(future()).length).toBeGreaterThan(20);
});

describe('the future of every example plan', () => {
  const examples = globSync('examples/*.json').map((file) => {
    const { plan, clock } = JSON.parse(readFileSync(file, 'utf8')) as { plan: PlanDraft; clock: string };
    return { file, plan, now: `${new Date(clock).toISOString().slice(0, 19)}Z` };
  });

  test.each(examples)(
    '$file: whoever does what they are asked misses nothing, and the plan is met',
    (example) => {
      const moments = futureOf(example.plan, new Scenario(example.now).context, { people: 'answer' });
      expect(last(moments).plan).toMatchObject({ status: 'closed', outcome: 'met' });
      expect(facts(moments, 'RequestMissed', 'RequestLapsed', 'Escalated')).toEqual([]);
    },
  );

  test.each(examples)('$file: silence closes nothing but rights that were not used', (example) => {
    const moments = futureOf(example.plan, new Scenario(example.now).context);
    const { plan } = last(moments);
    expect(facts(moments, 'OpportunityPeriodEnded')).toHaveLength(1);
    expect(plan.status).toBe('deciding');
    expect(plan.requests.decision?.status).toBe('open');
  });

  test('a draft that the employee must be able to respond to is shared, and launched after that', () => {
    const uk = examples.find(({ file }) => file.includes('uk-right-to-respond'));
    if (!uk) throw new Error('The example is not there.');
    const moments = futureOf(uk.plan, new Scenario(uk.now).context);
    const steps = moments.flatMap(({ facts }) => facts.map(({ type }) => type));
    expect(steps.slice(0, 3)).toEqual(['PlanDrafted', 'PlanApproved', 'DraftShared']);
    expect(steps.indexOf('RequestLapsed')).toBeLessThan(steps.indexOf('PlanLaunched'));
    expect(last(moments).plan.consulted).toBe(true);
  });
});
