import type { BrokenRule } from '../errors.ts';
import type { RulePack } from '../pack.ts';
import type { PlanDraft } from '../plan.ts';
import { broken, brokenProductRule } from '../rules.ts';
import { isBlank } from '../text.ts';

/** Who issues the plan: the one whose task it is, or the stand-in with the reason of the absence (D3). */
export function checkIssuer({ issuer, participants }: PlanDraft, pack: RulePack): BrokenRule[] {
  const { role, fallback } = pack.issuer.is;
  const person = participants.find((participant) => participant.id === issuer.participant);
  if (!person) {
    return [
      brokenProductRule(
        '/issuer/participant',
        'Nobody in the plan has this id: use the id of a participant.',
      ),
    ];
  }
  if (person.role === role) return [];
  if (person.role !== fallback) {
    const standIn = fallback ? `, or the ${fallback} when the ${role} is absent` : '';
    const message = `The plan is issued by the ${role}${standIn}: name that person.`;
    return [broken('/issuer/participant', message, pack.issuer, pack)];
  }
  if (!isBlank(issuer.absenceReason ?? '')) return [];
  const message = `The ${fallback} issues the plan only when the ${role} is absent: say why the ${role} is.`;
  return [broken('/issuer/absenceReason', message, pack.issuer, pack)];
}
