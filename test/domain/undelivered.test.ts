import { describe, expect, test } from 'vitest';
import { owed, type PlanEvent, type Undelivered } from '../../domain/index.ts';
import { dcDraft } from '../support/plans.ts';
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

  describe('while HR’s own mail goes to somebody else', () => {
    const told = (mail: Undelivered) => {
      const scenario = opened();
      scenario.when({ type: 'ReportWrongPerson', participant: 'hr', requestId: 'acknowledgement' });
      scenario.when({ type: 'RecordUndelivered', mail });
      return owed(scenario.events.at(-1) as PlanEvent, scenario.require()).map(
        (item) => item.kind === 'mail' && [item.to, item.about],
      );
    };

    test('nothing is sent there, and nobody but HR learns what was lost', () => {
      expect(told(lost('000004-mail-employee', 'employee'))).toEqual([]);
    });

    test('nobody is asked about a mail that asked the same', () => {
      expect(told(lost('000006-mail-reviewer', 'reviewer', 'mail-undelivered'))).toEqual([]);
    });

    test('nobody but HR learns who takes part in a survey', () => {
      const followUps = [
        { date: '2026-12-16', type: 'survey' as const, questions: ['Do you get an answer in time?'] },
      ];
      const draft = dcDraft({ followUps });
      const names = ['one', 'two', 'three', 'four', 'five', 'six'];
      for (const id of names) {
        draft.participants.push({
          id,
          role: 'stakeholder',
          name: `Person ${id}`,
          email: `${id}@city.example`,
        });
      }
      const scenario = Scenario.launched(draft).until('2026-12-16T15:00:00Z');
      const mail = { ...lost('000099-mail-one', 'one'), requestId: 'survey-2026-12-16' };
      const toldOf = () =>
        owed(scenario.events.at(-1) as PlanEvent, scenario.require()).map(
          (item) => item.kind === 'mail' && item.to,
        );
      scenario.when({ type: 'RecordUndelivered', mail });
      expect(toldOf()).toEqual(['hr']);
      scenario.when({ type: 'ReportWrongPerson', participant: 'hr', requestId: 'acknowledgement' });
      scenario.when({ type: 'RecordUndelivered', mail: { ...mail, key: '000100-mail-one' } });
      expect(toldOf()).toEqual([]);
    });
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
