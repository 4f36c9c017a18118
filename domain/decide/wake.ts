import { agenda, isLive } from '../agenda.ts';
import type { Context } from '../commands.ts';
import type { Fact } from '../events.ts';
import { evolve, stamp } from '../evolve.ts';
import { next } from '../next.ts';
import type { Instant, Plan } from '../plan.ts';

/** Facts after which the workflow is woken, or begun anew, by what they owe themselves. */
const WAKES = (fact: Fact): boolean =>
  // A decision wakes by what it leads to, and an extension or a question leads to another wait.
  (fact.type === 'RequestAnswered' && fact.complete && fact.answer.kind !== 'decision') ||
  fact.type === 'PlanClosed' ||
  fact.type === 'PlanWithdrawn' ||
  fact.type === 'DraftShared' ||
  fact.type === 'PlanLaunched' ||
  fact.type === 'MonitoringStarted' ||
  fact.type === 'RunRestarted';

/**
 * A wait cannot be edited. When what somebody did changes what the running workflow should wait for, the run is
 * replaced by one that asks anew. A wait for people is woken by their answers; a wait for the clock hears nobody.
 */
export function wakeIfChanged(facts: Fact[], plan: Plan, context: Context): Fact[] {
  if (facts.length === 0 || !isLive(plan)) return facts;
  const waiting = next(plan);
  const hears = waiting.at === undefined;
  if (hears && facts.some(WAKES)) return facts;
  if (facts.some((fact) => fact.type === 'PlanWithdrawn' || fact.type === 'RunRestarted')) return facts;
  const after = facts.reduce<Plan>(
    (current, fact) => evolve(current, stamp(fact, current, context.now, context.actor)),
    plan,
  );
  // Something that is due this moment is in nobody's wait, even if the next moment after it is the same as before.
  // What was due before the command is the running workflow's already: to restart that for ever would drive nothing.
  const before = dueBy(context.now, plan);
  const isDueNow = dueBy(context.now, after).some((step) => !before.includes(step));
  if (after.run !== plan.run || (!isDueNow && same(waiting, next(after)))) return facts;
  return [...facts, { type: 'RunRestarted', run: plan.run + 1, because: 'schedule_changed' }];
}

const dueBy = (now: Instant, plan: Plan): string[] =>
  agenda(plan)
    .filter(({ at }) => at <= now)
    .map((step) => `${step.do} ${step.requestId ?? ''}`);

const same = (a: ReturnType<typeof next>, b: ReturnType<typeof next>): boolean =>
  a.state === b.state && a.at === b.at && a.until === b.until;
