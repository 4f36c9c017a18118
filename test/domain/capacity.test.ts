import { describe, expect, test } from 'vitest';
import { type Command, NotAllowedNow, type PlanDraft, RulesBroken } from '../../domain/index.ts';
import { dcDraft } from '../support/plans.ts';
import { Scenario } from '../support/scenario.ts';
import { pointers, revisionOf } from './revisions.fixture.ts';

/** A plan whose "timeliness" counts reviews, from 20 to 41 a week. */
const counting = (): PlanDraft => {
  const draft = dcDraft();
  return {
    ...draft,
    items: draft.items.map((item) =>
      item.id === 'timeliness'
        ? {
            ...item,
            measure: {
              name: 'Reviews done',
              unit: 'reviews a week',
              baseline: 20,
              target: 41,
              direction: 'increase',
            },
            checkIns: item.checkIns.map(({ date }, at) => ({
              date,
              benchmark: [25, 30, 35, 41][at] as number,
            })),
          }
        : item,
    ),
  };
};

type ReduceCapacity = Extract<Command, { type: 'ReduceCapacity' }>;

const reduce = (overrides: Partial<ReduceCapacity> = {}): ReduceCapacity => ({
  type: 'ReduceCapacity',
  percent: 80,
  items: ['timeliness'],
  signedOffBy: 'hr',
  reason: 'Reduced hours.',
  ...overrides,
});

const onDecember21 = () => Scenario.launched(counting()).until('2026-12-21T15:00:00Z');

describe('reduced capacity', () => {
  test('asks for that share of the output: of where it stood, where it should come, and every day ahead', () => {
    const scenario = onDecember21();
    const facts = scenario.when(reduce({ items: ['timeliness', 'timeliness'] }));
    expect(facts[0]).toMatchObject({
      type: 'CapacityReduced',
      percent: 80,
      items: ['timeliness'],
      signedOffBy: 'hr',
      revision: { number: 2, because: 'capacity_reduced', reason: 'Reduced hours.' },
    });
    expect(revisionOf(facts).schedule[0]).toMatchObject({ id: 'acknowledgement-2', version: 2 });
    const item = scenario.require().draft.items.find(({ id }) => id === 'timeliness');
    expect(item?.measure).toMatchObject({ baseline: 16, target: 32.8 });
    expect(item?.checkIns.map(({ benchmark }) => benchmark)).toEqual([25, 24, 28, 32.8]);
    expect(scenario.require().draft.items.filter(({ id }) => id !== 'timeliness')).toEqual(
      counting().items.filter(({ id }) => id !== 'timeliness'),
    );
  });

  test('is of the full hours, however often: another share takes the place of the one before', () => {
    const scenario = onDecember21().after(reduce());
    scenario.after(reduce({ percent: 60, reason: 'Three days a week.' }));
    const item = scenario.require().draft.items.find(({ id }) => id === 'timeliness');
    expect(item?.measure).toMatchObject({ baseline: 12, target: 24.6 });
    expect(item?.checkIns.map(({ benchmark }) => benchmark)).toEqual([25, 18, 21, 24.6]);
    expect(scenario.require().capacity).toEqual({
      percent: 60,
      items: ['timeliness'],
      signedOffBy: 'hr',
      shares: { timeliness: 60 },
    });
    for (const percent of [60, 80]) {
      expect(scenario.refuses(RulesBroken, reduce({ percent, reason: 'Again.' })).broken).toMatchObject([
        { field: '/items/0', message: expect.stringContaining('60 percent of the full hours already') },
      ]);
    }
  });

  test('sent again is quiet, also when the plan was changed in between', () => {
    const scenario = onDecember21().after(reduce());
    expect(scenario.when(reduce())).toEqual([]);
    scenario.after({ type: 'AmendPlan', changes: { title: 'Permit reviews' }, reason: 'Shorter.' });
    expect(scenario.when(reduce())).toEqual([]);
  });

  test('while the plan stands still is of every day that is still to come', () => {
    const scenario = onDecember21().after({
      type: 'PausePlan',
      from: '2026-12-22',
      reason: 'approved_absence',
    });
    scenario.until('2027-01-20T15:00:00Z').after(reduce());
    const item = scenario.require().draft.items.find(({ id }) => id === 'timeliness');
    expect(item?.checkIns.map(({ benchmark }) => benchmark)).toEqual([25, 24, 28, 32.8]);
  });

  test('is for measures that count output; rates and things there should be less of do not depend on hours', () => {
    expect(
      onDecember21().refuses(
        RulesBroken,
        reduce({ items: ['timeliness', 'accuracy', 'communication', 'none'] }),
      ).broken,
    ).toMatchObject([
      { field: '/items/1', message: expect.stringContaining('does not count output') },
      { field: '/items/2', message: expect.stringContaining('does not count output') },
      { field: '/items/3', message: expect.stringContaining('accuracy, timeliness, communication') },
    ]);
    expect(pointers(onDecember21().refuses(RulesBroken, reduce({ items: [] })))).toEqual(['/items product']);
  });

  test('leaves something to reach', () => {
    const draft = counting();
    const items = draft.items.map((item) =>
      item.id === 'timeliness' ? { ...item, measure: { ...item.measure, baseline: 0.1, target: 0.2 } } : item,
    );
    const scenario = Scenario.launched({
      ...draft,
      items: items.map((item) =>
        item.id === 'timeliness'
          ? { ...item, checkIns: item.checkIns.map(({ date }) => ({ date, benchmark: 0.2 })) }
          : item,
      ),
    });
    expect(scenario.refuses(RulesBroken, reduce({ percent: 1 })).broken).toMatchObject([
      { field: '/items/0', message: expect.stringContaining('amend the measure') },
    ]);
  });

  test('is signed off by HR, with a reason, and a share between all and nothing (L2)', () => {
    const scenario = onDecember21();
    for (const percent of [0, 100, -5, 33.3]) {
      expect(pointers(scenario.refuses(RulesBroken, reduce({ percent })))).toEqual(['/percent product']);
    }
    expect(scenario.refuses(RulesBroken, reduce({ signedOffBy: 'supervisor' })).broken).toMatchObject([
      { field: '/signedOffBy', message: 'HR signs this off: use one of hr.' },
    ]);
    expect(pointers(scenario.refuses(RulesBroken, reduce({ reason: '' })))).toEqual(['/reason product']);
  });

  test('has nothing to scale once the period is over', () => {
    const scenario = Scenario.launched(counting()).until('2027-02-08T15:00:00Z');
    expect(scenario.refuses(NotAllowedNow, reduce()).status).toBe('deciding');
  });
});
