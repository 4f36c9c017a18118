import { type CsvLine, faultsByLine } from '../../adapters/readings-csv.ts';
import { PlanErased } from '../../adapters/store-errors.ts';
import { decide } from '../../domain/decide.ts';
import { PlanNotFound, RulesBroken } from '../../domain/errors.ts';
import { summarise } from '../../domain/summarise.ts';
import { commandContext } from '../command-context.ts';
import type { ApiRequest, ApiResponse } from '../http.ts';
import type { ApiPorts } from '../ports.ts';
import { Problem } from '../problems.ts';
import { commandOf } from './command-of.ts';
import { type ApiCommand, CommandShape } from './command-shapes.ts';
import { dryRun } from './dry-run.ts';
import { holdComparators } from './hold.ts';
import { isPlanId, planIdOf } from './plan-id.ts';
import { brokenIn } from './read-draft.ts';
import { brokenShape, inShape, readJson } from './read-json.ts';
import { etag, sendingOf } from './sending.ts';

/**
 * POST /api/plans/{planId}/commands. Repeating one that has been done records nothing: by what it says or, for those
 * that add something each time, by its `Idempotency-Key`. With `dryRun` it says what the command would do, and nothing is
 * kept.
 */
export async function commandPlan(request: ApiRequest, ports: ApiPorts): Promise<ApiResponse> {
  const planId = planIdOf(request);
  const body = readJson(request);
  const sent = inShape(CommandShape, body);
  const isHr = request.identity.roles.includes('hr');
  if (!isHr && (!BROUGHT_IN.includes(sent.type) || sent.dryRun)) throw onlyBringsIn();
  const sending = sendingOf(request, body);
  const { command, lines } = commandOf(sent);
  const context = commandContext(ports, planId, request.actor);
  if (lines?.some(({ faults }) => faults.length > 0)) {
    const plan = await ports.store.load(planId);
    // What the rules say of the other lines and values is said in the same answer.
    const said = brokenIn(() => decide(command, plan, context));
    throw new RulesBroken(faultsByLine(lines, said));
  }
  return naming(lines, async () => {
    if (sent.dryRun) {
      return { status: 200, json: dryRun(command, await ports.store.load(planId), context) };
    }
    if (sent.type === 'hold' && sent.comparators) {
      await ports.store.load(planId);
      await holdTogether(sent.comparators, sent.reason, ports, request.actor);
    }
    const { plan } = await ports.store.commit(planId, command, context, undefined, sending);
    const { version } = plan;
    // Whoever brings something in reads nothing of the plan.
    return { status: 200, headers: etag(version), json: isHr ? summarise(plan) : { planId, version } };
  });
}

/** What a program may send that only brings in what it has measured or seen (least privilege). */
const BROUGHT_IN: readonly ApiCommand['type'][] = ['readings', 'training_completed'];

const onlyBringsIn = (): Problem =>
  new Problem(
    403,
    'role_refused',
    `A recorder sends ${BROUGHT_IN.join(' or ')}, and tries nothing out.`,
    'Let HR do this, or use a token that has the role hr.',
  );

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
async function naming<T>(lines: CsvLine[] | undefined, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (refusal) {
    if (!lines || !(refusal instanceof RulesBroken)) throw refusal;
    throw new RulesBroken(faultsByLine(lines, refusal.broken));
  }
}
