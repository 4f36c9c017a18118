import type { Command } from '../commands.ts';
import type { Fact } from '../events.ts';
import type { Plan } from '../plan.ts';
import { brokenProductRule, refuseIfAny } from '../rules.ts';
import { isBlank, LONG_TEXT, textProblems } from '../text.ts';

/** Keeps the record from being deleted, whatever its age and the state of the plan. */
export function setLegalHold({ reason }: Extract<Command, { type: 'SetLegalHold' }>, plan: Plan): Fact[] {
  if (plan.legalHold) return [];
  checkReason(reason, 'Say why the record is held; it stays in the record.');
  return [{ type: 'LegalHoldSet', reason }];
}

/** From now on the record is kept only as long as the rules say. */
export function releaseLegalHold(
  { reason }: Extract<Command, { type: 'ReleaseLegalHold' }>,
  plan: Plan,
): Fact[] {
  if (!plan.legalHold) return [];
  checkReason(reason, 'Say why the record is held no longer; it stays in the record.');
  return [{ type: 'LegalHoldReleased', reason }];
}

function checkReason(reason: string, message: string): void {
  refuseIfAny([
    ...(isBlank(reason) ? [brokenProductRule('/reason', message)] : []),
    ...textProblems(reason, { oneLine: false, longest: LONG_TEXT }).map((problem) =>
      brokenProductRule('/reason', problem),
    ),
  ]);
}
