import { describe, expect, test } from 'vitest';
import {
  type Command,
  isReached,
  type MailFeedback,
  type MailNamed,
  notReachedNow,
  owed,
  type PlanEvent,
  stillOwed,
} from '../../domain/index.ts';
import { signed } from '../support/answers.ts';
import { dcDraft } from '../support/plans.ts';
import { Scenario } from '../support/scenario.ts';

const draft = dcDraft();
const emailOf = (id: string): string => draft.participants.find((person) => person.id === id)?.email ?? '';

const QUESTION: MailNamed = {
  key: '000004-mail-employee',
  template: 'request-opened',
  to: 'employee',
  requestId: 'acknowledgement',
};

const feedback = (
  said: MailFeedback,
  mails: MailNamed[] = [QUESTION],
  given: Partial<Extract<Command, { type: 'RecordFeedback' }>> = {},
): Command => ({
  type: 'RecordFeedback',
  mails,
  said,
  sentTo: emailOf(mails[0]?.to ?? ''),
  sentAt: '2026-12-01T15:00:00Z',
  ...given,
});

/** The acknowledgement is asked for on Tuesday, 1 December. */
const opened = () => Scenario.launched().until('2026-12-01T15:00:00Z');

/** Whom the last `count` events owe which mail. */
const mailed = (scenario: Scenario, count = 1) =>
  scenario.events
    .slice(-count)
    .flatMap((event) => owed(event as PlanEvent, scenario.require()))
    .flatMap((item) => (item.kind === 'mail' ? [[item.template, item.to, item.about]] : []));

const missed = (scenario: Scenario) => scenario.events.find((event) => event.type === 'RequestMissed');

const SUSPENDED = { type: 'AddressSuspended', participant: 'employee', because: 'bounced' };
const BOUNCED = { type: 'MailUndelivered', ...QUESTION, outcome: 'bounced' };

