import type { BrokenRule } from '../errors.ts';
import type { RulePack } from '../pack.ts';
import type { PlanDraft } from '../plan.ts';
import { broken } from '../rules.ts';

/** Whoever proposes some outcomes does not decide them (D10): without somebody else the plan could not be decided. */
export function checkDeciders(draft: PlanDraft, pack: RulePack): BrokenRule[] {
  const { separateDecider, outcomes } = pack.decision;
  const { roles } = separateDecider.is;
  const apart = outcomes.is.filter(({ code }) => separateDecider.is.outcomes.includes(code));
  const somebody = draft.participants.some(
    ({ id, role }) => roles.includes(role) && id !== draft.issuer.participant,
  );
  if (apart.length === 0 || somebody) return [];
  const titles = apart.map(({ title }) => title).join(', ');
  const message = `Some decisions (${titles}) are not made by whoever proposes them: name a participant with the role ${roles.join(' or ')} who does not issue the plan.`;
  return [broken('/participants', message, separateDecider, pack)];
}
