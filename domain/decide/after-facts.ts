import type { Context } from '../commands.ts';
import type { Fact } from '../events.ts';
import { evolve, stamp } from '../evolve.ts';
import type { Plan } from '../plan.ts';

/** The plan as it would be with these facts recorded: what follows from an answer is decided on a plan that has it. */
export const afterFacts = (facts: readonly Fact[], plan: Plan, context: Context): Plan =>
  facts.reduce((current, fact) => evolve(current, stamp(fact, current, context.now, context.actor)), plan);