describe('SES-5: a mail that came back for good', () => {
  test('is recorded once with the address it went to, and HR hears of it in one mail', () => {
    const scenario = opened();
    expect(scenario.when(feedback('bounced_for_good'))).toEqual([SUSPENDED, BOUNCED]);
    expect(mailed(scenario, 2)).toEqual([['address-suspended', 'hr', 'employee']]);
    expect(scenario.when(feedback('bounced_for_good'))).toEqual([]);
    expect(scenario.when(feedback('bounced_once'))).toEqual([]);
    expect(scenario.when(feedback('delayed'))).toEqual([]);
  });

  test('the next one is recorded, and HR is not asked again', () => {
    const scenario = opened().after(feedback('bounced_for_good'));
    const reminder = { ...QUESTION, key: '000009-mail-employee', template: 'reminder' as const };
    expect(scenario.when(feedback('bounced_for_good', [reminder]))).toEqual([
      { type: 'MailUndelivered', ...reminder, outcome: 'bounced' },
    ]);
    expect(mailed(scenario)).toEqual([]);
  });

  test('everything that went in one message with it did not arrive either', () => {
    const reminder = { ...QUESTION, key: '000009-mail-employee', template: 'reminder' as const };
    expect(opened().when(feedback('bounced_for_good', [QUESTION, reminder]))).toEqual([
      SUSPENDED,
      BOUNCED,
      { ...BOUNCED, ...reminder },
    ]);
  });

  test('nothing more is mailed there, nobody is said to have kept silent, and the plan goes on', () => {
    const scenario = opened().after(feedback('bounced_for_good'));
    const reminder = { kind: 'mail' as const, ...QUESTION, template: 'reminder' as const };
    expect(stillOwed(reminder, scenario.require())).toBe(false);
    expect(stillOwed({ ...reminder, to: 'supervisor' }, scenario.require())).toBe(true);
    scenario.until('2026-12-08T22:00:00Z');
    expect(missed(scenario)).toMatchObject({ by: ['supervisor'], notReached: ['employee'] });
    scenario.until('2026-12-11T15:00:00Z');
    expect(scenario.require().status).toBe('active');
  });

  test('a mailbox that took an earlier mail and takes none now holds no silence against anybody', () => {
    const scenario = opened().until('2026-12-07T20:00:00Z');
    const reminder = scenario.events.findLast((event) => event.type === 'Reminded');
    const key = `${String(reminder?.seq).padStart(6, '0')}-mail-employee`;
    const late = { ...QUESTION, key, template: 'reminder' as const };
    scenario.when(feedback('bounced_for_good', [late], { sentAt: '2026-12-07T14:00:00Z' }));
    scenario.until('2026-12-08T22:00:00Z');
    expect(missed(scenario)).toMatchObject({ by: ['supervisor'], notReached: ['employee'] });
  });

  test.each([
    ['another address', 'dana.new@agency.example'],
    ['the same, because its mailbox works again', emailOf('employee')],
  ])('with %s mail goes on, and what is open is asked again', (_case, email) => {
    const scenario = opened().after(feedback('bounced_for_good'));
    expect(notReachedNow(scenario.require())).toEqual(['employee']);
    const [corrected] = scenario.when({ type: 'CorrectAddress', participant: 'employee', email });
    expect(corrected).toMatchObject({
      type: 'AddressCorrected',
      email,
      handed: [{ requestId: 'acknowledgement', participant: 'employee' }],
    });
    expect(mailed(scenario)).toEqual([['request-opened', 'employee', undefined]]);
    expect(notReachedNow(scenario.require())).toEqual([]);
    expect(stillOwed({ kind: 'mail', ...QUESTION }, scenario.require())).toBe(true);
  });

  test('paper reaches them meanwhile', () => {
    const scenario = opened().after(feedback('bounced_for_good'));
    scenario.when({
      type: 'ServeOnPaper',
      requestId: 'acknowledgement',
      to: 'employee',
      on: '2026-12-01',
      witness: 'Robin Vale',
    });
    scenario.until('2026-12-20T15:00:00Z');
    expect(missed(scenario)).toMatchObject({ by: ['employee', 'supervisor'], notReached: [] });
  });

  test('an address that is not theirs any more stays without effect on the one that is', () => {
    const scenario = opened().after({
      type: 'CorrectAddress',
      participant: 'employee',
      email: 'dana.new@agency.example',
    });
    expect(scenario.when(feedback('bounced_for_good'))).toEqual([BOUNCED]);
  });

  test('an old message says nothing about a mailbox that HR has confirmed since', () => {
    const scenario = opened().after(feedback('complained'));
    scenario.now = '2026-12-02T15:00:00Z';
    scenario.when({ type: 'CorrectAddress', participant: 'employee', email: emailOf('employee') });
    expect(scenario.when(feedback('bounced_for_good'))).toEqual([BOUNCED]);
    const again = { ...QUESTION, key: '000007-mail-employee-acknowledgement' };
    expect(scenario.when(feedback('bounced_for_good', [again], { sentAt: '2026-12-02T15:00:00Z' }))).toEqual([
      SUSPENDED,
      { ...BOUNCED, ...again },
    ]);
  });

  test('the link they have still opens: it is not replaced by one that would not get there', () => {
    const scenario = opened();
    const link = scenario.require().requests.acknowledgement?.respondents[0]?.link ?? '';
    const renewal: Command = {
      type: 'RenewLink',
      link,
      participant: 'employee',
      requestId: 'acknowledgement',
      purpose: 'answer',
    };
    scenario.when(feedback('bounced_for_good'));
    expect(scenario.when(renewal)).toEqual([]);
    expect(scenario.answer('acknowledgement', 'employee', signed('Dana Whitfield'))).not.toEqual([]);
  });

  test('HR’s own goes to the next who can see to it, and of a survey nobody but HR hears', () => {
    const scenario = opened();
    const mail: MailNamed = { key: '000009-mail-hr', template: 'escalation', to: 'hr' };
    scenario.when(feedback('bounced_for_good', [mail]));
    const [[template, to, about] = []] = mailed(scenario, 2);
    expect([template, about]).toEqual(['address-suspended', 'hr']);
    expect(to).not.toBe('hr');
    expect(mailed(scenario, 2)).toHaveLength(1);
  });
});

describe('a bounce that may pass', () => {
  test('counts as not delivered, and the address stays in use', () => {
    const scenario = opened();
    expect(scenario.when(feedback('bounced_once'))).toEqual([BOUNCED]);
    expect(mailed(scenario)).toEqual([['mail-undelivered', 'hr', 'employee']]);
    expect(stillOwed({ kind: 'mail', ...QUESTION }, scenario.require())).toBe(true);
  });

  test('HR is not asked to reach somebody who has answered meanwhile', () => {
    const scenario = opened();
    scenario.answer('acknowledgement', 'employee', signed('Dana Whitfield'));
    expect(scenario.when(feedback('bounced_once'))).toEqual([BOUNCED]);
    expect(mailed(scenario)).toEqual([]);
  });

  test('when it comes after the question has closed, whoever decides sees that silence says nothing', () => {
    const scenario = opened().until('2026-12-08T22:00:00Z');
    expect(missed(scenario)).toMatchObject({ by: ['employee', 'supervisor'], notReached: [] });
    const keys = scenario
      .require()
      .requests.acknowledgement?.respondents.find(({ participant }) => participant === 'employee')
      ?.mailed.map(({ key }) => key);
    for (const key of keys ?? []) scenario.when(feedback('bounced_once', [{ ...QUESTION, key }]));
    const request = scenario.require().requests.acknowledgement;
    const reached = request?.respondents.map((person) => [
      person.participant,
      isReached(person, request, scenario.require()),
    ]);
    expect(reached).toEqual([
      ['employee', false],
      ['supervisor', true],
    ]);
  });
});

