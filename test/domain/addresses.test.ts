import { describe, expect, test } from 'vitest';
import {
  type Command,
  evolve,
  isReached,
  MOST_GENERATIONS,
  type Plan,
  type Request,
  stamp,
} from '../../domain/index.ts';
import { decided, REASONS, signed } from '../support/answers.ts';
import { livedUntil } from '../support/lived.ts';
import { dcDraft } from '../support/plans.ts';
import { Scenario } from '../support/scenario.ts';

const RIGHT = 'jordan.reyes@agency.example';
const NEW = 'j.reyes@agency.example';
/** The last minute of the acknowledgement, and of the business day after it. */
const LAST_MINUTE = '2026-12-08T21:59:00Z';
const NEXT_CLOSE = '2026-12-09T22:00:00Z';

const open = (): Scenario => Scenario.launched().until('2026-12-01T15:00:00Z');
const report = { type: 'ReportWrongPerson', participant: 'employee', requestId: 'acknowledgement' } as const;
const correct = (email: string): Command => ({ type: 'CorrectAddress', participant: 'employee', email });
const amend = (email: string, draft = dcDraft()): Command => ({
  type: 'AmendPlan',
  changes: {
    participants: draft.participants.map((one) => (one.id === 'employee' ? { ...one, email } : one)),
  },
  reason: 'Their address is another.',
});

const missed = (scenario: Scenario) => scenario.events.find(({ type }) => type === 'RequestMissed');
const closesAt = (scenario: Scenario) => scenario.require().requests.acknowledgement?.missedAt;

describe('whoever could not be reached until now is not said to have kept silent', () => {
  test('when a mistaken report is lifted in the last minute', () => {
    const scenario = open().after(report).until(LAST_MINUTE);
    expect(scenario.when(correct(RIGHT))[0]).toMatchObject({ handed: [{ missedAt: NEXT_CLOSE }] });
    expect(closesAt(scenario)).toBe(NEXT_CLOSE);
    expect(scenario.types()).toContain('RunRestarted');
    scenario.until(NEXT_CLOSE);
    expect(missed(scenario)).toMatchObject({ at: NEXT_CLOSE, by: ['supervisor'], notReached: ['employee'] });
  });

  test.each([
    ['is corrected', correct(NEW)],
    ['is amended', amend(NEW)],
  ])('when their address %s in the last minute', (_, command) => {
    const scenario = open().until(LAST_MINUTE);
    scenario.when(command);
    expect(closesAt(scenario)).toBe(NEXT_CLOSE);
    scenario.until(NEXT_CLOSE);
    expect(missed(scenario)).toMatchObject({ at: NEXT_CLOSE, by: ['supervisor'], notReached: ['employee'] });
  });

  test('when one wrong address took the place of another, and that was reported', () => {
    const scenario = open();
    scenario.now = '2026-12-02T15:00:00Z';
    scenario.after(correct('somebody@else.example'));
    scenario.now = '2026-12-03T15:00:00Z';
    scenario.after(report).until('2026-12-08T22:00:00Z');
    expect(missed(scenario)).toMatchObject({ by: ['supervisor'], notReached: ['employee'] });
  });

  test('but whoever kept silent for days after their address was right is', () => {
    const scenario = open();
    scenario.now = '2026-12-02T15:00:00Z';
    expect(scenario.when(correct(NEW))[0]).not.toHaveProperty('handed.0.missedAt');
    scenario.until('2026-12-08T22:00:00Z');
    expect(missed(scenario)).toMatchObject({ by: expect.arrayContaining(['employee']), notReached: [] });
  });

  test('and what closed before the address changed stays as it was', () => {
    const scenario = open().until('2026-12-08T22:00:00Z');
    const closed = scenario.require().requests.acknowledgement as Request;
    scenario.now = '2026-12-11T15:00:00Z';
    scenario.when(correct(NEW));
    expect(missed(scenario)).toMatchObject({ by: expect.arrayContaining(['employee']) });
    expect(scenario.require().requests.acknowledgement).toEqual(closed);
    const [employee] = closed.respondents;
    expect(employee && isReached(employee, closed, scenario.require())).toBe(true);
  });

  test('and paper before a witness had reached them wherever their mail went', () => {
    const scenario = open().until('2026-12-07T16:00:00Z');
    const paper = { requestId: 'acknowledgement', to: 'employee', on: '2026-12-07', witness: 'Sam Ortiz' };
    scenario.after({ type: 'ServeOnPaper', ...paper }).until(LAST_MINUTE);
    scenario.when(correct(NEW));
    expect(closesAt(scenario)).toBe('2026-12-08T22:00:00Z');
  });
});

