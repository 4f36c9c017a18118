import { describe, expect, test } from 'vitest';
import {
  evolve,
  fold,
  type OutboxItem,
  owed,
  type Plan,
  type PlanEvent,
  stillOwed,
  summarise,
  UnknownEvent,
  UPCASTS,
  type Upcast,
} from '../../domain/index.ts';
import { decided, rated, signed } from '../support/answers.ts';
import { dcDraft } from '../support/plans.ts';
import { Scenario } from '../support/scenario.ts';

const last = (scenario: Scenario): PlanEvent => scenario.events.at(-1) as PlanEvent;
const owes = (scenario: Scenario): OutboxItem[] => owed(last(scenario), scenario.require());

describe('the record', () => {
  test('tells the same plan however often it is read', () => {
    const scenario = Scenario.launched().until('2027-03-01T00:00:00Z');
    expect(fold(scenario.events)).toEqual(scenario.plan);
    expect(scenario.require().version).toBe(scenario.events.length);
  });

  test('tells the same whether it is read at once or fact by fact, also where lists grow', () => {
    const scenario = Scenario.launched().until('2026-12-14T15:00:00Z');
    for (const value of [30, 31]) {
      const readings = [{ item: 'accuracy', date: '2026-12-11', value }];
      scenario
        .after({ type: 'RecordReadings', readings })
        .after({ type: 'Recognise', text: `Week of ${value}.` });
    }
    const before = structuredClone(scenario.plan);
    expect(fold(scenario.events)).toEqual(before);
    expect(scenario.plan).toEqual(before);
    expect(before?.readings.map(({ value }) => value)).toEqual([30, 31]);
  });

  test('reads older shapes by turning them into today’s', () => {
    const { PlanApproved } = UPCASTS;
    const comment: Upcast = (event) => ({ ...event, v: event.v + 1, comment: 'Read.' }) as PlanEvent;
    UPCASTS.PlanApproved = [comment];
    try {
      const scenario = new Scenario().after({ type: 'DraftPlan', planId: 'plan-1', draft: dcDraft() });
      const approved = {
        type: 'PlanApproved',
        seq: 2,
        at: scenario.now,
        actor: scenario.context.actor,
      } as const;
      expect(evolve(scenario.plan, { ...approved, v: 1 }).status).toBe('approved');
      expect(scenario.when({ type: 'ApprovePlan' })).toHaveLength(1);
      expect(last(scenario).v).toBe(2);
      expect(() => evolve(scenario.plan, { ...approved, v: 3 })).toThrow(UnknownEvent);
    } finally {
      UPCASTS.PlanApproved = PlanApproved;
    }
  });

  test('refuses facts and versions it was never taught, never skips them', () => {
    const scenario = Scenario.launched();
    const event = last(scenario);
    expect(() => evolve(scenario.plan, { ...event, v: 2 })).toThrow(UnknownEvent);
    expect(() => evolve(scenario.plan, { ...event, type: 'PlanSparkled' } as unknown as PlanEvent)).toThrow(
      UnknownEvent,
    );
  });
});

