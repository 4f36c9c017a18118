import { describe, expect, test } from 'vitest';
import { fromJSONSchema } from 'zod';
import {
  type Command,
  DETAIL_VERSIONS,
  evolve,
  type OutboxItem,
  owed,
  type Plan,
  type PlanDraft,
} from '../../domain/index.ts';
import { detailSchemaOf } from '../../domain/published/schemas.ts';
import { decided, rated } from '../support/answers.ts';
import { rulesWith } from '../support/lived.ts';
import { dcDraft } from '../support/plans.ts';
import { Scenario } from '../support/scenario.ts';

type Told = Extract<OutboxItem, { kind: 'publish' }>;

/** Everything that the life of a plan told other systems, in order. */
function toldBy({ events }: Scenario): Told[] {
  let plan: Plan | undefined;
  return events.flatMap((event) => {
    plan = evolve(plan, event);
    return owed(event, plan).filter((item): item is Told => item.kind === 'publish');
  });
}

const SUPPORT = 'support-2026-12-18';

/** Nobody answers anything, and the days a missed check-in cost are given back. */
function silence(): Scenario {
  const scenario = Scenario.launched().until('2027-01-12T15:00:00Z');
  scenario.answer('attribution-check-in-2027-01-04', 'hr', {
    kind: 'attribution',
    to: 'manager',
    reason: 'zq was away.',
    credit: true,
  });
  return scenario.until('2027-04-01T15:00:00Z');
}

/** A second training is promised by this day. */
function withCourse(due: string): PlanDraft {
  const draft = dcDraft();
  draft.items[1]?.support.push({ kind: 'training', what: 'Planning course', owner: 'supervisor', due });
  return draft;
}

/** Steered in every way there is, then met and watched. */
function steered(): Scenario {
  const library = rulesWith((pack) => {
    pack.monitoring = {
      is: { lasts: 'P1Y', from: 'start', everyDays: null, relapse: 'Yes.', whenOver: 'Over.' },
      rule: 'F5',
    };
  });
  const scenario = Scenario.launched(withCourse('2027-01-29'), library).until('2026-12-18T15:00:00Z');
  const check = 'check-in-2026-12-18';
  for (const who of ['employee', 'supervisor']) scenario.answer(check, who, rated('near', { comment: 'zq' }));
  const promise = { item: 'accuracy', what: 'Code refresher course', delivered: 'no', note: 'zq' } as const;
  scenario.answer(SUPPORT, 'employee', { kind: 'support', promises: [promise] });
  const { items } = withCourse('2027-01-15');
  const steps: Command[] = [
    { type: 'AmendPlan', changes: { items }, reason: 'zq' },
    {
      type: 'ChangeManager',
      supervisor: { id: 'sam', role: 'supervisor', name: 'zq Okafor', email: 'zq@agency.example' },
      reason: 'zq',
    },
    { type: 'PausePlan', from: '2026-12-18', reason: 'accommodation' },
    { type: 'ResumePlan', on: '2026-12-18' },
    { type: 'ExtendPlan', endDate: '2027-03-06', reason: 'zq' },
  ];
  for (const step of steps) scenario.when(step);
  scenario.until('2027-03-08T15:00:00Z');
  scenario.answer('decision', 'sam', decided('met', { explanation: 'zq' }));
  for (const { id, kind } of Object.values(scenario.require().requests)) {
    if (kind === 'approval') {
      scenario.answer(id, 'hr', { kind: 'approval', choice: 'confirm', typedName: 'Priya Raman' });
    }
  }
  return scenario;
}

const counted = (): Scenario => {
  const draft = dcDraft();
  const items = draft.items.map((item) =>
    item.id === 'communication' ? { ...item, measure: { ...item.measure, unit: 'answers' } } : item,
  );
  return Scenario.launched({ ...draft, items });
};

function withdrawnFrom(scenario: Scenario): Scenario {
  return scenario
    .after({
      type: 'ReduceCapacity',
      percent: 60,
      items: ['communication'],
      signedOffBy: 'hr',
      reason: 'zq',
    })
    .after({ type: 'WithdrawPlan', reason: 'zq' });
}

function relapsed(): Scenario {
  const scenario = steered().until('2027-04-02T15:00:00Z');
  return scenario.after({ type: 'RecordRelapse', date: '2027-04-01', item: 'accuracy', what: 'zq' });
}

describe('what other systems are told', () => {
  const lives = [silence(), relapsed(), withdrawnFrom(counted())];
  const told = lives.flatMap(toldBy);

  test('is of declared types, and every declared type is told by some life of a plan', () => {
    expect([...new Set(told.map(({ detailType }) => detailType))].sort()).toEqual(
      Object.keys(DETAIL_VERSIONS).sort(),
    );
  });

  test('has the shape that is declared for its type', () => {
    for (const { detailType, detail } of told) {
      const schema = detailSchemaOf(detailType as keyof typeof DETAIL_VERSIONS);
      const { properties, ...rest } = schema as { properties: Record<string, object> };
      // The ids of these plans are shorter than those of a store.
      const known = { ...properties, planId: { type: 'string' } };
      const shape = fromJSONSchema({ ...rest, properties: known, additionalProperties: false } as never);
      expect([detailType, shape.safeParse(detail).error?.issues ?? []]).toEqual([detailType, []]);
    }
  });

  test("holds nobody's words, name or address, and no reason of a pause", () => {
    expect(JSON.stringify(told)).not.toMatch(/zq|Jordan|Dana|Priya|agency\.example|accommodation|course/i);
  });

  test('promised trainings are told again, whole, when a change touched them, and only then', () => {
    const promised = toldBy(lives[1] as Scenario).filter(
      ({ detailType }) => detailType === 'TrainingPromised',
    );
    expect(promised.map(({ detail }) => detail.promises)).toEqual([
      [
        { item: 'accuracy', promise: 1, due: '2026-12-18' },
        { item: 'timeliness', promise: 2, due: '2027-01-29' },
      ],
      [
        { item: 'accuracy', promise: 1, due: '2026-12-18' },
        { item: 'timeliness', promise: 2, due: '2027-01-15' },
      ],
    ]);
  });

  test('no two of one event share a key', () => {
    for (const life of lives) {
      const keys = toldBy(life).map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });
});
