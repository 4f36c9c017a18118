import { agenda } from './agenda.ts';
import type { Context } from './commands.ts';
import { advance } from './decide/advance.ts';
import type { Fact } from './events.ts';
import { evolve, stamp } from './evolve.ts';
import type { Instant, Plan } from './plan.ts';

/** One moment of the future, if nobody does anything until then. */
export interface Foreseen {
  at: Instant;
  facts: Fact[];
  /** The plan after it. */
  plan: Plan;
}

/** A decision nobody makes escalates without end; a future stops being told after this many escalations in a row. */
const REPEATS_TOLD = 5;

/** What will happen if everybody stays silent, from the same code that will make it happen. Empty unless launched. */
export function forecast(plan: Plan, context: Context): Foreseen[] {
  const future: Foreseen[] = [];
  let current = plan;
  let repeats = 0;
  for (let step = agenda(current)[0]; step && repeats < REPEATS_TOLD; step = agenda(current)[0]) {
    const at = step.at > context.now ? step.at : context.now;
    const facts = advance({ type: 'Advance', run: current.run }, current, { ...context, now: at });
    for (const fact of facts) current = evolve(current, stamp(fact, current, at, context.actor));
    repeats = facts.every((fact) => fact.type === 'Escalated') ? repeats + 1 : 0;
    future.push({ at, facts, plan: current });
  }
  return future;
}
