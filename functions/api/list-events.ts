import type { RecordedEvent } from '../../adapters/store.ts';
import type { ApiRequest, ApiResponse } from '../http.ts';
import type { ApiPorts } from '../ports.ts';
import { planIdOf } from './plan-id.ts';

/**
 * GET /api/plans/{planId}/events: every event with its hash and the one before it. What somebody answered to a survey
 * is withheld: it is read only in sum.
 */
export async function listEvents(
  request: ApiRequest,
  { store }: Pick<ApiPorts, 'store'>,
): Promise<ApiResponse> {
  const planId = planIdOf(request);
  const events = await store.events(planId);
  return { status: 200, json: { planId, events: events.map(withoutSurveyAnswer) } };
}

const withoutSurveyAnswer = (event: RecordedEvent): unknown =>
  event.type === 'RequestAnswered' && event.answer.kind === 'survey'
    ? { ...event, answer: { kind: 'survey', withheld: true } }
    : event;
