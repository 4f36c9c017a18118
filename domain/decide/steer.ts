import { agenda, isLive, openRequests } from '../agenda.ts';
import type { Command, Context } from '../commands.ts';
import { NotAllowedNow } from '../errors.ts';
import type { Fact } from '../events.ts';
import type { Instant, Plan } from '../plan.ts';
import { broken, brokenProductRule, pinnedRules, refuseIfAny } from '../rules.ts';
import { endOf, scheduleOf } from '../schedule.ts';
import { isBlank } from '../text.ts';

/** HR has read the draft and lets it go to the people it concerns. */
export function approvePlan(command: Extract<Command, { type: 'ApprovePlan' }>, plan: Plan): Fact[] {
  if (plan.status === 'approved' || isLive(plan)) return [];
  if (plan.status !== 'draft') throw new NotAllowedNow('approved', plan.status, 'Draft a new plan.');
  return [{ type: 'PlanApproved', ...(command.comment ? { comment: command.comment } : {}) }];
}

const WAY_TO_LAUNCH: Partial<Record<Plan['status'], string>> = {
  draft: 'Approve it first.',
  consulting: 'Wait until the employee has responded, waived the right to, or the time for it is over.',
};

/** From here the plan follows itself up. Every moment of every question is fixed now, on the business calendar. */
export function launchPlan(plan: Plan, context: Context): Fact[] {
  if (plan.status !== 'approved') {
    if (plan.status !== 'consulting' && isLive(plan)) return [];
    throw new NotAllowedNow('launched', plan.status, WAY_TO_LAUNCH[plan.status] ?? 'Draft a new plan.');
  }
  const { pack, calendar } = pinnedRules(plan, context.library);
  const { draft: toRespond } = pack.response;
  if (toRespond.is.required && !plan.consulted) {
    const message = 'Share the draft first: the employee may respond to it before the plan starts.';
    refuseIfAny([broken('', message, toRespond, pack)]);
  }
  const { draft } = plan;
  const today = calendar.dayOf(context.now);
  if (today > draft.startDate) {
    const message = `The plan was to start on ${draft.startDate}, which is past: launching now would shorten the time to improve. Draft it again with a start date from ${today} on.`;
    refuseIfAny([broken('/startDate', message, pack.duration.minDays, pack)]);
  }
  return [
    {
      type: 'PlanLaunched',
      run: plan.run + 1,
      startsAt: calendar.at(draft.startDate, '00:00'),
      endsAt: endOf(draft.endDate, calendar),
      schedule: scheduleOf(draft, context.now, { pack, calendar }),
    },
  ];
}

/** Ends the following-up without an outcome; allowed until the plan is closed, and only with a reason. */
export function withdrawPlan(
  command: Extract<Command, { type: 'WithdrawPlan' }>,
  plan: Plan,
  context: Context,
): Fact[] {
  if (plan.status === 'withdrawn') return [];
  if (openRequests(plan).some(({ legalDefault }) => legalDefault && legalDefault.at <= context.now)) {
    throw new NotAllowedNow('withdrawn', 'decided by rule', 'Its record stays as it is.');
  }
  // What was found met stays met, also while it is watched whether it holds.
  if (plan.closedAt !== null) throw new NotAllowedNow('withdrawn', plan.status, 'Its record stays as it is.');
  const reason = command.reason.trim();
  if (isBlank(reason))
    refuseIfAny([brokenProductRule('/reason', 'Say why the plan is withdrawn; it stays in the record.')]);
  return [{ type: 'PlanWithdrawn', reason }];
}

/**
 * A plan that nobody drives gets a new run: something is due and was not done by the run that should have. So does one
 * whose execution would not live to see what comes due next, and one whose run cannot be had.
 */
export function restartRun(
  command: Extract<Command, { type: 'RestartRun' }>,
  plan: Plan,
  context: Context,
): Fact[] {
  const due = agenda(plan)[0]?.at;
  if ('reason' in command) return restartedBySomebody(command, plan);
  if (command.run !== plan.run || !due) return [];
  if ('to' in command) return [{ type: 'RunRestarted', run: command.to, because: 'nobody_driving' }];
  if (!command.because && (due >= context.now || isTooSoon(plan, context.now))) return [];
  return [{ type: 'RunRestarted', run: plan.run + 1, because: command.because ?? 'nobody_driving' }];
}

const FIRST_MINUTES = 10;
const LONGEST_MINUTES = 240;

/** New runs that help nothing come further and further apart: what keeps failing is for people to mend. */
function isTooSoon({ undriven }: Plan, now: Instant): boolean {
  if (!undriven) return false;
  const minutes = Math.min(LONGEST_MINUTES, FIRST_MINUTES * 2 ** (undriven.restarts - 1));
  return Date.parse(now) < Date.parse(undriven.at) + minutes * 60_000;
}

/** Whoever asks for it hears why not; asked twice, it happens once. */
function restartedBySomebody(
  { run, because, reason }: Extract<Command, { type: 'RestartRun'; reason: string }>,
  plan: Plan,
): Fact[] {
  if (run !== plan.run) return [];
  if (!agenda(plan)[0]) {
    throw new NotAllowedNow(
      'restarted',
      plan.status,
      'Nothing comes due by itself, so there is nothing to restart.',
    );
  }
  const said = reason.trim();
  if (isBlank(said)) {
    refuseIfAny([
      brokenProductRule('/reason', 'Say why there is to be another run; it stays in the record.'),
    ]);
  }
  return [{ type: 'RunRestarted', run: plan.run + 1, because, reason: said }];
}

export function recordRunFailure(
  command: Extract<Command, { type: 'RecordRunFailure' }>,
  plan: Plan,
): Fact[] {
  if (!isLive(plan) || command.run !== plan.run) return [];
  return [{ type: 'RunFailed', run: command.run, error: command.error }];
}

/** Says of a mail, once, that it did not leave or that nobody knows. Whoever it was for must not pay for it. */
export function recordUndelivered(
  { mail }: Extract<Command, { type: 'RecordUndelivered' }>,
  plan: Plan,
): Fact[] {
  if (plan.undelivered.some(({ key }) => key === mail.key)) return [];
  return [{ type: 'MailUndelivered', ...mail }];
}
