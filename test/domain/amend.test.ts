import { describe, expect, test } from 'vitest';
import {
  type Amendment,
  type Answer,
  NotAllowedNow,
  type Participant,
  RulesBroken,
} from '../../domain/index.ts';
import { opportunityDays } from '../../domain/opportunity.ts';
import { decided, REASONS } from '../support/answers.ts';
import { livedUntil, rulesWith } from '../support/lived.ts';
import { dcDraft } from '../support/plans.ts';
import { Scenario } from '../support/scenario.ts';
import { pointers, revisionOf, stillAsked } from './revisions.fixture.ts';

const amend = (changes: Amendment, reason = 'The two of them agreed on it.') =>
  ({ type: 'AmendPlan', changes, reason }) as const;

/** The items with the days of one of them, each with its benchmark. */
const itemsWith = (id: string, checkIns: [string, number][]) =>
  dcDraft().items.map((item) =>
    item.id === id ? { ...item, checkIns: checkIns.map(([date, benchmark]) => ({ date, benchmark })) } : item,
  );

const onDecember21 = () => Scenario.launched().until('2026-12-21T15:00:00Z');

describe('an amendment', () => {
  test('is a new version: the whole new text, what changed, and both sides sign again', () => {
    const scenario = onDecember21();
    const revision = revisionOf(scenario.when(amend({ title: 'Permit reviews: accuracy' })));
    expect(revision).toMatchObject({
      number: 2,
      because: 'amended',
      reason: 'The two of them agreed on it.',
      draft: { ...dcDraft(), title: 'Permit reviews: accuracy' },
      changes: [
        {
          field: '/title',
          before: 'Permit reviews: accuracy and timeliness',
          after: 'Permit reviews: accuracy',
        },
      ],
      moved: [],
      handed: [],
      superseded: [],
    });
    expect(stillAsked(revision)).toEqual([
      ['acknowledgement-2', '2026-12-21T15:00:00Z', '2026-12-29T22:00:00Z'],
      ['check-in-2027-01-04', '2026-12-31T14:00:00Z', '2027-01-04T22:00:00Z'],
      ['check-in-2027-01-15', '2027-01-12T14:00:00Z', '2027-01-15T22:00:00Z'],
      ['check-in-2027-01-29', '2027-01-26T14:00:00Z', '2027-01-29T22:00:00Z'],
      ['support-2027-01-29', '2027-01-29T14:00:00Z', '2027-02-03T22:00:00Z'],
      ['decision', '2027-02-05T14:00:00Z', '2027-02-19T22:00:00Z'],
    ]);
    expect(revision.schedule[0]?.version).toBe(2);
    scenario.until('2026-12-21T15:00:00Z');
    expect(
      scenario.require().requests['acknowledgement-2']?.respondents.map(({ participant }) => participant),
    ).toEqual(['employee', 'supervisor']);
    expect(scenario.require().versions.map(({ number, because }) => [number, because])).toEqual([
      [1, 'launched'],
      [2, 'amended'],
    ]);
  });

  test('that changes nothing is quiet', () => {
    expect(onDecember21().when(amend({ title: dcDraft().title, items: dcDraft().items }))).toEqual([]);
  });

  test('needs a reason', () => {
    expect(pointers(onDecember21().refuses(RulesBroken, amend({ title: 'Another' }, ' ')))).toEqual([
      '/reason product',
    ]);
  });

  test('takes the place of one that is not signed yet', () => {
    const scenario = Scenario.launched()
      .until('2026-12-02T15:00:00Z')
      .after(amend({ title: 'Second' }));
    scenario.until('2026-12-02T15:00:01Z');
    expect(revisionOf(scenario.when(amend({ title: 'Third' }))).superseded).toEqual(['acknowledgement-2']);
    expect(scenario.require().requests).toMatchObject({
      acknowledgement: { status: 'superseded' },
      'acknowledgement-2': { status: 'superseded' },
    });
  });

  test('asks on the new days, and not any more on one that is gone though it was asked already', () => {
    const scenario = Scenario.launched().until('2026-12-16T15:00:00Z');
    const items = dcDraft().items.map((item) => ({
      ...item,
      checkIns: item.checkIns.map((one) =>
        one.date === '2026-12-18' ? { ...one, date: '2026-12-22' } : one,
      ),
    }));
    const revision = revisionOf(scenario.when(amend({ items })));
    expect(revision.superseded).toEqual(['check-in-2026-12-18']);
    expect(stillAsked(revision)).toContainEqual([
      'check-in-2026-12-22',
      '2026-12-18T14:00:00Z',
      '2026-12-22T22:00:00Z',
    ]);
  });

  test('never asks a second time what was asked: a day taken out and put back gets a question of its own', () => {
    const scenario = Scenario.launched().until('2026-12-16T15:00:00Z');
    const without = dcDraft().items.map((item) => ({
      ...item,
      checkIns: item.checkIns.map((one) =>
        one.date === '2026-12-18' ? { ...one, date: '2026-12-22' } : one,
      ),
    }));
    scenario.after(amend({ items: without }));
    const ids = revisionOf(scenario.when(amend({ items: dcDraft().items }))).schedule.map(({ id }) => id);
    expect(ids).toContain('check-in-2026-12-18-2');
    expect(ids).not.toContain('check-in-2026-12-22');
  });

  test('leaves what is over as it was', () => {
    const moved = itemsWith('accuracy', [
      ['2026-12-17', 30],
      ['2027-01-04', 25],
      ['2027-01-15', 18],
      ['2027-01-29', 10],
    ]);
    expect(pointers(onDecember21().refuses(RulesBroken, amend({ items: moved })))).toEqual([
      '/changes/items/0/checkIns product',
      '/changes/items/0/checkIns/0 product',
    ]);
    const [first, ...rest] = dcDraft().items;
    const kept = [{ ...first, support: [] } as (typeof rest)[number], ...rest];
    expect(pointers(onDecember21().refuses(RulesBroken, amend({ items: kept })))).toEqual([
      '/changes/items/0/support product',
    ]);
  });

  test('may take an item out, with what it asked for', () => {
    const scenario = onDecember21();
    const items = dcDraft().items.filter(({ id }) => id !== 'timeliness');
    const ids = revisionOf(scenario.when(amend({ items }))).schedule.map(({ id }) => id);
    expect(ids).not.toContain('support-2027-01-29');
    expect(scenario.require().draft.items.map(({ id }) => id)).toEqual(['accuracy', 'communication']);
  });

  test('keeps the rules of the pack, each named where it is broken', () => {
    const scenario = onDecember21();
    const few = itemsWith('accuracy', [
      ['2026-12-18', 30],
      ['2027-01-15', 18],
      ['2027-01-30', 10],
    ]);
    expect(pointers(scenario.refuses(RulesBroken, amend({ items: few })))).toEqual([
      '/changes/items/0/checkIns D13',
      '/changes/items/0/checkIns/2/date product',
    ]);
    expect(pointers(scenario.refuses(RulesBroken, amend({ items: [] })))).toContain('/changes/items D2');
  });

  test('leaves alone where a pause has put things', () => {
    const [last, moved] = ['2027-02-04', '2027-02-05'];
    const items = dcDraft().items.map((item) => ({
      ...item,
      checkIns: item.checkIns.map((one) => (one.date === '2027-01-29' ? { ...one, date: last } : one)),
    }));
    const scenario = Scenario.launched(dcDraft({ items })).until('2027-01-01T15:00:00Z');
    scenario.after({
      type: 'PausePlan',
      from: '2027-01-02',
      until: '2027-01-03',
      reason: 'approved_absence',
    });
    scenario.until('2027-01-04T15:00:00Z');
    const { draft } = scenario.require();
    expect([draft.endDate, draft.items[0]?.checkIns.at(-1)?.date]).toEqual(['2027-02-06', moved]);
    expect(scenario.when(amend({ title: 'Permit reviews' }))[0]?.type).toBe('PlanAmended');
  });

  test('keeps whom the plan is about and who issued it', () => {
    const without = (id: string) => dcDraft().participants.filter((person) => person.id !== id);
    const scenario = onDecember21();
    expect(pointers(scenario.refuses(RulesBroken, amend({ participants: without('employee') })))).toContain(
      '/changes/participants product',
    );
    expect(
      scenario.refuses(RulesBroken, amend({ participants: without('supervisor') })).broken[0]?.message,
    ).toContain('change the manager');
    expect(pointers(scenario.refuses(RulesBroken, amend({ participants: without('hr') })))).toContain(
      '/changes/participants P-PEOPLE',
    );
  });

  test('of what somebody reads in is written down, and nobody signs anew', () => {
    const [employee, ...others] = dcDraft().participants;
    if (!employee) throw new Error('The sample has people.');
    const reads = { ...employee, language: 'es' as const, timeZone: 'America/Puerto_Rico' };
    const scenario = Scenario.launched().until('2026-12-01T15:00:00Z');
    const revision = revisionOf(scenario.when(amend({ participants: [reads, ...others] })));
    expect(revision.changes).toEqual([
      { field: '/participants/employee/language', before: null, after: 'es' },
      { field: '/participants/employee/timeZone', before: null, after: 'America/Puerto_Rico' },
    ]);
    expect(revision.superseded).toEqual([]);
    expect(revision.schedule.filter(({ kind }) => kind === 'acknowledgement')).toEqual([]);
    expect(scenario.require().requests.acknowledgement?.status).toBe('open');
    const renamed = { ...reads, name: 'Jordan A. Reyes' };
    const next = revisionOf(scenario.when(amend({ participants: [renamed, ...others] })));
    expect(next.superseded).toEqual(['acknowledgement']);
    expect(next.schedule.map(({ kind }) => kind)).toContain('acknowledgement');
  });

  test('hands what waits for HR to whoever takes HR’s part, and their ids stay with those who left', () => {
    const scenario = Scenario.launched().until('2027-01-04T15:00:00Z');
    const attribution =
      scenario.plan && Object.values(scenario.plan.requests).find((one) => one.kind === 'attribution');
    expect(attribution).toMatchObject({ id: 'attribution-check-in-2026-12-18', status: 'open' });
    const others = dcDraft().participants.filter(({ id }) => id !== 'hr');
    const noor = { id: 'noor', role: 'hr' as const, name: 'Noor Aziz', email: 'noor.aziz@agency.example' };
    const revision = revisionOf(scenario.when(amend({ participants: [...others, noor] })));
    expect(revision.handed).toEqual([
      { requestId: attribution?.id, participant: 'noor', link: expect.stringMatching(/^link-/) },
    ]);
    const open = scenario.require().requests[attribution?.id ?? ''];
    expect(open?.respondents.map(({ participant }) => participant)).toEqual(['noor']);
    expect(scenario.require().former.map(({ id }) => id)).toEqual(['hr']);
    const stranger = { ...noor, id: 'hr', email: 'somebody.else@agency.example' };
    expect(
      pointers(scenario.refuses(RulesBroken, amend({ participants: [...others, noor, stranger] }))),
    ).toEqual(['/changes/participants/4/id product']);
  });

  test.each([
    ['employee', 'Another Person', 'another@agency.example', ['/changes/participants/0/id product']],
    ['employee', 'Another Person', 'jordan.reyes@agency.example', []],
    ['employee', 'Jordan Reyes', 'another@agency.example', []],
    ['hr', 'Another Person', 'another@agency.example', ['/changes/participants/3/id product']],
  ])('puts nobody else in the place of %s: %s, %s', (id, name, email, broken) => {
    const participants = dcDraft().participants.map((person) =>
      person.id === id ? { ...person, name, email } : person,
    );
    const scenario = onDecember21();
    if (broken.length === 0) {
      expect(scenario.when(amend({ participants }))[0]?.type).toBe('PlanAmended');
      return;
    }
    const refusal = scenario.refuses(RulesBroken, amend({ participants }));
    expect(pointers(refusal)).toEqual(broken);
    expect(refusal.broken[0]?.message).toContain('change the manager');
  });

  test('takes a new name and a new address of the same person one after the other', () => {
    const scenario = onDecember21();
    const email = 'jordan.smith@agency.example';
    scenario.after({ type: 'CorrectAddress', participant: 'employee', email });
    const participants = dcDraft().participants.map((person) =>
      person.id === 'employee' ? { ...person, name: 'Jordan Smith', email } : person,
    );
    expect(scenario.when(amend({ participants }))[0]?.type).toBe('PlanAmended');
  });

  test('gives no new item the id of one that was taken out, nor its numbers', () => {
    const scenario = Scenario.launched().until('2026-12-10T15:00:00Z');
    scenario.after({
      type: 'RecordReadings',
      readings: [{ item: 'timeliness', date: '2026-12-09', value: 12, source: 'report' }],
    });
    const staying = dcDraft().items.filter(({ id }) => id !== 'timeliness');
    scenario.after(amend({ items: staying }));
    const another = dcDraft().items.find(({ id }) => id === 'timeliness');
    if (!another) throw new Error('The sample has this item.');
    const goal = (id: string) => ({ ...another, id, deficiency: 'Calls are not returned.' });
    expect(
      pointers(scenario.refuses(RulesBroken, amend({ items: [...staying, goal('timeliness')] }))),
    ).toEqual(['/changes/items/2/id product']);
    expect(scenario.when(amend({ items: [...staying, goal('calls')] }))[0]?.type).toBe('PlanAmended');
    // An item that stays keeps its id, though another version took out another.
    expect(scenario.when(amend({ title: 'Permit reviews' }))[0]?.type).toBe('PlanAmended');
  });

  test('takes what waits for HR from whoever is not of HR any more, though they stay', () => {
    const noor = { id: 'noor', role: 'hr' as const, name: 'Noor Aziz', email: 'noor.aziz@agency.example' };
    const { participants } = dcDraft();
    const scenario = Scenario.launched(dcDraft({ participants: [...participants, noor] }))
      .until('2026-12-10T15:00:00Z')
      .after({ type: 'AskAccommodation', by: 'employee' });
    const mentor = { ...noor, role: 'mentor' as const };
    const revision = revisionOf(scenario.when(amend({ participants: [...participants, mentor] })));
    expect(revision.dropped).toEqual([{ requestId: 'accommodation-1', participant: 'noor' }]);
    expect(
      scenario.require().requests['accommodation-1']?.respondents.map(({ participant }) => participant),
    ).toEqual(['hr']);
  });

  test('invites the many it adds to an open survey a few at a time', () => {
    const people = (from: number, to: number): Participant[] =>
      Array.from({ length: to - from + 1 }, (_, at) => {
        const id = `stakeholder-${from + at}`;
        return { id, role: 'stakeholder', name: id, email: `${id}@city.example` };
      });
    const { participants } = dcDraft();
    const scenario = Scenario.launched(
      dcDraft({
        followUps: [{ date: '2026-12-16', type: 'survey', questions: ['Do you get an answer in time?'] }],
        participants: [...participants, ...people(1, 5)],
      }),
    ).until('2026-12-16T15:00:00Z');
    const revision = revisionOf(scenario.when(amend({ participants: [...participants, ...people(1, 55)] })));
    expect(revision.handed.filter(({ requestId }) => requestId === 'survey-2026-12-16')).toHaveLength(16);
    expect(revision.uninvited).toEqual([
      { requestId: 'survey-2026-12-16', participants: people(22, 55).map(({ id }) => id) },
    ]);
    scenario.until('2026-12-16T15:00:00Z');
    const survey = scenario.require().requests['survey-2026-12-16'];
    expect([survey?.respondents.length, survey?.uninvited]).toEqual([55, []]);
  });

  test('ends a question that only waited for somebody who leaves, and blames nobody', () => {
    const [ines, karl] = ['ines', 'karl'].map((id) => ({
      ...{ id, role: 'mentor' as const, name: id },
      email: `${id}@agency.example`,
    }));
    const draft = dcDraft({ followUps: [{ date: '2026-12-17', type: 'coaching' }] });
    const staying = [...draft.participants, ines as Participant];
    const scenario = Scenario.launched({ ...draft, participants: [...staying, karl as Participant] });
    scenario.until('2026-12-16T15:00:00Z');
    const leave = amend({ participants: staying });
    const waiting = scenario.require();
    for (const by of ['employee', 'ines']) {
      const answer: Answer = { kind: 'check_in', meeting: 'held', items: [], comment: 'Two cases.' };
      scenario.answer('coaching-2026-12-17', by, answer);
    }
    expect(scenario.when(leave).map(({ type }) => type)).toContain('RequestLapsed');
    expect(scenario.require().requests['coaching-2026-12-17']).toMatchObject({
      status: 'lapsed',
      respondents: [{ participant: 'employee', answer: { meeting: 'held' } }, { participant: 'ines' }],
    });

    scenario.plan = waiting;
    expect(scenario.when(leave).map(({ type }) => type)).not.toContain('RequestLapsed');
    expect(scenario.require().requests['coaching-2026-12-17']).toMatchObject({
      status: 'open',
      respondents: [{ participant: 'employee' }, { participant: 'ines' }],
    });
  });

  test('is refused where there is nothing left to amend, with what to do instead', () => {
    const draft = new Scenario().after({ type: 'DraftPlan', planId: 'plan-1', draft: dcDraft() });
    expect(draft.refuses(NotAllowedNow, amend({ title: 'Another' })).wayOut).toContain('draft it again');
    const deciding = Scenario.launched().until('2027-02-08T15:00:00Z');
    expect(deciding.refuses(NotAllowedNow, amend({ title: 'Another' }))).toMatchObject({
      status: 'deciding',
      wayOut: expect.stringContaining('extend it'),
    });
    deciding.after({ type: 'WithdrawPlan', reason: 'Moved.' });
    deciding.refuses(NotAllowedNow, amend({ title: 'Another' }));
  });

  test('while the decision is due only adds people, who then may confirm it', () => {
    const { participants } = dcDraft();
    const head = {
      id: 'head',
      role: 'agency_head' as const,
      name: 'Lee Brandt',
      email: 'lee@agency.example',
    };
    const scenario = Scenario.launched().until('2027-02-08T15:00:00Z');
    scenario.library = rulesWith((pack) => {
      pack.decision.separateDecider.is = { outcomes: ['remove'], roles: ['agency_head'] };
    });
    const adding = amend({ participants: [...participants, head] });
    for (const changes of [
      { ...adding.changes, title: 'Another' },
      { participants: [...participants.filter(({ id }) => id !== 'reviewer'), head] },
      { participants: participants.map((one) => (one.id === 'hr' ? { ...one, name: 'P. Raman' } : one)) },
    ]) {
      scenario.refuses(NotAllowedNow, amend(changes));
    }
    expect(scenario.when(adding)[0]).toMatchObject({ type: 'PlanAmended', revision: { superseded: [] } });
    expect(scenario.require()).toMatchObject({
      status: 'deciding',
      requests: { decision: { status: 'open' } },
    });
    expect(scenario.when(adding)).toEqual([]);
  });

  test('while the decision may be responded to gives the response to a new representative as well', () => {
    const { participants } = dcDraft();
    const rep = { id: 'rep', role: 'representative' as const, name: 'Ana Silva', email: 'ana@union.example' };
    const scenario = livedUntil('2027-02-08T15:00:00Z');
    scenario.answer('decision', 'supervisor', decided('reassign', { reasons: REASONS }));
    const revision = revisionOf(scenario.when(amend({ participants: [...participants, rep] })));
    expect(revision.handed).toEqual([
      {
        requestId: 'response-decision',
        participant: 'rep',
        link: expect.stringMatching(/^link-/),
        required: false,
      },
    ]);
    expect(revision.schedule.map(({ kind }) => kind)).toEqual(['acknowledgement']);
    expect(scenario.require().requests['response-decision']?.respondents).toMatchObject([
      { participant: 'employee', required: true },
      { participant: 'rep', required: false },
    ]);
  });

  test('comes too late once a rule has decided', () => {
    const settings = {
      onDecisionOverdue: { mode: 'deem_met' as const, verifiedBy: 'Counsel, 3 March 2026' },
    };
    const { participants } = dcDraft();
    const rep = { id: 'rep', role: 'representative' as const, name: 'Ana Silva', email: 'ana@union.example' };
    const scenario = Scenario.launched(dcDraft({ settings })).until('2027-02-08T15:00:00Z');
    scenario.now = '2027-02-20T05:00:00Z';
    expect(scenario.refuses(NotAllowedNow, amend({ participants: [...participants, rep] })).status).toBe(
      'decided by rule',
    );
  });
});

