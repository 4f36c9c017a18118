import { describe, expect, test } from 'vitest';
import { type OutboxItem, owed, type PlanEvent, RulesBroken, stillOwed } from '../../domain/index.ts';
import { decided, REASONS, signed } from '../support/answers.ts';
import { livedUntil } from '../support/lived.ts';
import { dcDraft } from '../support/plans.ts';
import { Scenario } from '../support/scenario.ts';

const opened = () => Scenario.launched().until('2026-12-02T15:00:00Z');
const paper = {
  type: 'ServeOnPaper',
  requestId: 'acknowledgement',
  to: 'employee',
  on: '2026-12-02',
  witness: 'Sam Ortiz',
} as const;
const onPaper = { on: '2026-12-02', witness: 'Sam Ortiz' };
const served = { type: 'ServedOnPaper', requestId: 'acknowledgement', to: 'employee', ...onPaper };
const accepted = {
  kind: 'acknowledgement',
  choice: 'sign',
  typedName: 'Jordan Reyes',
  onPaper,
} as const;
const taken = (answer: object, complete = false) => ({
  type: 'RequestAnswered',
  requestId: 'acknowledgement',
  by: 'employee',
  answer,
  complete,
});
const faults = (scenario: Scenario, command: object) =>
  scenario
    .refuses(RulesBroken, { ...paper, ...command })
    .broken.map(({ field, message, rule }) => [field, message, rule]);
/** Every mail about the question to the employee came back. */
const unreached = (scenario: Scenario, requestId = 'acknowledgement'): Scenario => {
  const person = scenario.require().requests[requestId]?.respondents[0];
  for (const { key } of person?.mailed ?? [])
    scenario.when({
      type: 'RecordUndelivered',
      mail: { key, template: 'request-opened', to: 'employee', requestId, outcome: 'failed' },
    });
  return scenario;
};

describe('an acknowledgement on paper', () => {
  test('that is signed is the person’s answer, with the name as written and who saw it', () => {
    const scenario = opened();
    const facts = scenario.when({ ...paper, signed: true, typedName: 'Jordan Reyes' });
    expect(facts).toEqual([{ ...served, signed: true }, taken(accepted)]);
    const person = scenario.require().requests.acknowledgement?.respondents[0];
    expect(person).toMatchObject({
      participant: 'employee',
      answer: accepted,
      served: { ...onPaper, signed: true },
    });
    expect(person).not.toHaveProperty('evidence');
  });

  test('that completes the question owes what any answer would', () => {
    const scenario = opened();
    scenario.answer('acknowledgement', 'supervisor', signed('Dana'));
    scenario.when({ ...paper, signed: true, typedName: 'Jordan Reyes' });
    expect(scenario.require().requests.acknowledgement?.status).toBe('answered');
    expect(owed(scenario.events.at(-1) as PlanEvent, scenario.require())).toMatchObject([
      { kind: 'answer-task' },
    ]);
  });

  test('that somebody would not sign is a decline, with the reason if they gave one', () => {
    const declined = { kind: 'acknowledgement', choice: 'decline', typedName: '', onPaper };
    expect(opened().when({ ...paper, signed: false })).toEqual([
      { ...served, signed: false },
      taken(declined),
    ]);
    expect(opened().when({ ...paper, signed: false, reason: 'Wants advice first.' })[1]).toEqual(
      taken({ ...declined, reason: 'Wants advice first.' }),
    );
  });

  test('that was only handed over is no answer, and closes no earlier than a business day later', () => {
    const scenario = opened();
    expect(scenario.when(paper)).toEqual([served]);
    expect(scenario.require().requests.acknowledgement).toMatchObject({
      status: 'open',
      missedAt: '2026-12-08T22:00:00Z',
      respondents: [{ served: onPaper }, {}],
    });
    const late = unreached(opened().until('2026-12-08T15:00:00Z'));
    const facts = late.when({ ...paper, on: '2026-12-08' });
    expect(facts[0]).toEqual({ ...served, on: '2026-12-08', missedAt: '2026-12-09T22:00:00Z' });
    expect(late.require().requests.acknowledgement?.missedAt).toBe('2026-12-09T22:00:00Z');
  });

  test('recorded again says nothing new, also once the question is closed', () => {
    const scenario = opened();
    const command = { ...paper, signed: true, typedName: 'Jordan Reyes' } as const;
    scenario.answer('acknowledgement', 'supervisor', signed('Dana'));
    scenario.when(command);
    expect(scenario.when(command)).toEqual([]);
    const received = opened().after(paper);
    expect(received.when(paper)).toEqual([]);
    expect(received.when({ ...command })).toEqual([{ ...served, signed: true }, taken(accepted)]);
  });

  test('does not take the place of what somebody answered by link, but of what was on paper before', () => {
    const linked = opened();
    linked.answer('acknowledgement', 'employee', signed('Jordan Reyes'));
    expect(faults(linked, { signed: false })).toEqual([
      [
        '/signed',
        'They have answered by their link, and that stands: leave this out, or put what came on paper beside it with a note.',
        'product',
      ],
    ]);
    expect(linked.when(paper)).toEqual([served]);
    const refusedFirst = opened().after({ ...paper, signed: false });
    const first = refusedFirst.require().requests.acknowledgement?.respondents[0]?.served?.seq;
    const second = refusedFirst.when({ ...paper, signed: true, typedName: 'Jordan Reyes' });
    expect(second).toEqual([{ ...served, signed: true, replaces: first }, taken(accepted)]);
  });

  test('leaves the person free to answer otherwise by link while the question is open', () => {
    const scenario = opened().after({ ...paper, signed: false });
    expect(scenario.answer('acknowledgement', 'employee', signed('Jordan Reyes'))).toHaveLength(1);
  });
});

