import { describe, expect, test } from 'vitest';
import {
  cardOf,
  changedListings,
  foldedWords,
  forManager,
  LISTS,
  listings,
  MOST_LISTINGS,
  MOST_WORDS,
  mailKey,
  summarise,
  wordsOf,
} from '../../domain/index.ts';
import { signed } from '../support/answers.ts';
import { dcDraft } from '../support/plans.ts';
import { Scenario } from '../support/scenario.ts';

const DUE = '2026-12-08T22:00:00Z';
const open = (): Scenario => Scenario.launched().until('2026-12-01T15:00:00Z');
const placesOf = (scenario: Scenario): string[] =>
  listings(scenario.require())
    .filter(({ facet }) => facet !== 'report')
    .map(({ facet, list, at }) => `${facet}: ${list} ${at}`);

describe('where a plan is found', () => {
  test('is its status, whom it waits for, its decision, its people and its words', () => {
    expect(placesOf(open())).toEqual([
      'status: STATUS#acknowledging 2026-12-01T15:00:00Z#plan-1',
      `waiting: WAITING ${DUE}#plan-1`,
      'decision: DECISION 2027-02-19T22:00:00Z#plan-1',
      'person-0: PERSON#jordan.reyes@agency.example 2026-12-01T15:00:00Z#plan-1',
      'person-1: PERSON#dana.whitfield@agency.example 2026-12-01T15:00:00Z#plan-1',
      'person-2: PERSON#morgan.ellis@agency.example 2026-12-01T15:00:00Z#plan-1',
      'person-3: PERSON#priya.raman@agency.example 2026-12-01T15:00:00Z#plan-1',
      ...[
        'jordan',
        'reyes',
        'dana',
        'whitfield',
        'plan',
        'permit',
        'reviews',
        'accuracy',
        'and',
        'timeliness',
      ].map((word, n) => `word-${n}: WORDS#${word.slice(0, 2)} ${word}#plan-1`),
    ]);
  });

  test('is by the names of the person and of who supervises, whoever issues it, before the title’s words', () => {
    const draft = dcDraft({
      title: 'One two three four five six seven eight nine ten eleven',
      issuer: { participant: 'reviewer', absenceReason: 'On leave.' },
    });
    const words = wordsOf({ id: 'pln1', draft });
    expect(words).toEqual([
      ...['jordan', 'reyes', 'dana', 'whitfield', 'pln1'],
      ...['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'],
    ]);
    expect(words).toHaveLength(MOST_WORDS);
  });

  test('says of each person since when they are waited for, until they have answered', () => {
    const scenario = open();
    const waited = () =>
      listings(scenario.require()).flatMap(({ facet, waited }) =>
        facet.startsWith('person') ? [[facet, waited]] : [],
      );
    const since = { since: '2026-12-01T15:00:00Z', dueAt: DUE };

    expect(waited().slice(0, 2)).toEqual([
      ['person-0', since],
      ['person-1', since],
    ]);
    scenario.answer('acknowledgement', 'employee', signed('Jordan Reyes'));
    expect(waited()[0]).toEqual(['person-0', undefined]);
  });

  test('is written only where it changes, and emptied where it is no more', () => {
    const scenario = open();
    const before = scenario.require();
    scenario.answer('acknowledgement', 'employee', signed('Jordan Reyes'));
    const { written, emptied } = changedListings(before, scenario.require());
    expect(written.map(({ facet }) => facet)).toEqual(['status', 'waiting', 'decision', 'person-0']);
    expect(emptied).toEqual([]);
    expect(changedListings(scenario.require(), scenario.require())).toEqual({ written: [], emptied: [] });

    const signedBy = scenario.require();
    scenario.when({ type: 'WithdrawPlan', reason: 'Transferred.' });
    expect(changedListings(signedBy, scenario.require()).emptied).toEqual(['waiting', 'decision']);
  });

  test('tells of a survey neither that it is open nor whom it waits for', () => {
    const { participants } = dcDraft();
    const holders = [1, 2, 3, 4, 5].map((n) => {
      return { id: `holder-${n}`, role: 'stakeholder' as const, name: `H${n}`, email: `h${n}@city.example` };
    });
    const scenario = Scenario.launched(
      dcDraft({
        participants: [...participants, ...holders],
        followUps: [{ date: '2026-12-16', type: 'survey', questions: ['Do you get an answer in time?'] }],
      }),
    ).until('2026-12-16T15:00:00Z');
    const plan = scenario.require();
    expect(
      Object.values(plan.requests).some(({ kind, status }) => kind === 'survey' && status === 'open'),
    ).toBe(true);
    expect(JSON.stringify(listings(plan))).not.toContain('survey');
  });

  test('leaves stakeholders out, and knows whoever has two parts once', () => {
    const draft = dcDraft();
    const holders = Array.from({ length: 60 }, (_, n) => {
      return {
        id: `holder-${n}`,
        role: 'stakeholder' as const,
        name: `Holder ${n}`,
        email: `h${n}@city.example`,
      };
    });
    const again = {
      id: 'again',
      role: 'mentor' as const,
      name: 'Morgan Ellis',
      email: 'Morgan.Ellis@agency.example',
    };
    const scenario = new Scenario().after({
      type: 'DraftPlan',
      planId: 'plan-1',
      draft: { ...draft, participants: [...draft.participants, again, ...holders] },
    });
    const people = listings(scenario.require()).filter(({ facet }) => facet.startsWith('person'));
    expect(people.map(({ list }) => list)).toEqual(
      ['jordan.reyes', 'dana.whitfield', 'morgan.ellis', 'priya.raman'].map((name) =>
        LISTS.person(`${name}@agency.example`),
      ),
    );
    expect(listings(scenario.require()).length).toBeLessThanOrEqual(MOST_LISTINGS);
  });
});

