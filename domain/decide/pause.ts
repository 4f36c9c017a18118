import { plannedPauses, runningPause } from '../agenda.ts';
import { daysInclusive } from '../calendar.ts';
import type { Command, Context } from '../commands.ts';
import { addDays } from '../days.ts';
import { NotAllowedNow, RulesBroken } from '../errors.ts';
import type { Fact } from '../events.ts';
import type { Day, Instant, Pause, Plan, PlanStatus } from '../plan.ts';
import { brokenProductRule, pinnedRules, type Rules, refuseIfAny } from '../rules.ts';
import { afterFacts } from './after-facts.ts';
import { decidedAs } from './extend.ts';
import { checkPause } from './pause/check.ts';
import { excusedBy } from './pause/excused.ts';
import { checkResume } from './pause/resume-day.ts';
import { resumed } from './pause/resumed.ts';

const WAY_TO_PAUSE: Partial<Record<PlanStatus, string>> = {
  draft: 'It has not started: draft it again with later days.',
  approved: 'It has not started: draft it again with later days.',
  consulting: 'It has not started: draft it again with later days.',
  paused: 'Resume it first, then pause it again.',
  deciding:
    'Its period is over, and the time to decide is the rule’s and runs on: extend it, or record the decision. Only an absence that is over, with a first and a last day, is still given back before a decision.',
};

/** Stops the clock for an approved absence (L1): from a day ahead, from today, or from a day that is past already. */
export function pausePlan(
  command: Extract<Command, { type: 'PausePlan' }>,
  plan: Plan,
  context: Context,
): Fact[] {
  const isOpen = ['acknowledging', 'active', 'paused'].includes(plan.status);
  if (!isOpen && !isReportedLate(command, plan, context)) {
    const wayOut = WAY_TO_PAUSE[plan.status] ?? 'Its record stays as it is.';
    throw new NotAllowedNow('paused', plan.status, wayOut);
  }
  const rules = pinnedRules(plan, context.library);
  const { calendar } = rules;
  refuseIfAny(checkPause(command, plan, rules));
  if (plan.status === 'paused') throw new NotAllowedNow('paused', plan.status, WAY_TO_PAUSE.paused ?? '');
  const { from, until = null, reason } = command;
  const endsAt = until && calendar.at(addDays(until, 1), '00:00');
  const pause: Pause = { from, until, reason, beginsAt: calendar.at(from, '00:00'), endsAt };
  const today = calendar.dayOf(context.now);
  if (from > today) return [{ type: 'PausePlanned', pause }];
  const facts = [...paused(pause, context, rules), ...excusedBy(pause, plan)];
  if (!until || until >= today) return facts;
  const by = daysGivenBack(pause, until, plan.draft.endDate, today);
  const heard = afterFacts(facts, plan, context);
  return [...facts, ...resumed(heard, pause, { on: addDays(until, 1), by }, rules, context)];
}

/** An absence that was over before anybody said so took days all the same, as long as nothing is decided. */
function isReportedLate(
  { until }: Extract<Command, { type: 'PausePlan' }>,
  plan: Plan,
  context: Context,
): boolean {
  const today = pinnedRules(plan, context.library).calendar.dayOf(context.now);
  return (
    plan.status === 'deciding' &&
    until !== undefined &&
    until < today &&
    decidedAs(plan, context) === undefined
  );
}

/**
 * By how many days the plan moves for an absence that is over. When its last day is over too, the days it took are
 * given from today on, so that there is somebody to use them: the plan stood still since.
 */
function daysGivenBack({ from }: Pause, until: Day, endDate: Day, today: Day): number {
  const away = daysInclusive(from, until);
  if (endDate >= today) return away;
  const lost = daysInclusive(from, until < endDate ? until : endDate);
  return Math.max(away, daysInclusive(endDate, addDays(today, lost - 1)) - 1);
}

/** Takes back a pause that has not begun. */
export function cancelPause({ from }: Extract<Command, { type: 'CancelPause' }>, plan: Plan): Fact[] {
  const planned = plannedPauses(plan);
  if (planned.some((pause) => pause.from === from)) return [{ type: 'PauseCancelled', from }];
  const days = planned.map((pause) => pause.from).join(', ');
  const message =
    runningPause(plan)?.from === from
      ? `This pause has begun: resume the plan, on ${from} if it should not have stood still and that is no more than a week ago.`
      : `No pause is planned from this day${days ? `: choose one of ${days}` : ', so there is nothing to cancel'}.`;
  throw new RulesBroken([brokenProductRule('/from', message)]);
}

/** The clock runs again, from today or from a day that is past; every later day moves by the days it stood still. */
export function resumePlan(
  command: Extract<Command, { type: 'ResumePlan' }>,
  plan: Plan,
  context: Context,
): Fact[] {
  const pause = runningPause(plan);
  if (!pause) {
    const wayOut =
      plannedPauses(plan).length > 0
        ? 'Cancel the pause that is planned.'
        : 'Its clock does not stand still: there is nothing to resume.';
    throw new NotAllowedNow('resumed', plan.status, wayOut);
  }
  const rules = pinnedRules(plan, context.library);
  const today = rules.calendar.dayOf(context.now);
  const on = command.on ?? today;
  refuseIfAny(checkResume(on, pause, plan.draft.endDate, today));
  return resumed(plan, pause, { on }, rules, context);
}

/** A planned pause whose first day has come. */
export function beginPause(plan: Plan, context: Context, rules: Rules): Fact[] {
  const [pause] = plannedPauses(plan)
    .filter(({ beginsAt }) => beginsAt <= context.now)
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  if (!pause) throw new RangeError('No planned pause has begun.');
  return paused(pause, context, rules);
}

/** A pause whose last day is over. */
export function endPause(plan: Plan, context: Context, rules: Rules): Fact[] {
  const pause = runningPause(plan);
  if (!pause?.until) throw new RangeError('No pause with a last day is running.');
  return resumed(plan, pause, { on: addDays(pause.until, 1) }, rules, context);
}

/** Brings a pause without an end before HR, and says when it will be again. */
export function reviewPause(_plan: Plan, context: Context, rules: Rules): Fact[] {
  return [{ type: 'PauseReviewDue', nextAt: reviewAfter(context, rules) }];
}

const paused = (pause: Pause, context: Context, rules: Rules): Fact[] => [
  { type: 'PlanPaused', pause, reviewAt: pause.until ? null : reviewAfter(context, rules) },
];

function reviewAfter({ now }: Context, { pack, calendar }: Rules): Instant {
  const day: Day = calendar.add(calendar.dayOf(now), pack.tolling.reviewAfter.is);
  return calendar.at(calendar.onOrAfter(day), pack.workingHours.is.opens);
}