describe('what an event owes', () => {
  test('a launch starts the first run', () => {
    expect(owes(Scenario.launched())).toEqual([
      { kind: 'start-workflow', key: '000003-start', run: 1 },
      {
        kind: 'publish',
        key: '000003-publish',
        detailType: 'PlanLaunched',
        detail: { v: 1, planId: 'plan-1', run: 1, startDate: '2026-12-07', endDate: '2027-02-04' },
      },
      {
        kind: 'publish',
        key: '000003-publish-2',
        detailType: 'TrainingPromised',
        detail: { v: 1, planId: 'plan-1', promises: [{ item: 'accuracy', promise: 1, due: '2026-12-18' }] },
      },
    ]);
  });

  test('an opened question is mailed to each person with their own link', () => {
    expect(owes(Scenario.launched().until('2026-12-01T15:00:00Z'))).toEqual([
      {
        kind: 'mail',
        key: '000004-mail-employee',
        template: 'request-opened',
        to: 'employee',
        requestId: 'acknowledgement',
        link: 'link-1',
      },
      {
        kind: 'mail',
        key: '000004-mail-supervisor',
        template: 'request-opened',
        to: 'supervisor',
        requestId: 'acknowledgement',
        link: 'link-2',
      },
    ]);
  });

  test('the person it is about is told once that a decision is overdue, and then every fourth repeat', () => {
    const scenario = Scenario.launched().until('2027-02-05T14:00:00Z').until('2027-06-30T00:00:00Z');
    const { escalations = [] } = scenario.require().requests.decision ?? {};
    let plan: Plan | undefined;
    const told = scenario.events.flatMap((event) => {
      plan = evolve(plan, event);
      if (event.type !== 'Escalated' || event.requestId !== 'decision') return [];
      const isTold = owed(event, plan).some(
        (item) => item.kind === 'mail' && item.template === 'decision-overdue',
      );
      return isTold ? [event.step] : [];
    });
    const ladder = escalations.length;
    expect(told).toEqual([1, ladder + 4, ladder + 8, ladder + 12, ladder + 16]);
  });

  test('the person it is about is told that a decision is due, and that it is overdue', () => {
    const scenario = Scenario.launched().until('2027-02-05T14:00:00Z');
    const mails = () =>
      owes(scenario).flatMap((item) => (item.kind === 'mail' ? [`${item.template} ${item.to}`] : []));
    expect(mails()).toEqual(['request-opened supervisor', 'decision-awaited employee']);
    scenario.until('2027-02-19T22:00:00Z');
    expect(mails()).toEqual(['escalation reviewer', 'decision-overdue employee']);
  });

  test('a reminder carries the same link again', () => {
    const scenario = Scenario.launched().until('2026-12-03T14:00:00Z');
    expect(owes(scenario)).toMatchObject([
      { template: 'reminder', link: 'link-1' },
      { template: 'reminder', link: 'link-2' },
    ]);
  });

  test('only a complete answer wakes the workflow', () => {
    const scenario = Scenario.launched().until('2026-12-01T15:00:00Z');
    scenario.answer('acknowledgement', 'employee', signed('Jordan'));
    expect(owes(scenario)).toEqual([]);
    scenario.answer('acknowledgement', 'supervisor', signed('Dana'));
    expect(owes(scenario)).toEqual([{ kind: 'answer-task', key: '000006-wake', version: 6 }]);
  });

  test('a restart stops the old run and starts the new one', () => {
    const scenario = Scenario.launched();
    scenario.now = '2026-12-01T15:15:00Z';
    expect(owes(scenario.after({ type: 'RestartRun', run: 1 }))).toEqual([
      { kind: 'stop-workflow', key: '000004-stop', run: 1 },
      { kind: 'start-workflow', key: '000004-start', run: 2 },
    ]);
  });

  test('a withdrawal stops the run and tells everybody who was asked', () => {
    const scenario = Scenario.launched()
      .until('2026-12-01T15:00:00Z')
      .after({ type: 'WithdrawPlan', reason: 'Moved.' });
    expect(
      owes(scenario).map((item) => (item.kind === 'mail' ? `${item.template} ${item.to}` : item.kind)),
    ).toEqual(['stop-workflow', 'plan-withdrawn employee', 'plan-withdrawn supervisor', 'publish']);
  });

  test('whoever was only chased for the decision learns that it is made, without a copy', () => {
    const agencyHead = {
      id: 'head',
      role: 'agency_head',
      name: 'Ada Cole',
      email: 'ada@agency.example',
    } as const;
    const draft = dcDraft();
    const scenario = Scenario.launched({ ...draft, participants: [...draft.participants, agencyHead] });
    scenario.until('2027-03-01T00:00:00Z');
    scenario.answer('decision', 'supervisor', decided('met'));
    const event = scenario.events.find(({ type }) => type === 'DecisionRecorded') as PlanEvent;
    const mails = owed(event, scenario.require()).flatMap((item) =>
      item.kind === 'mail' ? [[item.to, Boolean(item.link)]] : [],
    );
    expect(mails).toEqual([
      ['employee', true],
      ['supervisor', true],
      ['hr', true],
      ['reviewer', true],
      ['head', false],
    ]);
  });

  test('a mail that is no longer true is not sent', () => {
    const scenario = Scenario.launched().until('2026-12-03T14:00:00Z');
    const [toEmployee, toSupervisor] = owes(scenario) as [OutboxItem, OutboxItem];
    scenario.answer('acknowledgement', 'employee', signed('Jordan'));
    expect([toEmployee, toSupervisor].map((item) => stillOwed(item, scenario.require()))).toEqual([
      false,
      true,
    ]);
  });
});

describe('the plan row', () => {
  test('says what is open, who is waited for, and when something next comes due', () => {
    const scenario = Scenario.launched().until('2026-12-15T14:00:00Z');
    scenario.answer('check-in-2026-12-18', 'employee', rated('near'));
    expect(summarise(scenario.require())).toMatchObject({
      planId: 'plan-1',
      status: 'active',
      pack: 'us-dc-6b1410@2024-12',
      nextDueAt: '2026-12-18T14:00:00Z',
      openRequests: [
        {
          id: 'check-in-2026-12-18',
          kind: 'check_in',
          dueAt: '2026-12-18T22:00:00Z',
          waitingFor: ['supervisor'],
        },
      ],
    });
  });
});
