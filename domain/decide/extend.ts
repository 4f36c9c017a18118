import { openRequests } from '../agenda.ts';
import type { Command, Context } from '../commands.ts';
import { NotAllowedNow } from '../errors.ts';
import type { Fact } from '../events.ts';
import type { Day, Plan, PlanDraft } from '../plan.ts';
import { pinnedRules, type Rules, refuseIfAny } from '../rules.ts';
import { addedCheckIns, followUpsOf } from '../schedule.ts';
import { checkMoreTime } from './amend/end.ts';
import { revise } from './revise.ts';
import { requiredWords } from './words.ts';

const WAY_TO_EXTEND: Partial<Record<Plan['status'], string>> = {
  draft: 'Draft it again with a later end.',
  approved: 'Draft it again with a later end.',
  consulting: 'Draft it again with a later end.',
  acknowledging: 'Wait until it has started, or amend it.',
  paused: 'Resume it first; the days of the pause are given back anyway.',
};

/** HR gives more time, in steps and inside the cap over all versions (D8), with a reason; both sides sign again. */
export function extendPlan(
  command: Extract<Command, { type: 'ExtendPlan' }>,
  plan: Plan,
  context: Context,
): Fact[] {
  const { endDate, reason } = command;
  if (plan.status !== 'active' && plan.status !== 'deciding') {
    const wayOut = WAY_TO_EXTEND[plan.status] ?? 'Its record stays as it is; draft a new plan.';
    throw new NotAllowedNow('extended', plan.status, wayOut);
  }
  const decided = decidedAs(plan, context);
  if (decided) throw new NotAllowedNow('extended', decided, 'Its record stays as it is; draft a new plan.');
  const rules = pinnedRules(plan, context.library);
  refuseIfAny([
    ...checkMoreTime('/endDate', endDate, plan, rules.pack, rules.calendar.dayOf(context.now)),
    ...requiredWords(
      '/reason',
      reason,
      'Say why more time is given; both sides read it with the new version.',
    ),
  ]);
  return extensionFacts(plan, { endDate, reason }, rules, context);
}

/** The period runs until `endDate` from now on, with check-ins in the rhythm the plan had. */
export function extensionFacts(
  plan: Plan,
  { endDate, reason }: { endDate: Day; reason?: string },
  rules: Rules,
  context: Context,
): Fact[] {
  const draft = withMoreTime(plan.draft, endDate, rules, context);
  const why = reason !== undefined ? { reason } : {};
  return [
    {
      type: 'PlanExtended',
      endDate,
      revision: revise(plan, { because: 'extended', ...why, draft }, rules, context),
    },
  ];
}

/** The draft with a later end, and check-ins in the days that were added. */
export function withMoreTime(
  draft: PlanDraft,
  endDate: Day,
  { calendar }: Rules,
  { now }: Context,
): PlanDraft {
  const today = calendar.dayOf(now);
  const { endDate: from } = draft;
  const known = new Set(followUpsOf(draft).map(({ date }) => date));
  const added = addedCheckIns(draft, { from, to: endDate, today }, calendar)
    .filter((date) => date > from && date > today && !known.has(date))
    .map((date) => ({ date, type: 'progress' as const }));
  return {
    ...draft,
    endDate,
    ...(added.length > 0 ? { followUps: [...(draft.followUps ?? []), ...added] } : {}),
  };
}

/** How a plan was decided that is not closed yet: by a rule nobody wrote down yet, or as not met with something still awaited. */
export function decidedAs(plan: Plan, { now }: Context): string | undefined {
  const open = openRequests(plan);
  if (open.some(({ legalDefault }) => legalDefault && legalDefault.at <= now)) return 'decided by rule';
  // Nobody may respond to a decision but to one that fails the plan, and that one stands.
  const isFailed = Object.values(plan.requests).some(({ responseTo }) => responseTo === 'decision');
  return isFailed ? 'decided' : undefined;
}
