import { isTimeZone } from '../calendar.ts';
import { checkDraft } from '../check-draft.ts';
import type { Command, Context } from '../commands.ts';
import { RulesBroken } from '../errors.ts';
import type { Fact } from '../events.ts';
import type { PlanDraft } from '../plan.ts';
import { brokenProductRule, refuseIfAny, rulesFor } from '../rules.ts';

/** A draft that breaks rules is refused with every one of them; otherwise it is pinned to its pack's version. */
export function draftPlan(command: Extract<Command, { type: 'DraftPlan' }>, context: Context): Fact[] {
  const { draft, planId } = command;
  return [{ type: 'PlanDrafted', planId, draft, ...checkedDraft(draft, context) }];
}

/** The version of the rules a draft is checked against and the zone it is read in. @throws RulesBroken with every rule it breaks */
export function checkedDraft(
  draft: PlanDraft,
  context: Context,
): { pack: { id: string; version: string }; timeZone: string } {
  const timeZone = draft.timeZone ?? context.defaults.timeZone;
  const ref = draft.pack ?? context.defaults.pack;
  // An unknown zone must not hide what else is wrong, so the rest is checked in one that exists.
  const zoneExists = isTimeZone(timeZone);
  const rules = rulesFor(ref, zoneExists ? timeZone : 'UTC', context.library);
  if (!rules) {
    const known = context.library.list().map((pack) => `${pack.id}@${pack.version}`);
    const message = `There is no rule pack "${ref}". Use one of: ${known.join(', ')}.`;
    throw new RulesBroken([brokenProductRule('/pack', message)]);
  }
  refuseIfAny(checkDraft({ ...draft, timeZone }, rules.pack, rules.calendar));
  return { pack: { id: rules.pack.id, version: rules.pack.version }, timeZone };
}
