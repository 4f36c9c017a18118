import { agenda, type Step } from '../agenda.ts';
import type { Command, Context } from '../commands.ts';
import { StaleRun } from '../errors.ts';
import type { Fact } from '../events.ts';
import { evolve, stamp } from '../evolve.ts';
import { linksOf } from '../links.ts';
import { changedListings } from '../listing.ts';
import { owed } from '../owed.ts';
import type { Plan } from '../plan.ts';
import { pinnedRules } from '../rules.ts';
import { endMonitoring } from './monitoring.ts';
import { beginPause, endPause, reviewPause } from './pause.ts';
import { applyLegalDefault, close, escalate, invite, open, remind } from './requests.ts';

/** One transaction holds 100 rows, the plan's own among them. */
const ROWS_A_TIME = 96;

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
  for (let step = agenda(current)[0]; step && step.at <= context.now; step = agenda(current)[0]) {
    const taken = take(step, current, context);
    const { after, rows: added } = effectsOf(taken, current, context);
    if (rows > 0 && rows + added + listedAnew(plan, after) > ROWS_A_TIME) break;
    facts.push(...taken);
    current = after;
    rows += added;
  }
  return facts;
}

/** How many rows it takes to say where the plan is found from now on, however many facts there are. */
function listedAnew(before: Plan, after: Plan): number {
  const { written, emptied } = changedListings(before, after);
  return written.length + emptied.length;
}

/** The plan after the facts, and how many rows writing them down takes. */
function effectsOf(facts: Fact[], plan: Plan, context: Context): { after: Plan; rows: number } {
  let after = plan;
  let rows = 0;
  for (const fact of facts) {
    const event = stamp(fact, after, context.now, context.actor);
    after = evolve(after, event);
    rows += 1 + owed(event, after).length + linksOf(event, after).length;
  }
  return { after, rows };
}

function take(step: Step, plan: Plan, context: Context): Fact[] {
  const rules = pinnedRules(plan, context.library);
  switch (step.do) {
    case 'start':
      return [{ type: 'PlanStarted' }];
    case 'end':
      return [{ type: 'OpportunityPeriodEnded' }];
    case 'pause':
      return beginPause(plan, context, rules);
    case 'resume':
      return endPause(plan, context, rules);
    case 'review_pause':
      return reviewPause(plan, context, rules);
    case 'end_monitoring':
      return endMonitoring();
    case 'open':
      return open(required(step), plan, context, rules);
    case 'invite':
      return invite(required(step), plan, context);
    case 'remind':
      return remind(required(step), plan, context, rules);
    case 'miss':
      return close(required(step), plan, context, rules);
    case 'escalate':
      return escalate(required(step), plan, context, rules);
    case 'default':
      return applyLegalDefault(required(step), plan, context, rules);
  }
}

function required(step: Step): string {
  if (!step.requestId) throw new RangeError(`A step "${step.do}" is about a request.`);
  return step.requestId;
}
