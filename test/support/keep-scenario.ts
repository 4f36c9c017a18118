import { chainStart, record, storable } from '../../adapters/chain.ts';
import { commitRows } from '../../adapters/commit-rows.ts';
import type { Rows } from '../../adapters/rows.ts';
import { evolve, linksOf, owed, type Plan, type PlanEvent, type PlanId } from '../../domain/index.ts';
import type { Scenario } from './scenario.ts';

/** Sixteen letters for the number of a link. */
const nameOf = (number: number): string =>
  [...String(number).padStart(16, '0')].map((digit) => 'abcdefghij'[Number(digit)]).join('');

/** Puts a plan that was lived by commands alone into a table, as if it had been lived there, under an id of its own. */
export async function keepScenario(
  { events }: Pick<Scenario, 'events'>,
  planId: PlanId,
  rows: Rows,
): Promise<Plan> {
  const named = JSON.stringify(events)
    .replaceAll('"plan-1"', `"${planId}"`)
    .replaceAll(/"link-(\d+)"/g, (_, number) => `"${planId}.${nameOf(Number(number))}"`);
  let plan: Plan | undefined;
  let prev = chainStart(planId);
  for (const event of JSON.parse(named) as PlanEvent[]) {
    const before = plan?.version ?? 0;
    const recorded = record(storable(event), prev);
    prev = recorded.hash;
    plan = evolve(plan, recorded);
    const [items, links] = [owed(event, plan), linksOf(event, plan)];
    const isKept = await rows.transact(
      commitRows({ plan, before, events: [recorded], items, links, keptUntil: null }),
    );
    if (!isKept) throw new Error(`Event ${event.seq} of the scenario could not be kept.`);
  }
  return plan as Plan;
}
