import { describe, expect, test } from 'vitest';
import {
  isReached,
  type LinkScope,
  linkState,
  NotAsked,
  opensOnceRenewed,
  owed,
  type PlanEvent,
  type Request,
  RulesBroken,
  stillOwed,
} from '../../domain/index.ts';
import { dcDraft } from '../support/plans.ts';
import { Scenario } from '../support/scenario.ts';

const ASKED = '2026-12-01T15:00:00Z';
const EMPLOYEE = 'jordan.reyes@agency.example';
const NEW = 'j.reyes@agency.example';

/** A launched plan whose acknowledgement is open. */
const open = (): Scenario => Scenario.launched().until(ASKED);

const scopeOf = (scenario: Scenario, requestId = 'acknowledgement', participant = 'employee'): LinkScope => {
  const person = scenario
    .require()
    .requests[requestId]?.respondents.find((one) => one.participant === participant);
  if (!person) throw new Error(`${participant} was not asked.`);
  return { link: person.link, planId: 'plan-1', participant, purpose: 'answer', requestId, seq: 4 };
};

const renew = (scope: LinkScope) => {
  const { link, participant, requestId, purpose } = scope;
  return { type: 'RenewLink', link, participant, requestId, purpose } as const;
};
const report = { type: 'ReportWrongPerson', participant: 'employee', requestId: 'acknowledgement' } as const;
const correct = (email: string) => ({ type: 'CorrectAddress', participant: 'employee', email }) as const;

/** The mails that the newest event owes: whom, what, and by which link. */
const mailsOf = (scenario: Scenario) =>
  owed(scenario.events.at(-1) as PlanEvent, scenario.require()).flatMap((item) =>
    item.kind === 'mail' ? [item] : [],
  );

describe('a new link', () => {
  test('is one more generation, mailed with the link to the person it is for', () => {
    const scenario = open();
    const scope = scopeOf(scenario);
    expect(scenario.when(renew(scope))).toEqual([
      {
        type: 'LinkRenewed',
        link: scope.link,
        participant: 'employee',
        requestId: 'acknowledgement',
        purpose: 'answer',
        generation: 2,
      },
    ]);
    expect(mailsOf(scenario)).toEqual([
      {
        kind: 'mail',
        key: '000005-mail-employee',
        template: 'link-renewed',
        to: 'employee',
        requestId: 'acknowledgement',
        link: scope.link,
      },
    ]);
    expect(scenario.when(renew(scope))).toMatchObject([{ generation: 3 }]);
  });

  test('is sent three times within a day to one person, whichever link they ask for, and then stays quiet', () => {
    const scenario = open();
    const scope = scopeOf(scenario);
    for (let time = 0; time < 3; time++) expect(scenario.when(renew(scope))).toHaveLength(1);
    expect(scenario.when(renew(scope))).toEqual([]);
    expect(scenario.when(renew(scopeOf(scenario, 'acknowledgement', 'supervisor')))).toHaveLength(1);
    scenario.now = '2026-12-02T14:59:59Z';
    expect(scenario.when(renew(scope))).toEqual([]);
    scenario.now = '2026-12-02T15:00:00Z';
    expect(scenario.when(renew(scope))).toHaveLength(1);
  });

  test('is not sent to whoever has left, nor for a question of somebody else', () => {
    const scenario = open();
    const scope = scopeOf(scenario);
    expect(scenario.refuses(NotAsked, renew({ ...scope, participant: 'nobody' })).requestId).toBe(
      'acknowledgement',
    );
    expect(scenario.refuses(NotAsked, renew({ ...scope, link: 'link-99' })).requestId).toBe(
      'acknowledgement',
    );
  });

  test('opens the plan for thirty days when what it was for is no more to be read', () => {
    const scenario = open().until('2026-12-18T15:00:00Z');
    const scope = scopeOf(scenario, 'check-in-2026-12-18');
    scenario.when({ type: 'WithdrawPlan', reason: 'Drafted in error.' });
    scenario.now = '2027-02-01T15:00:00Z';
    expect(linkState(scope, scenario.require(), scenario.now)).toBe('expired');
    expect(scenario.when(renew(scope))).toHaveLength(1);
    const renewed = { ...scope, seq: scenario.require().version };
    expect(linkState(renewed, scenario.require(), '2027-03-03T14:59:59Z')).toBe('plan');
    expect(linkState(renewed, scenario.require(), '2027-03-03T15:00:00Z')).toBe('expired');
  });
});

