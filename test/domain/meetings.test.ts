import { describe, expect, test } from 'vitest';
import { isMeeting, sequenceOf } from '../../domain/meetings.ts';
import { type OutboxItem, owed } from '../../domain/owed.ts';
import type { FollowUpType, Plan, ScheduledRequest } from '../../domain/plan.ts';
import { stillOwed } from '../../domain/still-owed.ts';
import { rated, signed } from '../support/answers.ts';
import { dcDraft } from '../support/plans.ts';
import { Scenario } from '../support/scenario.ts';

const CHECK_IN = 'check-in-2026-12-18';
type MailItem = Extract<OutboxItem, { kind: 'mail' }>;

/** The first check-in is open, and both sides were asked. */
function open(): Scenario {
  const scenario = Scenario.launched(dcDraft()).until('2026-12-01T15:00:00Z');
  scenario.answer('acknowledgement', 'employee', signed('Jordan Reyes'));
  scenario.answer('acknowledgement', 'supervisor', signed('Dana Whitfield'));
  return scenario.until('2026-12-17T15:00:00Z');
}

/** Mails about the meeting that the last command owed: key, template and whom to. */
function news(scenario: Scenario, run: (scenario: Scenario) => unknown): MailItem[] {
  const from = scenario.events.length;
  run(scenario);
  return scenario.events
    .slice(from)
    .flatMap((event) => owed(event, scenario.require()))
    .filter((item): item is MailItem => item.kind === 'mail' && item.template.startsWith('meeting-'));
}

const brief = (mails: MailItem[]) => mails.map(({ template, to }) => `${template} ${to}`);
const request = (plan: Plan) => plan.requests[CHECK_IN];
const resume = (scenario: Scenario): Scenario => {
  scenario.when({ type: 'PausePlan', from: '2026-12-17', reason: 'approved_absence' });
  scenario.until('2026-12-22T15:00:00Z');
  scenario.when({ type: 'ResumePlan', on: '2026-12-22' });
  return scenario;
};
const withdraw = (scenario: Scenario) => scenario.when({ type: 'WithdrawPlan', reason: 'Another post.' });
const sam = { id: 'sam', role: 'supervisor', name: 'Sam Okafor', email: 'sam@agency.example' } as const;

describe('a meeting whose day moves', () => {
  test('is told to everybody who was asked, each with their own link', () => {
    const mails = news(open(), resume);
    expect(mails).toEqual([
      {
        kind: 'mail',
        key: expect.stringMatching(/^\d{6}-mail-employee-check-in-2026-12-18$/),
        template: 'meeting-moved',
        to: 'employee',
        requestId: CHECK_IN,
        link: expect.any(String),
      },
      {
        kind: 'mail',
        key: expect.stringMatching(/^\d{6}-mail-supervisor-check-in-2026-12-18$/),
        template: 'meeting-moved',
        to: 'supervisor',
        requestId: CHECK_IN,
        link: expect.any(String),
      },
    ]);
    expect(new Set(mails.map(({ link }) => link)).size).toBe(2);
  });

  test('is not told to whoever has answered already', () => {
    const scenario = open();
    scenario.answer(CHECK_IN, 'employee', rated('near'));
    expect(brief(news(scenario, resume))).toEqual(['meeting-moved supervisor']);
  });

  test('is the next issue of the same meeting', () => {
    const before = open();
    expect(sequenceOf(request(before.require()) as never, 'employee')).toBe(0);
    const after = request(resume(before).require());
    expect(after).toMatchObject({ date: '2026-12-23', moves: [expect.any(Number)], callOffs: [] });
    expect(sequenceOf(after as never, 'employee')).toBe(1);
  });

  test('is told no more once it was answered, or is not asked', () => {
    const scenario = open();
    const [mail] = news(scenario, resume);
    expect(stillOwed(mail as MailItem, scenario.require())).toBe(true);
    scenario.answer(CHECK_IN, 'employee', rated('near'));
    expect(stillOwed(mail as MailItem, scenario.require())).toBe(false);
  });
});

describe('a meeting that goes', () => {
  test('with the plan is called off for everybody who was asked, answered or not', () => {
    const scenario = open();
    scenario.answer(CHECK_IN, 'employee', rated('near'));
    expect(brief(news(scenario, withdraw))).toEqual([
      'meeting-cancelled employee',
      'meeting-cancelled supervisor',
    ]);
    const seq = scenario.require().version;
    expect(request(scenario.require())?.callOffs).toEqual([
      { participant: 'employee', seq },
      { participant: 'supervisor', seq },
    ]);
  });

  test('after its day is not called off: whoever was there, was there', () => {
    expect(news(open().until('2026-12-19T15:00:00Z'), withdraw)).toEqual([]);
  });

  test('because an amendment takes its day is called off', () => {
    const gone = (scenario: Scenario) => {
      const items = scenario.require().draft.items.map((item) => ({
        ...item,
        checkIns: item.checkIns.map((each) =>
          each.date === '2026-12-18' ? { ...each, date: '2026-12-21' } : each,
        ),
      }));
      scenario.when({ type: 'AmendPlan', changes: { items }, reason: 'The course is later.' });
    };
    expect(brief(news(open(), gone))).toEqual(['meeting-cancelled employee', 'meeting-cancelled supervisor']);
  });

  test('from one person who leaves is called off for that person alone, even after they left', () => {
    const scenario = open();
    const mails = news(scenario, () =>
      scenario.when({ type: 'ChangeManager', supervisor: sam, reason: 'Dana moved to another unit.' }),
    );
    expect(brief(mails)).toEqual(['meeting-cancelled supervisor']);
    expect(mails[0]).not.toHaveProperty('link');
    expect(stillOwed(mails[0] as MailItem, scenario.require())).toBe(true);
  });

  test('and comes back for the same person stays in their calendar', () => {
    const scenario = open();
    const asked: MailItem = {
      kind: 'mail',
      key: 'k',
      template: 'meeting-cancelled',
      to: 'employee',
      requestId: CHECK_IN,
    };
    expect(stillOwed(asked, scenario.require())).toBe(false);
    withdraw(scenario);
    expect(stillOwed(asked, scenario.require())).toBe(true);
  });
});

test('nothing of a meeting goes to a mailbox that is somebody else’s', () => {
  const scenario = open();
  const [moved] = news(scenario, resume);
  withdraw(scenario);
  const gone: MailItem = { ...(moved as MailItem), template: 'meeting-cancelled' };
  expect(stillOwed(gone, scenario.require())).toBe(true);
  scenario.when({ type: 'ReportWrongPerson', participant: 'employee', requestId: CHECK_IN });
  expect(stillOwed(gone, scenario.require())).toBe(false);
});

test.each<[FollowUpType, 'ratings' | 'readings' | 'notes' | 'questions', boolean]>([
  ['progress', 'ratings', true],
  ['coaching', 'notes', true],
  ['review', 'ratings', true],
  ['site_visit', 'notes', true],
  ['monitoring', 'ratings', true],
  ['metrics', 'readings', false],
])('people meet for %s that asks for %s: %s', (type, asks, meets) => {
  const scheduled = { kind: 'check_in', followUp: { type, asks } } as ScheduledRequest;
  expect(isMeeting(scheduled)).toBe(meets);
});