describe('service on paper is refused', () => {
  test.each([
    ['of a question that was not asked', { requestId: 'decision' }, '/requestId'],
    ['to somebody it was not put to', { to: 'hr' }, '/to'],
    ['before the question was asked', { on: '2026-11-30' }, '/on'],
    ['in the future', { on: '2026-12-03' }, '/on'],
    ['on a day that is none', { on: '2026-02-30' }, '/on'],
    ['without a witness', { witness: ' ' }, '/witness'],
    ['with a witness on two lines', { witness: 'Sam\nOrtiz' }, '/witness'],
    ['with the recipient as witness', { witness: 'jordan  reyes' }, '/witness'],
    ['with the recipient as witness, however they are written', { witness: 'JÓRDAN-Reyes.' }, '/witness'],
    [
      'with the person the plan is about as witness',
      { to: 'supervisor', witness: 'Jordan Reyes' },
      '/witness',
    ],
    ['with an id of theirs as witness', { witness: 'employee' }, '/witness'],
    ['signed without a name', { signed: true }, '/typedName'],
    ['with a name that nobody signed', { signed: false, typedName: 'Jordan Reyes' }, '/typedName'],
    ['with a name and not a word of signing', { typedName: 'Jordan Reyes' }, '/typedName'],
    ['signed, with a reason why not', { signed: true, typedName: 'J', reason: 'No.' }, '/reason'],
    ['with a reason that cannot be read', { signed: false, reason: '\u202Egnorw' }, '/reason'],
  ])('%s', (_, change, field) => {
    expect(faults(opened(), change).map(([at]) => at)).toEqual([field]);
  });

  test('once the question is closed, and the way out is a note', () => {
    const scenario = opened().until('2026-12-09T15:00:00Z');
    expect(faults(scenario, {})).toEqual([
      ['/requestId', 'This question is closed: put what came on paper beside it with a note.', 'product'],
    ]);
  });

  test('with what was answered to anything but an acknowledgement', () => {
    const scenario = Scenario.launched().until('2026-12-18T15:00:00Z');
    const command = { requestId: 'check-in-2026-12-18', on: '2026-12-18', typedName: 'J', reason: 'Ill.' };
    expect(faults(scenario, command).map(([field]) => field)).toEqual(['/typedName', '/reason']);
  });

  test('on a day that cannot be read, and says how days are written', () => {
    for (const day of ['4 January', '2026-12-2'])
      expect(faults(opened(), { on: day })).toEqual([
        ['/on', 'There is no such day: write one that exists, as YYYY-MM-DD.', 'product'],
      ]);
  });

  test('to whoever has left the plan', () => {
    const scenario = opened();
    scenario.answer('acknowledgement', 'supervisor', signed('Dana'));
    scenario.when({
      type: 'ChangeManager',
      supervisor: { id: 'lee', role: 'supervisor', name: 'Lee Park', email: 'lee@agency.example' },
      reason: 'Leads another unit.',
    });
    expect(faults(scenario, { to: 'supervisor' }).map(([field]) => field)).toEqual(['/to']);
  });
});