describe('mail that reached the wrong person', () => {
  test('is reported once; HR is told whose address it is, and nothing more is owed to it', () => {
    const scenario = open();
    expect(scenario.when(report)).toEqual([
      { type: 'WrongPersonReported', participant: 'employee', requestId: 'acknowledgement' },
    ]);
    const [mail, ...others] = mailsOf(scenario);
    expect(others).toEqual([]);
    expect(mail).toEqual({
      kind: 'mail',
      key: '000005-mail-hr',
      template: 'wrong-person',
      to: 'hr',
      about: 'employee',
    });
    expect(scenario.when(report)).toEqual([]);
    const plan = scenario.require();
    const reminder = { kind: 'mail', key: 'k', template: 'reminder', requestId: 'acknowledgement' } as const;
    expect(stillOwed({ ...reminder, to: 'employee' }, plan)).toBe(false);
    expect(stillOwed({ ...reminder, to: 'supervisor' }, plan)).toBe(true);
    expect(stillOwed(mail as NonNullable<typeof mail>, plan)).toBe(true);
    scenario.when(correct(NEW));
    expect(stillOwed(mail as NonNullable<typeof mail>, scenario.require())).toBe(false);
  });

  test('closes every link of that person and of nobody else, and no new one is sent', () => {
    const scenario = open();
    const [own, other] = [scopeOf(scenario), scopeOf(scenario, 'acknowledgement', 'supervisor')];
    scenario.when(report);
    expect(linkState(own, scenario.require(), scenario.now)).toBe('revoked');
    expect(linkState({ ...own, seq: 99 }, scenario.require(), scenario.now)).toBe('revoked');
    expect(linkState(other, scenario.require(), scenario.now)).toBe('open');
    expect(scenario.refuses(NotAsked, renew(own)).requestId).toBe('acknowledgement');
  });

  test('goes up when it is the only HR person’s own', () => {
    const scenario = open();
    scenario.when({ ...report, participant: 'hr' });
    expect(mailsOf(scenario).map(({ to, about }) => [to, about])).toEqual([['reviewer', 'hr']]);
  });

  test('is told to nobody who gets no mail either', () => {
    const scenario = open();
    scenario.when({ ...report, participant: 'hr' });
    scenario.when(report);
    expect(mailsOf(scenario).map(({ to, about }) => [to, about])).toEqual([['reviewer', 'employee']]);
    scenario.when({ ...report, participant: 'reviewer' });
    expect(mailsOf(scenario).map(({ to, about }) => [to, about])).toEqual([['supervisor', 'reviewer']]);
  });

  test('is no mail at all: silence is held against nobody', () => {
    const scenario = open();
    const reached = () => {
      const plan = scenario.require();
      const request = plan.requests.acknowledgement as Request;
      return request.respondents.map((person) => [
        person.participant,
        isReached(person, request, plan, '2026-12-04T15:00:00Z'),
      ]);
    };
    expect(reached()).toEqual([
      ['employee', true],
      ['supervisor', true],
    ]);
    scenario.now = '2026-12-02T15:00:00Z';
    scenario.when(report);
    expect(reached()).toEqual([
      ['employee', false],
      ['supervisor', true],
    ]);
    scenario.when(correct(NEW));
    expect(reached()[0]).toEqual(['employee', true]);
  });

  test('is said to have reached nobody when the question closes', () => {
    const scenario = open();
    scenario.when(report);
    scenario.until('2026-12-12T15:00:00Z');
    const missed = scenario.events.find((event) => event.type === 'RequestMissed');
    expect(missed).toMatchObject({
      requestId: 'acknowledgement',
      by: ['supervisor'],
      notReached: ['employee'],
    });
  });

  test('did reach them when the address turns out right: only what was held back did not', () => {
    const scenario = open().until('2026-12-01T20:00:00Z');
    scenario.when(report);
    scenario.now = '2026-12-01T22:00:00Z';
    scenario.when(correct(` ${EMPLOYEE.toUpperCase()} `));
    const plan = scenario.require();
    expect(plan.misdirected).toEqual([
      {
        participant: 'employee',
        from: '2026-12-01T20:00:00Z',
        reportedAt: '2026-12-01T20:00:00Z',
        to: '2026-12-01T22:00:00Z',
      },
    ]);
  });
});

