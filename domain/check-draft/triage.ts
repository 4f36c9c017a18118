import type { BrokenRule } from '../errors.ts';
import type { RulePack } from '../pack.ts';
import type { PlanDraft, Triage } from '../plan.ts';
import { broken } from '../rules.ts';

const INSTEAD: Record<Exclude<Triage['purpose'], 'improvement'>, string> = {
  discipline: "use your organisation's disciplinary procedure",
  misconduct: "use your organisation's procedure for misconduct",
  redundancy: "use your organisation's procedure for redundancies",
};

/** Whether a plan is the right thing (H1). What was not done before is put on the record; only another purpose is refused. */
export function checkTriage({ triage }: PlanDraft, pack: RulePack): BrokenRule[] {
  if (!triage) {
    const message =
      'Say whether a plan is the right thing: its purpose (improvement, discipline, misconduct or redundancy) and, each true or false, expectationsKnown, helpGiven and managerDidTheirPart.';
    return pack.triage.is ? [broken('/triage', message, pack.triage, pack)] : [];
  }
  if (triage.purpose === 'improvement') return [];
  const message = `A plan is for improvement, not for ${triage.purpose}: ${INSTEAD[triage.purpose]}, or plan for what can improve.`;
  return [broken('/triage/purpose', message, pack.triage, pack)];
}
