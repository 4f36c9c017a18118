import { agenda, type Step } from '../agenda.ts';
import type { Command, Context } from '../commands.ts';
import { StaleRun } from '../errors.ts';
import type { Fact } from '../events.ts';
import { evolve, stamp } from '../evolve.ts';
import { linksOf } from '../links.ts';
import { owed } from '../owed.ts';
import type { Plan } from '../plan.ts';
import { pinnedRules } from '../rules.ts';
import { applyLegalDefault, escalate, miss, open, remind } from './requests.ts';

/** One transaction holds 100 rows; what one step may add to this many still fits. */
const ROWS_A_TIME = 50;

/**
 * Everything that is due by `now`, in the order it fell due, or as much of it as one transaction holds: the workflow
 * comes back for the rest at once. Running it again finds nothing left to do, so a duplicated task changes nothing.
 */
export function advance(
  command: Extract<Command, { type: 'Advance' }>,
  plan: Plan,
  context: Context,
): Fact[] {
  if (command.run !== plan.run) throw new StaleRun(command.run, plan.run);
  const facts: Fact[] = [];
  let current = plan;
  let rows = 0;
  for (
    let step = agenda(current)[0];
    step && step.at <= context.now && rows < ROWS_A_TIME;
    step = agenda(current)[0]
  ) {
    for (const fact of take(step, current, context)) {
      const event = stamp(fact, current, context.now, context.actor);
      current = evolve(current, event);
      facts.push(fact);
      rows += 1 + owed(event, current).length + linksOf(event, current).length;
    }
  }
  return facts;
}

function take(step: Step, plan: Plan, context: Context): Fact[] {
  switch (step.do) {
    case 'start':
      return [{ type: 'PlanStarted' }];
    case 'end':
      return [{ type: 'OpportunityPeriodEnded' }];
    case 'open':
      return open(required(step), plan, context, pinnedRules(plan, context.library));
    case 'remind':
      return remind(required(step), plan, context, pinnedRules(plan, context.library));
    case 'miss':
      return miss(required(step), plan, context.now);
    case 'escalate':
      return escalate(required(step), plan, context, pinnedRules(plan, context.library));
    case 'default':
      return applyLegalDefault(required(step), plan, context, pinnedRules(plan, context.library));
  }
}

function required(step: Step): string {
  if (!step.requestId) throw new RangeError(`A step "${step.do}" is about a request.`);
  return step.requestId;
}
