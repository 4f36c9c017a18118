import type { BrokenRule } from '../errors.ts';
import type { ApprovalAnswer } from '../plan.ts';
import type { Rules } from '../rules.ts';
import { type Asked, checkPresent, checkTypedName } from './asked.ts';
import { checkNothingOpen } from './decision.ts';

/** Signed by name; sent back only with a reason; confirmed only when nothing has come up that is answered first. */
export function checkApproval(answer: ApprovalAnswer, { plan }: Asked, { pack }: Rules): BrokenRule[] {
  const proposed = plan.proposal?.answer.outcome;
  const outcome = pack.decision.outcomes.is.find(({ code }) => code === proposed);
  return [
    ...checkTypedName(answer.typedName),
    ...(answer.choice === 'return'
      ? checkPresent('/reason', answer.reason, 'Say why it is sent back: whoever proposed it reads it.', {
          code: 'return_reason_missing',
        })
      : []),
    ...(answer.choice === 'confirm' && outcome ? checkNothingOpen('/choice', outcome, plan) : []),
  ];
}