describe('another address', () => {
  test('revokes the links that went to the old one, and asks what is open again with new ones', () => {
    const scenario = open();
    const before = scopeOf(scenario);
    expect(scenario.when(correct(NEW))).toEqual([
      {
        type: 'AddressCorrected',
        participant: 'employee',
        email: NEW,
        handed: [{ requestId: 'acknowledgement', participant: 'employee', link: 'link-3' }],
      },
    ]);
    expect(mailsOf(scenario)).toEqual([
      {
        kind: 'mail',
        key: '000005-mail-employee-acknowledgement',
        template: 'request-opened',
        to: 'employee',
        requestId: 'acknowledgement',
        link: 'link-3',
      },
    ]);
    const plan = scenario.require();
    expect(plan.draft.participants[0]?.email).toBe(NEW);
    expect(linkState(before, plan, scenario.now)).toBe('revoked');
    expect(linkState({ ...before, link: 'link-3', seq: 5 }, plan, scenario.now)).toBe('open');
    expect(
      plan.requests.acknowledgement?.respondents.map(({ participant, link }) => [participant, link]),
    ).toEqual([
      ['employee', 'link-3'],
      ['supervisor', 'link-2'],
    ]);
    expect(scenario.when(correct(NEW))).toEqual([]);
  });

  test('by an amendment does the same, and nobody signs anew for it', () => {
    const scenario = open();
    const before = scopeOf(scenario);
    const participants = dcDraft().participants.map((person) =>
      person.id === 'employee' ? { ...person, email: NEW } : person,
    );
    const [fact] = scenario.when({ type: 'AmendPlan', changes: { participants }, reason: 'A typing error.' });
    expect(fact).toMatchObject({
      type: 'PlanAmended',
      revision: {
        superseded: [],
        handed: [{ requestId: 'acknowledgement', participant: 'employee', link: 'link-3' }],
      },
    });
    const plan = scenario.require();
    expect(linkState(before, plan, scenario.now)).toBe('revoked');
    const seq = scenario.events.find(({ type }) => type === 'PlanAmended')?.seq ?? 0;
    expect(linkState({ ...before, link: 'link-3', seq }, plan, scenario.now)).toBe('open');
    expect(plan.requests.acknowledgement?.respondents).toMatchObject([
      {
        participant: 'employee',
        link: 'link-3',
        mailed: [{}, { key: `00000${seq}-mail-employee-acknowledgement` }],
      },
      { participant: 'supervisor', link: 'link-2' },
    ]);
  });

  test('asks nothing again that was answered', () => {
    const scenario = open();
    scenario.answer('acknowledgement', 'employee', {
      kind: 'acknowledgement',
      choice: 'sign',
      typedName: 'Jordan Reyes',
    });
    expect(scenario.when(correct(NEW))).toMatchObject([{ type: 'AddressCorrected', handed: [] }]);
  });

  test('has to be one, and one’s own', () => {
    const scenario = open();
    const faults = (email: string) =>
      scenario.refuses(RulesBroken, correct(email)).broken.map(({ field }) => field);
    expect(faults('not an address')).toEqual(['/email']);
    expect(faults('dana.whitfield@agency.example')).toEqual(['/email']);
    expect(
      scenario
        .refuses(RulesBroken, { ...correct(NEW), participant: 'nobody' })
        .broken.map(({ field }) => field),
    ).toEqual(['/participant']);
  });
});

describe('whether a new link would open anything', () => {
  const LATER = '2030-01-01T15:00:00Z';

  test('it would, the plan, for whoever was asked and is still in it', () => {
    const scenario = open();
    const scope = scopeOf(scenario);
    scenario.when({ type: 'WithdrawPlan', reason: 'Drafted in error.' });
    expect(linkState(scope, scenario.require(), LATER)).toBe('expired');
    expect(opensOnceRenewed(scope, scenario.require(), LATER)).toBe(true);
  });

  test('it would not for whoever was asked in a survey, or reported that the mail was not theirs', () => {
    const scenario = open();
    const scope = scopeOf(scenario);
    scenario.when(report);
    expect(opensOnceRenewed(scope, scenario.require(), ASKED)).toBe(false);
    const plan = open().require();
    const request = plan.requests.acknowledgement as Request;
    const survey: Request = { ...request, kind: 'survey', status: 'answered', closedAt: ASKED };
    const surveyed = { ...plan, requests: { acknowledgement: survey } };
    expect(opensOnceRenewed(scope, surveyed, LATER)).toBe(false);
  });
});
