import type { Context } from '../../domain/commands.ts';
import { decide } from '../../domain/decide.ts';
import { type BrokenRule, RulesBroken } from '../../domain/errors.ts';
import type { PlanDraft } from '../../domain/plan.ts';
import { summarise } from '../../domain/summarise.ts';
import { commandContext } from '../command-context.ts';
import type { ApiRequest, ApiResponse } from '../http.ts';
import type { ApiPorts } from '../ports.ts';
import { brokenShape, readJson } from './read-json.ts';
import { PlanDraftShape } from './schema.ts';
import { shapeErrors } from './shape-errors.ts';
import { withoutUnknownFields } from './unknown-fields.ts';

/** POST /api/plans */
export async function draftPlan(request: ApiRequest, ports: ApiPorts): Promise<ApiResponse> {
  const planId = ports.ids.plan();
  const context = commandContext(ports, planId, request.actor);
  const draft = draftIn(readJson(request), context);
  const { plan } = await ports.store.commit(planId, { type: 'DraftPlan', planId, draft }, context);
  return { status: 201, headers: { Location: `/api/plans/${planId}` }, json: summarise(plan) };
}

/** The draft, or everything that can be said to be wrong with it, in one answer. @throws Problem 422 */
function draftIn(value: unknown, context: Context): PlanDraft {
  const parsed = PlanDraftShape.safeParse(value);
  if (parsed.success) return parsed.data;
  // A draft with unknown fields is whole without them, so its rules are checked as well. One with missing or mistyped
  // fields is not: what the rules would say of it would be about the holes.
  const rest = PlanDraftShape.safeParse(withoutUnknownFields(value, parsed.error.issues));
  throw brokenShape([
    ...shapeErrors(parsed.error.issues, value),
    ...(rest.success ? brokenRules(rest.data, context) : []),
  ]);
}

function brokenRules(draft: PlanDraft, context: Context): BrokenRule[] {
  try {
    decide({ type: 'DraftPlan', planId: '', draft }, undefined, context);
    return [];
  } catch (refusal) {
    if (refusal instanceof RulesBroken) return refusal.broken;
    throw refusal;
  }
}