describe('a plan that is paused', () => {
  test('waits for HR alone', () => {
    const scenario = open().until('2026-12-18T15:00:00Z').after({ type: 'AskAccommodation', by: 'employee' });
    expect(
      cardOf(scenario.require())
        .waiting.map(({ kind }) => kind)
        .sort(),
    ).toEqual(['accommodation', 'check_in', 'support']);
    scenario.when({ type: 'PausePlan', from: '2026-12-18', reason: 'approved_absence' });
    const { waiting, status } = cardOf(scenario.require());
    expect([status, waiting.map(({ kind }) => kind)]).toEqual(['paused', ['accommodation']]);
  });
});

describe('a mail that did not arrive', () => {
  const lost = (to: string): Scenario => {
    const mail = { template: 'request-opened', requestId: 'acknowledgement', outcome: 'failed' } as const;
    const scenario = open();
    const seq = scenario.events.find(({ type }) => type === 'RequestOpened')?.seq ?? 0;
    return scenario.after({ type: 'RecordUndelivered', mail: { ...mail, key: mailKey(seq, to), to } });
  };
  const bounced = (scenario: Scenario): boolean => cardOf(scenario.require()).bounced;

  test('is looked after until it is handed over on paper, answered, or asked for anew', () => {
    expect(bounced(open())).toBe(false);
    expect(bounced(lost('employee'))).toBe(true);

    const answered = lost('employee');
    answered.answer('acknowledgement', 'employee', signed('Jordan Reyes'));
    expect(bounced(answered)).toBe(false);

    const paper = {
      requestId: 'acknowledgement',
      to: 'employee',
      on: '2026-12-01',
      witness: 'Noor Haddad',
    } as const;
    expect(bounced(lost('employee').after({ type: 'ServeOnPaper', ...paper }))).toBe(false);

    const renewed = lost('employee');
    const link = renewed.require().requests.acknowledgement?.respondents[0]?.link ?? '';
    const scope = { participant: 'employee', requestId: 'acknowledgement', purpose: 'answer' } as const;
    expect(bounced(renewed.after({ type: 'RenewLink', link, ...scope }))).toBe(false);
  });

  test('is nobody’s to look after once the plan is over', () => {
    expect(bounced(lost('employee').after({ type: 'WithdrawPlan', reason: 'Transferred.' }))).toBe(false);
  });

  test('may also have gone to somebody else', () => {
    const report = {
      type: 'ReportWrongPerson',
      participant: 'employee',
      requestId: 'acknowledgement',
    } as const;
    const scenario = open().after(report);
    expect(bounced(scenario)).toBe(true);
    scenario.when({ type: 'CorrectAddress', participant: 'employee', email: 'j.reyes@agency.example' });
    expect(bounced(scenario)).toBe(false);
  });
});

test.each([
  ['Zoë Łukaszewicz-O’Brien', ['zoe', 'lukaszewicz', 'brien']],
  ['ÅNGSTRÖM Straße Nguyễn', ['angstrom', 'strasse', 'nguyen']],
  ['a I 2 of of OF', ['of']],
  ['Ольга Иванова', ['ольга', 'иванова']],
  ['ﬁne ＡＢＣ', ['fine', 'abc']],
  ['x'.repeat(60), ['x'.repeat(40)]],
  ['!?', []],
])('%j is looked up as %j', (text, words) => {
  expect(foldedWords(text)).toEqual(words);
});

describe('a plan as its manager is told of it in a list', () => {
  const listed = (draft = dcDraft()) => {
    const plan = Scenario.launched(draft).until('2026-12-01T15:00:00Z').require();
    const { about, waiting, decisionDueAt, bounced } = cardOf(plan);
    return { ...summarise(plan), about, waiting, decisionDueAt, bounced, outcome: 'met' };
  };

  test('has its outcome for whoever supervises, not for whoever only reviews', () => {
    expect(forManager(listed(), ' Dana.Whitfield@agency.example').outcome).toBe('met');
    expect(forManager(listed(), 'morgan.ellis@agency.example').outcome).toBeNull();
  });

  test('names nobody who is only surveyed, and has nothing that changes with what they are not told of', () => {
    const { participants } = dcDraft();
    const holder = {
      id: 'holder',
      role: 'stakeholder' as const,
      name: 'Kim Lane',
      email: 'kim@city.example',
    };
    const told = forManager(listed(dcDraft({ participants: [...participants, holder] })), 'dana@a.example');
    expect(told.participants.map(({ id }) => id)).toEqual(participants.map(({ id }) => id));
    for (const hidden of ['version', 'updatedAt', 'nextDueAt', 'run', 'bounced']) {
      expect(told).not.toHaveProperty(hidden);
    }
  });
});
