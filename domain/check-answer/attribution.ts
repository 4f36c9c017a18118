import { creditDays } from '../decide/credit.ts';
import type { BrokenRule } from '../errors.ts';
import type { AttributionAnswer } from '../plan.ts';
import { broken, brokenProductRule, type Rules } from '../rules.ts';
import { type Asked, checkPresent } from './asked.ts';

/** Who missed it is said with a reason; days are given back only of what the manager missed, and inside the cap. */
export function checkAttribution(answer: AttributionAnswer, asked: Asked, rules: Rules): BrokenRule[] {
  return [
    ...checkPresent('/reason', answer.reason, 'Say in a sentence why; it stays in the record.', {
      code: 'attribution_reason_missing',
    }),
    ...(answer.credit ? checkCredit(answer, asked, rules) : []),
  ];
}

function checkCredit({ to }: AttributionAnswer, { plan, request, today }: Asked, rules: Rules): BrokenRule[] {
  const { tolling, duration } = rules.pack;
  if (!tolling.missedByManager.is) {
    const message = 'These rules give no days back for a missed check-in. Leave this unticked.';
    return [broken('/credit', message, tolling.missedByManager, rules.pack, { code: 'credit_not_in_rules' })];
  }
  if (to !== 'manager') {
    const message =
      'Days are given back only when the manager missed the check-in. Leave this unticked, or choose the manager.';
    return [broken('/credit', message, tolling.missedByManager, rules.pack, { code: 'credit_not_manager' })];
  }
  if (request.regarding === undefined) {
    return [
      brokenProductRule('/credit', 'No check-in is named, so no days can be given back.', {
        code: 'credit_no_check_in',
      }),
    ];
  }
  if (creditDays(plan, request.regarding, rules, today) > 0) return [];
  const message =
    'No day is left to give back: the plan with everything added to it may not last longer. Leave this unticked.';
  return [broken('/credit', message, duration.maxTotalDays, rules.pack, { code: 'credit_no_days' })];
}