describe('a mail that was called unwanted', () => {
  const COMPLAINED = { type: 'AddressSuspended', participant: 'employee', because: 'complained' };

  test('did arrive, and nothing more is mailed there until HR has asked', () => {
    const scenario = opened();
    expect(scenario.when(feedback('complained'))).toEqual([COMPLAINED]);
    expect(mailed(scenario)).toEqual([['address-suspended', 'hr', 'employee']]);
    expect(stillOwed({ kind: 'mail', ...QUESTION }, scenario.require())).toBe(false);
    expect(notReachedNow(scenario.require())).toEqual(['employee']);
    expect(scenario.when(feedback('complained'))).toEqual([]);
  });

  test('is evidence of having been reached; what is kept back after it is none', () => {
    const scenario = opened().until('2026-12-07T20:00:00Z');
    scenario.when(feedback('complained'));
    scenario.until('2026-12-08T22:00:00Z');
    expect(missed(scenario)).toMatchObject({ by: ['employee', 'supervisor'] });
    const checkIn = scenario.require().scheduled.find(({ kind }) => kind === 'check_in');
    scenario.until('2027-01-10T15:00:00Z');
    const silent = scenario.events.find(
      (event) => event.type === 'RequestMissed' && event.requestId === checkIn?.id,
    );
    expect(silent).toMatchObject({ by: ['supervisor'], notReached: ['employee'] });
  });

  test('one that was withheld for it did not arrive', () => {
    expect(opened().when(feedback('withheld'))).toEqual([
      COMPLAINED,
      { type: 'MailUndelivered', ...QUESTION, outcome: 'rejected' },
    ]);
  });
});

test('a mail that was not passed on is not delivered, and HR hears of it', () => {
  const scenario = opened();
  expect(scenario.when(feedback('rejected'))).toEqual([
    { type: 'MailUndelivered', ...QUESTION, outcome: 'rejected' },
  ]);
  expect(mailed(scenario)).toEqual([['mail-undelivered', 'hr', 'employee']]);
});

describe('SES-6: a mail that takes long', () => {
  test('is one line of the record, asks nothing of anybody and says nothing about anybody', () => {
    const scenario = opened();
    expect(scenario.when(feedback('delayed'))).toEqual([{ type: 'MailDelayed', ...QUESTION }]);
    expect(mailed(scenario)).toEqual([]);
    expect(scenario.when(feedback('delayed'))).toEqual([]);
    scenario.until('2026-12-08T22:00:00Z');
    expect(missed(scenario)).toMatchObject({ by: ['employee', 'supervisor'], notReached: [] });
  });
});

describe('INV-16: a mail of which nobody knew whether it left', () => {
  const unknown = () =>
    opened().after({ type: 'RecordUndelivered', mail: { ...QUESTION, outcome: 'unknown' } });

  test('is found once, and what was recorded stays', () => {
    const scenario = unknown();
    expect(scenario.when({ type: 'RecordFound', mails: [QUESTION] })).toEqual([
      { type: 'MailFound', ...QUESTION },
    ]);
    expect(scenario.when({ type: 'RecordFound', mails: [QUESTION] })).toEqual([]);
    expect(scenario.types().slice(-2)).toEqual(['MailUndelivered', 'MailFound']);
    scenario.until('2026-12-08T22:00:00Z');
    expect(missed(scenario)).toMatchObject({ by: ['employee', 'supervisor'], notReached: [] });
  });

  test('and that came back, came back', () => {
    const scenario = unknown();
    expect(scenario.when(feedback('bounced_once'))).toEqual([BOUNCED]);
    expect(scenario.require().undelivered).toEqual([{ ...QUESTION, outcome: 'bounced' }]);
    expect(scenario.when({ type: 'RecordFound', mails: [QUESTION] })).toEqual([]);
  });

  test('is not known to have failed by what is not known of it', () => {
    const scenario = opened().after(feedback('bounced_once'));
    expect(scenario.when({ type: 'RecordUndelivered', mail: { ...QUESTION, outcome: 'unknown' } })).toEqual(
      [],
    );
  });
});

test('a plan without the person any more keeps what became of their mail, and no address', () => {
  const scenario = opened();
  const former = { ...QUESTION, to: 'somebody-else' };
  expect(scenario.when(feedback('bounced_for_good', [former]))).toEqual([
    { type: 'MailUndelivered', ...former, outcome: 'bounced' },
  ]);
});

test('whoever nothing is mailed to is not named as reminded, and the reminder still counts', () => {
  const scenario = opened();
  scenario.when(feedback('bounced_for_good'));
  scenario.until('2026-12-09T15:00:00Z');
  const reminders = scenario.events.flatMap((event) => (event.type === 'Reminded' ? [event] : []));
  expect(reminders.length).toBeGreaterThan(0);
  expect(reminders.flatMap(({ to }) => to)).not.toContain('employee');
  expect(reminders.map(({ step }) => step)).toEqual(reminders.map((_, index) => index + 1));
});
