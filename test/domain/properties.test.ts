import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../domain/days.ts';
import { openRequests, type Plan, pinnedRules, type ScheduledRequest } from '../../domain/index.ts';
import { mostDays, opportunityDays } from '../../domain/opportunity.ts';
import { Scenario } from '../support/scenario.ts';
import { anyLife, anyPlan, draftFrom, type Happening, happen, later } from './properties.arbitrary.ts';

type Kind = Parameters<typeof draftFrom>[0];

/** A plan launched the Friday before it starts. */
function launched(kind: Kind): Scenario {
  return new Scenario(`${addDays(kind.start, -3)}T15:00:00Z`)
    .after({ type: 'DraftPlan', planId: 'plan-1', draft: draftFrom(kind) })
    .after({ type: 'ApprovePlan' })
    .after({ type: 'LaunchPlan' });
}

/** Lives the life, looking at the plan after everything that happens. */
function live(kind: Kind, life: Happening[], look: (plan: Plan, scenario: Scenario) => void): Scenario {
  const scenario = launched(kind);
  for (const happening of life) {
    happen(scenario, happening);
    look(scenario.require(), scenario);
  }
  return scenario;
}

const holds = (look: (kind: Kind, life: Happening[]) => void, numRuns = 30) =>
  fc.assert(fc.property(anyPlan, anyLife, look), { numRuns });

/** The moments of a question that somebody waits for; a signature is asked for at once. */
const moments = ({ kind, opensAt, dueAt, missedAt, reminders, escalations }: ScheduledRequest) => [
  ...(kind === 'acknowledgement' ? [] : [opensAt]),
  ...[dueAt, missedAt, ...reminders, ...escalations.map(({ at }) => at)].filter((at) => at !== null),
];

const openDecision = (scenario: Scenario) =>
  openRequests(scenario.require()).find(({ kind }) => kind === 'decision');

describe('whatever happens to a plan', () => {
  test('the days to improve never exceed the cap, and are never fewer than they were', () => {
    holds((kind, life) => {
      let least = opportunityDays(launched(kind).require());
      live(kind, life, (plan, scenario) => {
        const days = opportunityDays(plan);
        expect(days).toBeLessThanOrEqual(mostDays(pinnedRules(plan, scenario.library).pack));
        expect(days).toBeGreaterThanOrEqual(least);
        least = days;
      });
    });
  });

  test('every moment still to come is the opening or closing of a business day in the plan’s zone', () => {
    holds((kind, life) => {
      let version = 0;
      live(kind, life, (plan, scenario) => {
        if (plan.versions.length === version) return;
        version = plan.versions.length;
        const { pack, calendar } = pinnedRules(plan, scenario.library);
        const { opens, closes } = pack.workingHours.is;
        const isBusiness = (at: string): boolean => {
          const day = calendar.dayOf(at);
          return calendar.isBusinessDay(day) && [opens, closes].some((time) => calendar.at(day, time) === at);
        };
        expect(plan.scheduled.flatMap(moments).filter((at) => !isBusiness(at))).toEqual([]);
      });
    });
  });

  test('no question is scheduled twice, or under an id that was asked before', () => {
    holds((kind, life) => {
      live(kind, life, (plan) => {
        const ids = plan.scheduled.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.filter((id) => plan.requests[id])).toEqual([]);
      });
    });
  });

  test('it is over exactly once, and stays over', () => {
    holds((kind, life) => {
      const scenario = live(kind, life, () => {});
      // One pause may be planned behind another, and each may have no end.
      for (let round = 0; round < 8 && !openDecision(scenario); round += 1) {
        if (scenario.require().status === 'paused') scenario.after({ type: 'ResumePlan' });
        scenario.until(later(scenario.now, 45));
      }
      const decision = openDecision(scenario);
      if (decision) {
        scenario.answer(decision.id, decision.respondents[0]?.participant ?? '', {
          kind: 'decision',
          outcome: 'met',
          typedName: 'Somebody',
          reasons: [],
          explanation: 'It was met in the end.',
        });
      }
      scenario.until(later(scenario.now, 800));
      const ends = scenario.types().filter((type) => type === 'PlanClosed' || type === 'PlanWithdrawn');
      expect([scenario.require().status, ends.length]).toEqual(['closed', 1]);
    }, 15);
  });
});

describe('pausing and resuming', () => {
  test('never shortens anybody’s time: what was to come comes as late as it would have, or later', () => {
    const anyAbsence = fc.record({
      begins: fc.integer({ min: 0, max: 70 }),
      days: fc.integer({ min: 0, max: 60 }),
    });
    fc.assert(
      fc.property(anyPlan, anyAbsence, (kind, { begins, days }) => {
        const scenario = launched(kind);
        scenario.until(later(scenario.now, begins));
        const before = scenario.require();
        if (before.status !== 'active' && before.status !== 'acknowledging') return;
        const today = pinnedRules(before, scenario.library).calendar.dayOf(scenario.now);
        const until = addDays(today, days);
        if (today > before.draft.endDate) return;
        scenario.after({ type: 'PausePlan', from: today, until, reason: 'approved_absence' });
        scenario.until(later(scenario.now, days + 1));
        const plan = scenario.require();
        expect(opportunityDays(plan)).toBe(opportunityDays(before));
        expect(plan.pauses.map(({ tolledDays }) => tolledDays)).toEqual([days + 1]);
        const after = inOrder(plan);
        for (const [place, was] of inOrder(before).entries()) {
          const is = after[place];
          expect([is?.kind, is && is.dueAt >= was.dueAt]).toEqual([was.kind, true]);
          const isOpen = before.requests[was.id] !== undefined;
          if (!isOpen) expect(is && is.opensAt >= was.opensAt).toBe(true);
        }
      }),
      { numRuns: 50 },
    );
  });
});

/** Check-ins and the decision, asked or not, in the order of their days; a pause loses none of them. */
const inOrder = (plan: Plan): ScheduledRequest[] =>
  [...Object.values(plan.requests), ...plan.scheduled]
    .filter(({ kind }) => kind === 'check_in' || kind === 'decision')
    .sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
