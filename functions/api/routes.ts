import type { Rule } from '../access.ts';
import type { ApiRequest, ApiResponse } from '../http.ts';
import type { ApiPorts } from '../ports.ts';
import { commandPlan } from './command-plan.ts';
import { draftPlan } from './draft-plan.ts';
import { getPlan } from './get-plan.ts';
import { importRoutes } from './imports.ts';
import { listEvents } from './list-events.ts';
import { listPacks } from './list-packs.ts';
import { listPlans } from './list-plans.ts';
import { openApi } from './open-api.ts';
import { planRecord } from './plan-record.ts';
import { planTimeline } from './plan-timeline.ts';
import { previewPlan } from './preview-plan.ts';
import { report } from './report.ts';

/** One address of the API: who may use it, and what it answers. */
export interface ApiRoute {
  who: Rule;
  serve(request: ApiRequest, ports: ApiPorts): Promise<ApiResponse>;
}

const READERS: Rule = { hr: 'all', auditor: 'all' };
const HR: Rule = { hr: 'all' };
const EVERYBODY: Rule = { hr: 'all', auditor: 'all', manager: 'all', operator: 'all', recorder: 'all' };

/** By route key, as API Gateway matches them. */
export const ROUTES: Readonly<Record<string, ApiRoute>> = {
  ...importRoutes,
  'GET /api/plans': { who: { ...READERS, manager: 'own' }, serve: listPlans },
  'POST /api/plans': { who: HR, serve: draftPlan },
  'POST /api/plans/preview': { who: HR, serve: previewPlan },
  'GET /api/plans/{planId}': { who: { ...READERS, manager: 'own' }, serve: getPlan },
  'GET /api/plans/{planId}/events': { who: READERS, serve: listEvents },
  'GET /api/plans/{planId}/timeline': { who: READERS, serve: planTimeline },
  'GET /api/plans/{planId}/record': { who: READERS, serve: planRecord },
  // Of a recorder only what brings something in; the function looks at which command it is.
  'POST /api/plans/{planId}/commands': { who: { hr: 'all', recorder: 'all' }, serve: commandPlan },
  'GET /api/packs': { who: EVERYBODY, serve: listPacks },
  'GET /api/reports': { who: READERS, serve: report },
  'GET /api/openapi.json': { who: EVERYBODY, serve: openApi },
};
