import { describe, expect, test } from 'vitest';
import { owed, type PlanEvent, type Undelivered } from '../../domain/index.ts';
import { Scenario } from '../support/scenario.ts';

const lost = (
  key: string,
  to: string,
  template: Undelivered['template'] = 'request-opened',
): Undelivered => ({
  key,
  template,
  to,
  requestId: 'acknowledgement',
  outcome: 'failed',
});

describe('a mail that did not leave', () => {
  const opened = () => Scenario.launched().until('2026-12-01T15:00:00Z');

  test('is recorded once, and HR is asked to reach the person another way', () => {
    const scenario = opened();
    const mail = lost('000004-mail-employee', 'employee');
    expect(scenario.when({ type: 'RecordUndelivered', mail })).toEqual([
      { type: 'MailUndelivered', ...mail },
    ]);
    expect(owed(scenario.events.at(-1) as PlanEvent, scenario.require())).toEqual([
      {
        kind: 'mail',
        key: '000005-mail-hr',
        template: 'mail-undelivered',
        to: 'hr',
        requestId: 'acknowledgement',
        about: 'employee',
      },
    ]);
    expect(scenario.when({ type: 'RecordUndelivered', mail })).toEqual([]);
  });

  test('to HR itself sends no mail about itself', () => {
    const scenario = opened();
    scenario.when({ type: 'RecordUndelivered', mail: lost('000009-mail-hr', 'hr', 'escalation') });
    expect(owed(scenario.events.at(-1) as PlanEvent, scenario.require())).toEqual([]);
  });

  test('is not held against the person: whoever no mail reached is not said to have kept silent', () => {
    const scenario = opened();
    scenario.when({ type: 'RecordUndelivered', mail: lost('000004-mail-employee', 'employee') });
    scenario.until('2026-12-03T14:00:00Z');
    scenario.when({ type: 'RecordUndelivered', mail: lost('000006-mail-employee', 'employee', 'reminder') });
    scenario.until('2026-12-07T14:00:00Z');
    scenario.when({ type: 'RecordUndelivered', mail: lost('000009-mail-employee', 'employee', 'reminder') });
    scenario.until('2026-12-08T22:00:00Z');
    expect(scenario.events.find((event) => event.type === 'RequestMissed')).toMatchObject({
      by: ['supervisor'],
      notReached: ['employee'],
    });
  });

  test('and one that may still be on its way are no evidence that somebody kept silent', () => {
    const scenario = opened();
    scenario.when({ type: 'RecordUndelivered', mail: lost('000004-mail-employee', 'employee') });
    scenario.until('2026-12-03T14:00:00Z');
    scenario.when({ type: 'RecordUndelivered', mail: lost('000006-mail-employee', 'employee', 'reminder') });
    // The second reminder leaves on Monday 7 December; the question closes on Tuesday.
    scenario.until('2026-12-08T22:00:00Z');
    expect(scenario.events.find((event) => event.type === 'RequestMissed')).toMatchObject({
      by: ['supervisor'],
      notReached: ['employee'],
    });
  });

  test('does not excuse somebody whom another mail about the question reached', () => {
    const scenario = opened();
    scenario.when({ type: 'RecordUndelivered', mail: lost('000004-mail-employee', 'employee') });
    scenario.until('2026-12-08T22:00:00Z');
    expect(scenario.events.find((event) => event.type === 'RequestMissed')).toMatchObject({
      by: ['employee', 'supervisor'],
      notReached: [],
    });
  });
});
