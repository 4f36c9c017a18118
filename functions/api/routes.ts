import type { ApiRequest, ApiResponse } from '../http.ts';
import type { ApiPorts } from '../ports.ts';
import { commandPlan } from './command-plan.ts';
import { draftPlan } from './draft-plan.ts';
import { getPlan } from './get-plan.ts';
import { listEvents } from './list-events.ts';
import { listPacks } from './list-packs.ts';
import { listPlans } from './list-plans.ts';
import { planRecord } from './plan-record.ts';
import { planTimeline } from './plan-timeline.ts';
import { previewPlan } from './preview-plan.ts';

/** By route key, as API Gateway matches them. */
export const ROUTES: Readonly<
  Record<string, (request: ApiRequest, ports: ApiPorts) => Promise<ApiResponse>>
> = {
  'GET /api/plans': listPlans,
  'POST /api/plans': draftPlan,
  'POST /api/plans/preview': previewPlan,
  'GET /api/plans/{planId}': getPlan,
  'GET /api/plans/{planId}/events': listEvents,
  'GET /api/plans/{planId}/timeline': planTimeline,
  'GET /api/plans/{planId}/record': planRecord,
  'POST /api/plans/{planId}/commands': commandPlan,
  'GET /api/packs': listPacks,
};
