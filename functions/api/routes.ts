import type { Rule } from '../access.ts';
import type { ApiRequest, ApiResponse } from '../http.ts';
import type { ApiPorts } from '../ports.ts';
import { readWhenAsked } from '../read-when-asked.ts';
import { importRoutes } from './imports.ts';

/** One address of the API: who may use it, and what it answers. */
export interface ApiRoute {
  who: Rule;
  serve(request: ApiRequest, ports: ApiPorts): Promise<ApiResponse>;
}

const READERS: Rule = { hr: 'all', auditor: 'all' };
const HR: Rule = { hr: 'all' };
const EVERYBODY: Rule = { hr: 'all', auditor: 'all', manager: 'all', operator: 'all', recorder: 'all' };

type Serve = ApiRoute['serve'];

const listPlans = readWhenAsked<Serve>(async () => (await import('./list-plans.ts')).listPlans);
const draftPlan = readWhenAsked<Serve>(async () => (await import('./draft-plan.ts')).draftPlan);
const previewPlan = readWhenAsked<Serve>(async () => (await import('./preview-plan.ts')).previewPlan);
const getPlan = readWhenAsked<Serve>(async () => (await import('./get-plan.ts')).getPlan);
const listEvents = readWhenAsked<Serve>(async () => (await import('./list-events.ts')).listEvents);
const planTimeline = readWhenAsked<Serve>(async () => (await import('./plan-timeline.ts')).planTimeline);
const planRecord = readWhenAsked<Serve>(async () => (await import('./plan-record.ts')).planRecord);
const commandPlan = readWhenAsked<Serve>(async () => (await import('./command-plan.ts')).commandPlan);
const listPacks = readWhenAsked<Serve>(async () => (await import('./list-packs.ts')).listPacks);
const report = readWhenAsked<Serve>(async () => (await import('./report.ts')).report);
const openApi = readWhenAsked<Serve>(async () => (await import('./open-api.ts')).openApi);

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