test.each([
  ['the address they had, which was right', correct(RIGHT)],
  ['another address', correct(NEW)],
])('the whole time to respond begins anew with %s', (_, command) => {
  const scenario = livedUntil('2027-02-05T14:00:00Z');
  scenario.answer('decision', 'supervisor', decided('reassign', { reasons: REASONS }));
  scenario.after({ ...report, requestId: 'response-decision' });
  scenario.now = '2027-02-09T15:00:00Z';
  const facts = scenario.when(command);
  expect(facts.slice(0, 1)).toMatchObject([
    { handed: [{ requestId: 'response-decision', missedAt: '2027-02-17T22:00:00Z' }] },
  ]);
  expect(scenario.require().requests['response-decision']).toMatchObject({
    dueAt: '2027-02-17T22:00:00Z',
    missedAt: '2027-02-17T22:00:00Z',
  });
});

describe('the address that was right all along', () => {
  test('renews the links there were, so that what was saved behind them is still there', () => {
    const scenario = open();
    const link = scenario.require().requests.acknowledgement?.respondents[0]?.link ?? '';
    const asked = { link, participant: 'employee', requestId: 'acknowledgement', purpose: 'answer' } as const;
    scenario.after({ type: 'RenewLink', ...asked }).after(report);
    const [fact] = scenario.when(correct(RIGHT));
    const handed = [{ requestId: 'acknowledgement', participant: 'employee', link, generation: 3 }];
    expect(fact).toEqual({ type: 'AddressCorrected', participant: 'employee', email: RIGHT, handed });
    expect(scenario.require().requests.acknowledgement?.respondents[0]?.link).toBe(link);
    expect(scenario.require().renewals.map(({ generation, asked: by }) => [generation, by])).toEqual([
      [2, true],
      [3, false],
    ]);
  });

  test('gives a new link where the one there was has been renewed too often', () => {
    const scenario = open().after(report);
    const plan = scenario.require();
    const link = plan.requests.acknowledgement?.respondents[0]?.link ?? '';
    const { version: seq, updatedAt: at } = plan;
    const renewal = { link, participant: 'employee', generation: MOST_GENERATIONS, seq, at, asked: true };
    scenario.plan = { ...plan, renewals: [renewal] };
    const handed = [{ requestId: 'acknowledgement', participant: 'employee', link: 'link-3' }];
    expect(scenario.when(correct(RIGHT))[0]).toEqual({
      type: 'AddressCorrected',
      participant: 'employee',
      email: RIGHT,
      handed,
    });
  });

  test('takes none of the new links they may ask for within a day', () => {
    const scenario = open();
    const link = scenario.require().requests.acknowledgement?.respondents[0]?.link ?? '';
    const asked = { link, participant: 'employee', requestId: 'acknowledgement', purpose: 'answer' } as const;
    scenario.after(report).after(correct(RIGHT));
    for (const generation of [3, 4, 5])
      expect(scenario.when({ type: 'RenewLink', ...asked })).toMatchObject([{ generation }]);
    expect(scenario.when({ type: 'RenewLink', ...asked })).toEqual([]);
  });
});

