import type { BrokenRule } from '../../errors.ts';
import { extensionOptions } from '../../extensions.ts';
import { lastDayAllowed, mostDays } from '../../opportunity.ts';
import type { RulePack } from '../../pack.ts';
import type { Day, Plan, PlanDraft } from '../../plan.ts';
import { broken, type Rules } from '../../rules.ts';

/** A last day may stay, or move to where an extension could move it: later, in whole steps, inside the cap. */
export function checkEnd(draft: PlanDraft, plan: Plan, { pack }: Rules, today: Day): BrokenRule[] {
  const before = plan.draft.endDate;
  const after = draft.endDate;
  if (after === before) return [];
  if (after < before) {
    const message = `The plan runs until ${before}: nobody’s time is shortened. If it is met sooner, end it early.`;
    return [broken('/changes/endDate', message, pack.duration.minDays, pack)];
  }
  return checkMoreTime('/changes/endDate', after, plan, pack, today);
}

/** What is wrong with a later last day, as a list of nothing or one; the message names the days that are allowed. */
export function checkMoreTime(
  field: string,
  endDate: Day,
  plan: Plan,
  pack: RulePack,
  today: Day,
): BrokenRule[] {
  const options = extensionOptions(plan, pack, today);
  if (options.includes(endDate)) return [];
  const { incrementDays, maxTotalDays } = pack.duration;
  const last = lastDayAllowed(plan, pack);
  const isPastCap = options.length === 0 || !(endDate <= last);
  const most = `The plan and everything added to it last ${mostDays(pack)} days at most, so until ${last}`;
  if (isPastCap) return [broken(field, `${most}. ${allowed(options)}`, maxTotalDays, pack)];
  const steps = incrementDays.is === null ? 'These rules set no steps, so whole weeks are offered. ' : '';
  const message = `${steps}${allowed(options)} That leaves at least a week.`;
  return [broken(field, message, incrementDays, pack)];
}

/** Which last days there are to choose from, as one sentence. */
function allowed(options: readonly Day[]): string {
  if (options.length === 0) return 'No whole step is left to give: keep the end, or decide.';
  if (options.length === 1) return `It can be extended to ${options[0]}, and to no other day.`;
  return `It can be extended to ${options.slice(0, -1).join(', ')} or ${options.at(-1)}, and to no other day.`;
}
