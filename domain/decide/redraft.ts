import type { Command, Context } from '../commands.ts';
import { NotAllowedNow, PlanMovedOn } from '../errors.ts';
import type { Fact } from '../events.ts';
import type { Plan } from '../plan.ts';
import { brokenProductRule, refuseIfAny } from '../rules.ts';
import { same } from '../same.ts';
import { isBlank } from '../text.ts';
import { checkedDraft } from './draft.ts';

const AFTER_APPROVAL =
  'Amend it once it has been launched, or withdraw it and draft a new plan: what was approved is not rewritten.';

/**
 * The whole text of a plan written anew while it is still a draft: nobody has approved it or been asked anything.
 * `version` is the number of the plan's last event as the writer knew it.
 *
 * @throws NotAllowedNow after approval, PlanMovedOn when something was recorded since, RulesBroken as for any draft
 */
export function redraftPlan(
  command: Extract<Command, { type: 'RedraftPlan' }>,
  plan: Plan,
  context: Context,
): Fact[] {
  const { draft, version } = command;
  if (plan.status !== 'draft') throw new NotAllowedNow('drafted again', plan.status, AFTER_APPROVAL);
  const { pack, timeZone } = checkedDraft(draft, context);
  // Sending the same twice is told from two people writing at once by what the plan says now.
  if (same(draft, plan.draft) && same(pack, plan.pack) && timeZone === plan.timeZone) return [];
  if (version !== plan.version) throw new PlanMovedOn(version, plan.version);
  const note = command.note?.trim();
  return [{ type: 'PlanRedrafted', draft, pack, timeZone, ...(note ? { note } : {}) }];
}

/** Whoever was to approve the draft says what has to change first; their words stay in the record. */
export function returnDraft(command: Extract<Command, { type: 'ReturnDraft' }>, plan: Plan): Fact[] {
  if (plan.status !== 'draft') throw new NotAllowedNow('sent back', plan.status, AFTER_APPROVAL);
  const comment = command.comment.trim();
  if (isBlank(comment))
    refuseIfAny([brokenProductRule('/comment', 'Say what has to change before the draft can be approved.')]);
  return [{ type: 'DraftReturned', comment }];
}