describe('more open questions than one transaction holds', () => {
  const MANY = 55;

  /** The acknowledgement, asked that many times over. */
  function asked(scenario: Scenario): Scenario {
    const plan = scenario.require();
    const one = plan.requests.acknowledgement as Request;
    const copies = Array.from({ length: MANY }, (_, at) => {
      const respondents = one.respondents.map((person) => ({ ...person, link: `${person.link}-${at}` }));
      return [`again-${at}`, { ...one, id: `again-${at}`, respondents }] as const;
    });
    scenario.plan = { ...plan, requests: Object.fromEntries(copies) };
    return scenario;
  }

  test.each([
    ['corrected', correct(NEW)],
    ['amended', amend(NEW)],
  ])('are asked again a few at a time after the address is %s, and each closes later', (_, command) => {
    const scenario = asked(open().until(LAST_MINUTE));
    const [fact] = scenario.when(command);
    const at =
      fact?.type === 'PlanAmended' ? fact.revision : fact?.type === 'AddressCorrected' ? fact : undefined;
    expect(at?.handed).toHaveLength(16);
    expect(at?.uninvited).toEqual(
      Array.from({ length: MANY - 16 }, (_, index) => ({
        requestId: `again-${16 + index}`,
        participants: ['employee'],
        missedAt: NEXT_CLOSE,
      })),
    );
    scenario.until(LAST_MINUTE);
    for (const [id, { respondents, uninvited, missedAt }] of Object.entries(scenario.require().requests)) {
      if (!id.startsWith('again')) continue;
      expect([id, uninvited, missedAt]).toEqual([id, [], NEXT_CLOSE]);
      expect(respondents.map(({ participant }) => participant).sort()).toEqual(['employee', 'supervisor']);
    }
  });
});

describe('a survey', () => {
  const ID = 'survey-2026-12-16';

  function surveyed(answered: boolean): Scenario {
    const draft = dcDraft({ followUps: [{ date: '2026-12-16', type: 'survey', questions: ['In time?'] }] });
    for (let at = 1; at <= 6; at += 1) {
      const id = `stakeholder-${at}`;
      draft.participants.push({ id, role: 'stakeholder', name: `Person ${at}`, email: `${id}@city.example` });
    }
    const scenario = Scenario.launched(draft).until('2026-12-16T15:00:00Z');
    if (answered) scenario.answer(ID, 'stakeholder-1', { kind: 'survey', scores: [4] });
    return scenario;
  }
  const elsewhere = (plan: Plan): Command[] => [
    { type: 'CorrectAddress', participant: 'stakeholder-1', email: 'new@city.example' },
    {
      type: 'AmendPlan',
      changes: {
        participants: plan.draft.participants.map((one) =>
          one.id === 'stakeholder-1' ? { ...one, email: 'new@city.example' } : one,
        ),
      },
      reason: 'Their address is another.',
    },
  ];

  test.each([0, 1])('tells nobody who answered it when an address changes (%i)', (which) => {
    const [silent, spoken] = [false, true].map((answered) => {
      const scenario = surveyed(answered);
      return scenario.when(elsewhere(scenario.require())[which] as Command);
    });
    expect(silent).toEqual(spoken);
    expect(JSON.stringify(silent)).not.toContain(ID);
  });

  test('can still be answered by a new link that its holder asks for', () => {
    const scenario = surveyed(false);
    scenario.when(elsewhere(scenario.require())[0] as Command);
    const link = scenario.require().requests[ID]?.respondents[0]?.link ?? '';
    const asked = { participant: 'stakeholder-1', requestId: ID, purpose: 'answer' } as const;
    expect(scenario.when({ type: 'RenewLink', link, ...asked })).toMatchObject([{ link, generation: 2 }]);
  });
});

test('who signed before keeps the link they signed by', () => {
  const scenario = open();
  scenario.answer('acknowledgement', 'employee', signed('Jordan Reyes'));
  const before = scenario.require().requests.acknowledgement;
  const fact = scenario.when(correct(NEW))[0];
  expect(
    fact && evolve(scenario.plan, stamp(fact, scenario.plan, scenario.now, scenario.context.actor)).requests,
  ).toMatchObject({ acknowledgement: before });
});
