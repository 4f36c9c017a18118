import { atTheirLines, type CsvReading } from '../../adapters/readings-csv.ts';
import { PlanErased } from '../../adapters/store-errors.ts';
import { PlanNotFound, RulesBroken } from '../../domain/errors.ts';
import { summarise } from '../../domain/summarise.ts';
import { commandContext } from '../command-context.ts';
import type { ApiRequest, ApiResponse } from '../http.ts';
import type { ApiPorts } from '../ports.ts';
import { commandOf } from './command-of.ts';
import { CommandShape } from './command-shapes.ts';
import { dryRun } from './dry-run.ts';
import { holdComparators } from './hold.ts';
import { isPlanId, planIdOf } from './plan-id.ts';
import { brokenShape, inShape, readJson } from './read-json.ts';

/**
 * POST /api/plans/{planId}/commands. Repeating one that has been done records nothing; with `dryRun` it
 * says what the command would do, and nothing is kept.
 */
export async function commandPlan(request: ApiRequest, ports: ApiPorts): Promise<ApiResponse> {
  const planId = planIdOf(request);
  const sent = inShape(CommandShape, readJson(request));
  const { command, rows } = commandOf(sent);
  const context = commandContext(ports, planId, request.actor);
  return naming(rows, async () => {
    if (sent.dryRun) {
      return { status: 200, json: dryRun(command, await ports.store.load(planId), context) };
    }
    if (sent.type === 'hold' && sent.comparators) {
      await ports.store.load(planId);
      await holdTogether(sent.comparators, sent.reason, ports, request.actor);
    }
    const { plan } = await ports.store.commit(planId, command, context);
    return { status: 200, json: summarise(plan) };
  });
}

/** Holds the other plans that were named, and says so when one of them is not there. @throws Problem 422 */
async function holdTogether(
  planIds: string[],
  reason: string,
  ports: ApiPorts,
  actor: ApiRequest['actor'],
): Promise<void> {
  const unknown = (field: string, message: string) =>
    brokenShape([{ field, message, rule: 'shape', citation: '' }]);
  const at = planIds.findIndex((id) => !isPlanId(id));
  if (at >= 0)
    throw unknown(`/comparators/${at}`, 'No plan can have this id: nothing is held. Check the id.');
  try {
    await holdComparators(planIds, reason, ports, actor);
  } catch (refusal) {
    if (!(refusal instanceof PlanNotFound || refusal instanceof PlanErased)) throw refusal;
    throw unknown('/comparators', 'One of these plans is not there, so nothing is held. Check their ids.');
  }
}

/** Whoever sent a file is told the lines of it, not the places of a list they never saw. */
async function naming<T>(rows: CsvReading[] | undefined, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (refusal) {
    if (!rows || !(refusal instanceof RulesBroken)) throw refusal;
    throw new RulesBroken(atTheirLines(refusal.broken, rows));
  }
}
