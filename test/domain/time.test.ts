import { describe, expect, test } from 'vitest';
import { forecast, linkState, linksOf, next } from '../../domain/index.ts';
import { decided, rated } from '../support/answers.ts';
import { livedUntil } from '../support/lived.ts';
import { dcDraft } from '../support/plans.ts';
import { Scenario } from '../support/scenario.ts';

test('a check-in so soon after a start on a day off is asked for on the first working day', () => {
  const items = dcDraft().items.map((item) => ({
    ...item,
    checkIns: item.checkIns.map((one, at) => (at === 0 ? { ...one, date: '2026-12-08' } : one)),
  }));
  // Sunday the sixth of December.
  const { scheduled } = Scenario.launched(
    dcDraft({ startDate: '2026-12-06', endDate: '2027-02-03', items }),
  ).require();
  expect(scheduled.find(({ id }) => id === 'check-in-2026-12-08')?.opensAt).toBe('2026-12-07T14:00:00Z');
});

describe('what the workflow waits for', () => {
  test('has a name at every moment of a plan’s life', () => {
    const waits: ReturnType<typeof next>[] = [];
    const lookAt = (now: string): Scenario => {
      const scenario = livedUntil(now);
      waits.push(next(scenario.require()));
      return scenario;
    };
    waits.push(next(Scenario.launched().require()));
    lookAt('2026-12-01T15:00:00Z');
    lookAt('2026-12-07T05:00:00Z');
    waits.push(next(livedUntil('2026-12-15T13:00:00Z').until('2026-12-15T14:00:00Z').require()));
    lookAt('2027-02-04T00:00:00Z');
    lookAt('2027-02-05T05:00:00Z');
    const scenario = lookAt('2027-02-05T14:00:00Z');
    scenario.answer('decision', 'supervisor', decided('met'));
    waits.push(next(scenario.require()));
    expect(waits).toEqual([
      { state: 'Await acknowledgements', until: '2026-12-03T14:00:00Z', requestId: 'acknowledgement' },
      { state: 'Wait for the start date', at: '2026-12-07T05:00:00Z' },
      {
        state: 'Wait for the next check-in',
        at: '2026-12-15T14:00:00Z',
        until: '2026-12-18T14:00:00Z',
        requestId: 'check-in-2026-12-18',
      },
      { state: 'Await check-in answers', until: '2026-12-18T14:00:00Z', requestId: 'check-in-2026-12-18' },
      { state: 'Wait for the end date', at: '2027-02-05T05:00:00Z' },
      {
        state: 'Wait for the decision to open',
        at: '2027-02-05T14:00:00Z',
        until: '2027-02-11T14:00:00Z',
        requestId: 'decision',
      },
      { state: 'Await the decision', until: '2027-02-11T14:00:00Z', requestId: 'decision' },
      { state: 'The plan is over' },
    ]);
  });
});

describe('the future of a plan', () => {
  test('is told by the code that makes it happen', () => {
    const scenario = Scenario.launched();
    const foreseen = forecast(scenario.require(), scenario.context).flatMap(({ at, facts }) =>
      facts.map((fact) => [at, fact.type]),
    );
    scenario.until(foreseen.at(-1)?.[0] as string);
    expect(scenario.events.slice(3).map(({ at, type }) => [at, type])).toEqual(foreseen);
    expect(foreseen.length).toBeGreaterThan(30);
  });
});

describe('a link', () => {
  const opened = () => Scenario.launched().until('2026-12-01T15:00:00Z');
  const scopes = (scenario: Scenario) =>
    scenario.events.flatMap((event) => linksOf(event, scenario.require()));

  test('opens a form until it is answered, then a receipt for thirty days after the question closed', () => {
    const scenario = opened().until('2026-12-15T14:00:00Z');
    const [employee, supervisor] = scopes(scenario).filter(
      (scope) => scope.requestId === 'check-in-2026-12-18',
    );
    if (!employee || !supervisor) throw new Error('Two links were expected.');
    const stateAt = (now: string) =>
      [employee, supervisor].map((scope) => linkState(scope, scenario.require(), now));
    expect(stateAt(scenario.now)).toEqual(['open', 'open']);
    scenario.answer('check-in-2026-12-18', 'employee', rated('near'));
    expect(stateAt(scenario.now)).toEqual(['answered', 'open']);
    scenario.until('2026-12-28T22:00:00Z');
    expect(stateAt(scenario.now)).toEqual(['answered', 'closed']);
    expect(stateAt('2027-01-27T21:59:59Z')).toEqual(['answered', 'closed']);
    expect(stateAt('2027-01-27T22:00:00Z')).toEqual(['expired', 'expired']);
  });

  test('to the plan itself stays readable as long as the plan lives, and a year after', () => {
    const scenario = opened().until('2027-02-05T14:00:00Z');
    const [employee] = scopes(scenario);
    if (!employee) throw new Error('A link was expected.');
    expect(linkState(employee, scenario.require(), '2030-01-01T00:00:00Z')).toBe('closed');
    scenario.answer('decision', 'supervisor', decided('met'));
    expect(linkState(employee, scenario.require(), '2028-02-05T13:59:59Z')).toBe('closed');
    expect(linkState(employee, scenario.require(), '2028-02-05T14:00:00Z')).toBe('expired');
  });

  test('to a decision is for reading, for a year', () => {
    const scenario = opened().until('2027-02-05T14:00:00Z');
    scenario.answer('decision', 'supervisor', decided('met'));
    const copies = scopes(scenario).filter((scope) => scope.purpose === 'read_decision');
    expect(copies.map((scope) => scope.participant)).toEqual(['employee', 'supervisor', 'hr']);
    for (const copy of copies) {
      expect(linkState(copy, scenario.require(), '2028-02-05T13:59:59Z')).toBe('readable');
      expect(linkState(copy, scenario.require(), '2028-02-05T14:00:00Z')).toBe('expired');
    }
  });
});
