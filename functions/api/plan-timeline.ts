import * as z from 'zod/mini';
import { LANGUAGES } from '../../views/words.ts';
import { commandContext } from '../command-context.ts';
import type { ApiRequest, ApiResponse } from '../http.ts';
import { timelineEntries } from '../plan-entries.ts';
import type { ApiPorts } from '../ports.ts';
import { PageShape, pageOf } from './paging.ts';
import { planIdOf } from './plan-id.ts';
import { inShape } from './read-json.ts';

const TimelineShape = z.strictObject({ language: z.exactOptional(z.enum(LANGUAGES)), ...PageShape });

/**
 * GET /api/plans/{planId}/timeline: what happened, then what will happen if everybody stays silent. In English, or in
 * the `language` that is asked for.
 */
export async function planTimeline(request: ApiRequest, ports: ApiPorts): Promise<ApiResponse> {
  const planId = planIdOf(request);
  const { language = 'en', ...wanted } = inShape(TimelineShape, { ...request.query });
  const events = await ports.store.events(planId);
  const { plan, entries: all } = timelineEntries(
    events,
    commandContext(ports, planId, request.actor),
    language,
  );
  const { entries, cursor } = pageOf(all, wanted);
  return { status: 200, json: { planId, timeZone: plan.timeZone, entries, ...(cursor && { cursor }) } };
}
