import fc from 'fast-check';
import { addDays } from '../../domain/days.ts';
import {
  type Answer,
  type Command,
  extensionOptions,
  type Instant,
  openRequests,
  type Plan,
  type PlanDraft,
  pinnedRules,
  Refusal,
  type Request,
} from '../../domain/index.ts';
import { dcDraft } from '../support/plans.ts';
import { Scenario } from '../support/scenario.ts';

/** One thing that happens to a plan; what it is exactly depends on how the plan stands then. */
export interface Happening {
  what: 'wait' | 'answer' | 'pause' | 'resume' | 'extend' | 'amend' | 'hand_over' | 'cancel';
  /** How far, or which. */
  size: number;
}

/** Plans whose weeks lie across both changes of the clock, in both zones. */
export const anyPlan = fc.record({
  zone: fc.constantFrom('America/New_York', 'Europe/London'),
  pack: fc.constantFrom('us-dc-6b1410', 'general'),
  // Mondays before the clocks change in spring, in autumn, and between the years.
  start: fc.constantFrom('2026-02-16', '2026-02-23', '2026-09-28', '2026-10-05', '2026-12-07'),
});

export const anyLife = fc.array(
  fc.record({
    what: fc.constantFrom<Happening['what'][]>(
      ...(['wait', 'wait', 'wait', 'answer', 'answer', 'pause', 'pause', 'resume'] as const),
      ...(['extend', 'amend', 'hand_over', 'cancel'] as const),
    ),
    size: fc.integer({ min: 0, max: 24 }),
  }),
  { minLength: 4, maxLength: 18 },
);

/** The District's draft with all its days moved to another start, in another zone. */
export function draftFrom({ zone, pack, start }: { zone: string; pack: string; start: string }): PlanDraft {
  const base = dcDraft();
  const by = Math.round((Date.parse(start) - Date.parse(base.startDate)) / 86_400_000);
  // Tuesdays of every other week, none of them a holiday.
  const days = [8, 22, 36, 50].map((offset) => addDays(start, offset));
  return {
    ...base,
    pack,
    timeZone: zone,
    startDate: start,
    endDate: addDays(base.endDate, by),
    reason: {
      ...base.reason,
      priorCoaching: [{ date: addDays(start, -60), summary: 'Talked it through.' }],
      evidence: [{ date: addDays(start, -20), summary: 'Counted in the quarter.' }],
    },
    items: base.items.map((item) => ({
      ...item,
      checkIns: item.checkIns.map(({ benchmark }, at) => ({ date: days[at] as string, benchmark })),
      support: item.support.map((promise) => ({ ...promise, due: addDays(start, 16) })),
    })),
  };
}

/** Does it, if the plan as it stands allows it; what it refuses is refused and changes nothing. */
export function happen(scenario: Scenario, { what, size }: Happening): void {
  const plan = scenario.require();
  const today = pinnedRules(plan, scenario.library).calendar.dayOf(scenario.now);
  const command = commandOf(what, size, plan, today);
  if (what === 'wait') scenario.until(later(scenario.now, size));
  else if (command) {
    try {
      scenario.when(command);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
}

export const later = (now: Instant, days: number): Instant =>
  `${new Date(Date.parse(now) + days * 86_400_000 + 3_600_000).toISOString().slice(0, 19)}Z`;

function commandOf(what: Happening['what'], size: number, plan: Plan, today: string): Command | undefined {
  switch (what) {
    case 'wait':
      return undefined;
    case 'answer':
      return answer(plan, size);
    case 'pause':
      return {
        type: 'PausePlan',
        from: addDays(today, (size % 11) - 5),
        ...(size % 3 === 0 ? {} : { until: addDays(today, (size % 11) - 5 + (size % 9)) }),
        reason: 'approved_absence',
      };
    case 'resume':
      return { type: 'ResumePlan', on: addDays(today, -(size % 4)) };
    case 'cancel':
      return { type: 'CancelPause', from: plan.pauses.at(-1)?.from ?? today };
    case 'extend':
      return { type: 'ExtendPlan', endDate: endFrom(plan, size, today), reason: 'More time helps.' };
    case 'amend':
      return size % 2
        ? { type: 'AmendPlan', changes: { endDate: endFrom(plan, size, today) }, reason: 'Agreed.' }
        : { type: 'AmendPlan', changes: { title: `Version ${size}` }, reason: 'Clearer.' };
    case 'hand_over': {
      const id = `manager-${size}`;
      const supervisor = { id, role: 'supervisor' as const, name: id, email: `${id}@agency.example` };
      return { type: 'ChangeManager', supervisor, reason: 'Moved.' };
    }
  }
}

/** A day an extension may run to, or, now and then, one it may not. */
function endFrom(plan: Plan, size: number, today: string): string {
  const rules = pinnedRules(plan, new Scenario().library);
  const options = extensionOptions(plan, rules.pack, today);
  return options[size % Math.max(1, options.length)] ?? addDays(plan.draft.endDate, 30);
}

/** Whoever is asked first says something: HR puts a missed check-in down to the manager and gives the days back. */
function answer(plan: Plan, size: number): Command | undefined {
  const open = openRequests(plan);
  const request = open[size % Math.max(1, open.length)];
  const person = request?.respondents.find((one) => !one.answer);
  if (!request || !person) return undefined;
  const said = words(request, plan, size);
  return said && { type: 'AnswerRequest', requestId: request.id, by: person.participant, answer: said };
}

function words(request: Request, plan: Plan, size: number): Answer | undefined {
  const items = plan.draft.items.map(({ id }) => id);
  switch (request.kind) {
    case 'acknowledgement':
      return { kind: 'acknowledgement', choice: 'sign', typedName: 'Somebody' };
    case 'check_in':
      return {
        kind: 'check_in',
        meeting: size % 5 === 0 ? 'not_held' : 'held',
        items: items.map((item) => ({ item, progress: 'near' as const })),
      };
    case 'attribution':
      return { kind: 'attribution', to: 'manager', reason: 'Away.', credit: size % 4 !== 0 };
    case 'decision':
      return {
        kind: 'decision',
        outcome: 'met',
        typedName: 'Somebody',
        reasons: [],
        explanation: 'It was met in the end.',
      };
    default:
      return undefined;
  }
}