describe('what was recorded of a paper by mistake', () => {
  const mistaken = { ...paper, signed: true, typedName: 'Jordan Reyes' } as const;
  const askedOf = (scenario: Scenario) => scenario.require().requests.acknowledgement;
  const seqOf = (scenario: Scenario) => askedOf(scenario)?.respondents[0]?.served?.seq;
  const settled = () => {
    const scenario = opened();
    scenario.answer('acknowledgement', 'supervisor', signed('Dana'));
    return scenario.after(mistaken);
  };

  test('is taken back by recording that they only received it, and they are asked again', () => {
    const scenario = opened().after(mistaken);
    const facts = scenario.when(paper);
    expect(facts).toEqual([{ ...served, replaces: 5 }]);
    expect(scenario.events.find(({ seq }) => seq === 5)).toMatchObject({ ...served, signed: true });
    const request = askedOf(scenario);
    expect(request?.status).toBe('open');
    expect(request?.respondents[0]).not.toHaveProperty('answer');
    expect(request?.respondents[0]).not.toHaveProperty('answeredAt');
    expect(request?.respondents[0]).toMatchObject({ participant: 'employee', served: onPaper });
    scenario.until('2026-12-07T16:00:00Z');
    expect(scenario.events.findLast(({ type }) => type === 'Reminded')).toMatchObject({
      to: expect.arrayContaining(['employee']),
    });
    expect(scenario.answer('acknowledgement', 'employee', signed('Jordan Reyes'))).toHaveLength(1);
  });

  test('takes no answer back that came by link meanwhile', () => {
    const scenario = opened().after({ ...paper, signed: false });
    scenario.answer('acknowledgement', 'employee', signed('Jordan Reyes'));
    expect(scenario.when(paper)).toEqual([{ ...served, replaces: 5 }]);
    expect(askedOf(scenario)?.respondents[0]?.answer).toEqual(signed('Jordan Reyes'));
  });

  test('is put right after everybody has answered, without closing the question anew', () => {
    const scenario = settled();
    const before = askedOf(scenario);
    const replaces = seqOf(scenario);
    scenario.now = '2026-12-04T15:00:00Z';
    const declined = { kind: 'acknowledgement', choice: 'decline', typedName: '', onPaper };
    expect(scenario.when({ ...paper, signed: false })).toEqual([
      { ...served, signed: false, replaces },
      taken(declined),
    ]);
    expect(askedOf(scenario)).toMatchObject({ status: 'answered', closedAt: before?.closedAt });
    expect(askedOf(scenario)?.respondents[0]?.answer).toEqual(declined);
  });

  test.each([
    ['without a word of signing', {}, '/signed', 'say whether they signed'],
    [
      'on a day after it closed',
      { signed: false, on: '2026-12-03' },
      '/on',
      'to 2026-12-02, when the question closed',
    ],
  ])('is not put right then %s', (_, change, field, said) => {
    const scenario = settled();
    scenario.now = '2026-12-04T15:00:00Z';
    expect(faults(scenario, change)).toEqual([[field, expect.stringContaining(said), 'product']]);
  });

  test('stays as it is where the question closed without everybody’s answer', () => {
    const missed = opened().after(mistaken).until('2026-12-09T15:00:00Z');
    expect(askedOf(missed)?.status).toBe('missed');
    expect(faults(missed, { signed: false }).map(([field]) => field)).toEqual(['/requestId']);
  });

  test('stays as it is once the plan is over, and so does what was answered by link', () => {
    const over = settled().after({ type: 'WithdrawPlan', reason: 'Moved.' });
    expect(faults(over, { signed: false }).map(([field]) => field)).toEqual(['/requestId']);
    const linked = opened();
    linked.answer('acknowledgement', 'supervisor', signed('Dana'));
    linked.answer('acknowledgement', 'employee', signed('Jordan Reyes'));
    expect(faults(linked, { signed: false }).map(([field]) => field)).toEqual(['/requestId']);
  });

  test.each([
    ['another witness', { witness: 'Kim Lee' }, true],
    ['an earlier day', { on: '2026-12-01' }, true],
    ['a later day', { on: '2026-12-03' }, false],
    ['a signature beside it', { signed: true, typedName: 'Jordan Reyes' }, false],
  ])('or only first: of what was handed over, %s takes the place: %s', (_, change, isReplaced) => {
    const scenario = opened().after(paper);
    const replaces = seqOf(scenario);
    scenario.now = '2026-12-03T15:00:00Z';
    const [fact] = scenario.when({ ...paper, ...change });
    expect(fact).toMatchObject({ type: 'ServedOnPaper' });
    expect(fact && 'replaces' in fact ? fact.replaces : undefined).toBe(isReplaced ? replaces : undefined);
  });
});

