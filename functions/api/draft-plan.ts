import { planIdFrom } from '../../adapters/ids.ts';
import type { PlanStore } from '../../adapters/store.ts';
import { KeyReused } from '../../adapters/store-errors.ts';
import { PlanExists } from '../../domain/errors.ts';
import { fold } from '../../domain/evolve.ts';
import type { Plan, PlanDraft, PlanId } from '../../domain/plan.ts';
import { same } from '../../domain/same.ts';
import { summarise } from '../../domain/summarise.ts';
import { commandContext } from '../command-context.ts';
import type { ApiRequest, ApiResponse } from '../http.ts';
import type { ApiPorts } from '../ports.ts';
import { draftIn, warningsOf } from './read-draft.ts';
import { readJson } from './read-json.ts';
import { etag, idempotencyKey } from './sending.ts';

/**
 * POST /api/plans. The id of a plan that comes with an `Idempotency-Key` is made of the key and of who sent it, so the
 * same request finds the plan it made, however late it comes again.
 */
export async function draftPlan(request: ApiRequest, ports: ApiPorts): Promise<ApiResponse> {
  const key = idempotencyKey(request);
  const planId = key ? planIdFrom(`${request.actor.id}\n${key}`) : ports.ids.plan();
  const context = commandContext(ports, planId, request.actor);
  const draft = draftIn(readJson(request), context);
  const plan = await ports.store.commit(planId, { type: 'DraftPlan', planId, draft }, context).then(
    (done) => done.plan,
    (refusal: unknown) => {
      if (!(refusal instanceof PlanExists)) throw refusal;
      return asDrafted(planId, draft, ports.store);
    },
  );
  return {
    status: 201,
    headers: { Location: `/api/plans/${planId}`, ...etag(plan.version) },
    json: { ...summarise(plan), warnings: warningsOf(draft, context) },
  };
}

/** The plan as it was when this draft had just made it. @throws KeyReused when another draft did */
async function asDrafted(planId: PlanId, draft: PlanDraft, store: PlanStore): Promise<Plan> {
  const [first] = await store.events(planId);
  if (first?.type !== 'PlanDrafted' || !same(first.draft, draft)) throw new KeyReused();
  return fold([first]);
}
