import { type ExecutionItem, StatesBusy } from '../../adapters/executions.ts';
import type { PlanPulse } from '../../adapters/plan-pulse.ts';
import type { Visit } from '../../views/admin/executions/graph/trace.ts';
import { traceOf } from '../../views/admin/executions/graph/trace.ts';
import { type ExecutionRow, STATUS_WORDS } from '../../views/admin/executions/model.ts';
import { waitTitle } from '../../views/admin/executions/waits-for.ts';
import { type Named, namedBy } from './name.ts';
import { pooled } from './pooled.ts';
import type { ExecutionsPorts } from './ports.ts';

/** A state that waits has written at most so many events since it was entered, unless it was tried again often. */
const LATELY = 12;

/** The executions of a list, each with what it waits for: from the plan's row, and the state from its newest events. */
export async function rowsOf(
  items: readonly ExecutionItem[],
  ports: Pick<ExecutionsPorts, 'executions' | 'pulses' | 'now' | 'settings'>,
): Promise<ExecutionRow[]> {
  const named = items.map((item) => ({ item, named: namedBy(item.name) }));
  const [pulses, places] = await Promise.all([
    ports.pulses.pulses(named.flatMap(({ named: { plan } }) => plan?.planId ?? [])),
    pooled(named, ({ item, named }) => placeOf(item, named, ports)),
  ]);
  return named.map(({ item, named }, at) => {
    const pulse = named.plan && pulses.get(named.plan.planId);
    const place = places[at];
    const isDriving = item.status === 'RUNNING' && pulse !== undefined && pulse.run === named.plan?.run;
    return {
      ...item,
      title: titleOf(item, pulse, { place, named, now: ports.now() }),
      timeZone: pulse?.timeZone ?? ports.settings.defaults.timeZone,
      ...(place && { state: place.state, ...(place.enteredAt && { since: place.enteredAt }) }),
      ...(isDriving && pulse.nextDueAt && { wakesAt: pulse.nextDueAt }),
    };
  });
}

/** What an execution is called: what it waits for, or how it ended. */
export function titleOf(
  { status }: Pick<ExecutionItem, 'status'>,
  pulse: PlanPulse | undefined,
  { place, named, now }: { place?: Visit | undefined; named: Named; now: string },
): string {
  if (!named.plan)
    return status === 'RUNNING'
      ? place
        ? `Bulk work: ${place.state}`
        : 'Bulk work'
      : `Bulk work, ${STATUS_WORDS[status]}`;
  if (status !== 'RUNNING') return `Run ${named.plan.run}, ${STATUS_WORDS[status]}`;
  if (!pulse) return place?.state ?? 'A plan that is not there';
  if (pulse.run !== named.plan.run) return `Run ${named.plan.run}: run ${pulse.run} has taken over`;
  return waitTitle(pulse, place?.state, now);
}

/** Where a running execution is; a list is worth having without it when Step Functions is busy. */
async function placeOf(
  { status, name }: ExecutionItem,
  { machine }: Named,
  { executions }: Pick<ExecutionsPorts, 'executions'>,
): Promise<Visit | undefined> {
  if (status !== 'RUNNING') return undefined;
  try {
    const { events } = await executions.history(machine, name, { most: LATELY });
    return traceOf(events).visits.findLast(({ end }) => end === 'here');
  } catch (error) {
    if (error instanceof StatesBusy) return undefined;
    throw error;
  }
}