describe('whoever something was recorded of on paper', () => {
  test.each([
    ['only received it', {}],
    ['signed', { signed: true, typedName: 'Jordan Reyes' }],
    ['did not sign', { signed: false }],
  ])('hears of it with their own link when they %s', (_, said) => {
    const scenario = opened().after({ ...paper, ...said });
    const plan = scenario.require();
    const event = scenario.events.find(({ type }) => type === 'ServedOnPaper') as PlanEvent;
    const mail = {
      kind: 'mail',
      key: '000005-mail-employee',
      template: 'served-on-paper',
      to: 'employee',
      requestId: 'acknowledgement',
      link: plan.requests.acknowledgement?.respondents[0]?.link,
    } as const;
    expect(mail.link).toEqual(expect.any(String));
    expect(owed(event, plan)).toEqual([mail]);
    expect(stillOwed(mail as OutboxItem, plan)).toBe(true);
  });

  test('hears nothing at an address that is somebody else’s', () => {
    const scenario = opened().after(paper);
    scenario.when({ type: 'ReportWrongPerson', participant: 'employee', requestId: 'acknowledgement' });
    const mail = { kind: 'mail', key: 'k', template: 'served-on-paper', to: 'employee' } as const;
    expect(stillOwed(mail, scenario.require())).toBe(false);
  });
});

describe('whoever was served on paper was reached', () => {
  test('so their silence is theirs, and the time does not end right after they were found', () => {
    const scenario = unreached(opened().until('2026-12-07T16:00:00Z'));
    scenario.when({ ...paper, on: '2026-12-07' });
    scenario.until('2026-12-08T22:00:00Z');
    expect(scenario.events.find(({ type }) => type === 'RequestMissed')).toMatchObject({
      by: expect.arrayContaining(['employee']),
      notReached: [],
    });
  });

  test('a response has its whole time from the day of service, and the plan closes after it', () => {
    const scenario = livedUntil('2027-02-05T14:00:00Z');
    scenario.answer('decision', 'supervisor', decided('reassign', { reasons: REASONS }));
    unreached(scenario, 'response-decision');
    scenario.now = '2027-02-09T15:00:00Z';
    const facts = scenario.when({ ...paper, requestId: 'response-decision', on: '2027-02-08', signed: true });
    expect(facts).toEqual([
      {
        ...served,
        requestId: 'response-decision',
        on: '2027-02-08',
        signed: true,
        missedAt: '2027-02-16T22:00:00Z',
      },
      { type: 'RunRestarted', run: expect.any(Number), because: 'schedule_changed' },
    ]);
    expect(scenario.require().requests['response-decision']).toMatchObject({
      dueAt: '2027-02-16T22:00:00Z',
      missedAt: '2027-02-16T22:00:00Z',
    });
    scenario.until('2027-02-16T22:00:00Z');
    expect(scenario.types().slice(-2)).toEqual(['RequestLapsed', 'PlanClosed']);
  });

  test('but the time to respond is the employee’s: whoever stands by them moves nothing', () => {
    const draft = dcDraft();
    const union = { id: 'union', role: 'representative', name: 'Lee Ortiz', email: 'lee@union.example' };
    draft.participants.push(union as (typeof draft.participants)[number]);
    const scenario = livedUntil('2027-02-05T14:00:00Z', { draft });
    scenario.answer('decision', 'supervisor', decided('reassign', { reasons: REASONS }));
    scenario.now = '2027-02-09T15:00:00Z';
    const service = { requestId: 'response-decision', to: 'union', on: '2027-02-09' };
    expect(scenario.when({ ...paper, ...service })).toEqual([{ ...served, ...service }]);
  });

  test('an answer that comes with the paper needs no more time', () => {
    const scenario = unreached(opened().until('2026-12-08T15:00:00Z'));
    const service = { ...paper, on: '2026-12-08', signed: false } as const;
    expect(scenario.when(service)[0]).toEqual({ ...served, on: '2026-12-08', signed: false });
  });

  test('a response that a mail had reached keeps its time', () => {
    const scenario = livedUntil('2027-02-05T14:00:00Z');
    scenario.answer('decision', 'supervisor', decided('reassign', { reasons: REASONS }));
    scenario.until('2027-02-09T15:00:00Z');
    const facts = scenario.when({ ...paper, requestId: 'response-decision', on: '2027-02-09' });
    expect(facts).toEqual([{ ...served, requestId: 'response-decision', on: '2027-02-09' }]);
  });
});
