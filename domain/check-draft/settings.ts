import type { BrokenRule } from '../errors.ts';
import type { RulePack } from '../pack.ts';
import type { PlanDraft } from '../plan.ts';
import { broken } from '../rules.ts';
import { isBlank } from '../text.ts';

/** What the plan sets for itself: silence counts as success only on a text that somebody has read (D6). */
export function checkSettings({ settings }: PlanDraft, pack: RulePack): BrokenRule[] {
  const chosen = settings?.onDecisionOverdue;
  const { onOverdue } = pack.decision;
  const rule = pack.rules.find(({ id }) => id === onOverdue.rule);
  if (chosen?.mode !== 'deem_met' || rule?.verification === 'verified' || !isBlank(chosen.verifiedBy))
    return [];
  const message =
    'The rule that silence counts as success is not verified: name who read its text, or choose escalate_only.';
  return [broken('/settings/onDecisionOverdue/verifiedBy', message, onOverdue, pack)];
}
