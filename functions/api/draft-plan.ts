import { summarise } from '../../domain/summarise.ts';
import { commandContext } from '../command-context.ts';
import type { ApiRequest, ApiResponse } from '../http.ts';
import type { ApiPorts } from '../ports.ts';
import { draftIn, warningsOf } from './read-draft.ts';
import { readJson } from './read-json.ts';

/** POST /api/plans */
export async function draftPlan(request: ApiRequest, ports: ApiPorts): Promise<ApiResponse> {
  const planId = ports.ids.plan();
  const context = commandContext(ports, planId, request.actor);
  const draft = draftIn(readJson(request), context);
  const { plan } = await ports.store.commit(planId, { type: 'DraftPlan', planId, draft }, context);
  return {
    status: 201,
    headers: { Location: `/api/plans/${planId}` },
    json: { ...summarise(plan), warnings: warningsOf(draft, context) },
  };
}