describe('an amended end', () => {
  test('is where an extension could put it: a whole step on, inside the cap', () => {
    const scenario = onDecember21();
    const revision = revisionOf(scenario.when(amend({ endDate: '2027-03-06' })));
    expect([revision.draft.endDate, revision.endsAt]).toEqual(['2027-03-06', '2027-03-07T05:00:00Z']);
    expect(stillAsked(revision).at(-1)).toEqual(['decision', '2027-03-08T14:00:00Z', '2027-03-19T21:00:00Z']);
    expect(opportunityDays(scenario.require())).toBe(90);
  });

  test('is never earlier, half a step on, or past the cap, whose last day is named', () => {
    const scenario = onDecember21();
    expect(pointers(scenario.refuses(RulesBroken, amend({ endDate: '2027-01-05' })))).toContain(
      '/changes/endDate D2',
    );
    expect(scenario.refuses(RulesBroken, amend({ endDate: '2027-02-20' })).broken).toMatchObject([
      { field: '/changes/endDate', rule: 'D8', message: expect.stringContaining('2027-03-06') },
    ]);
    expect(scenario.refuses(RulesBroken, amend({ endDate: '2027-04-05' })).broken).toMatchObject([
      {
        field: '/changes/endDate',
        rule: 'D8',
        message: expect.stringContaining('90 days at most, so until 2027-03-06'),
      },
    ]);
    scenario.refuses(RulesBroken, amend({ endDate: 'soon' }));
  });
});
