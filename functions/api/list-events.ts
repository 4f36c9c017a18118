import * as z from 'zod/mini';
import type { RecordedEvent } from '../../adapters/store.ts';
import type { RequestId } from '../../domain/plan.ts';
import type { ApiRequest, ApiResponse } from '../http.ts';
import type { ApiPorts } from '../ports.ts';
import { PageShape, pageOf } from './paging.ts';
import { planIdOf } from './plan-id.ts';
import { inShape } from './read-json.ts';

const EventsShape = z.strictObject(PageShape);

/**
 * GET /api/plans/{planId}/events?limit=&cursor=: every event with its hash and the one before it. What somebody answered to a survey
 * is withheld, and who answered it or has not: it is read only in sum.
 */
export async function listEvents(
  request: ApiRequest,
  { store }: Pick<ApiPorts, 'store'>,
): Promise<ApiResponse> {
  const planId = planIdOf(request);
  const wanted = inShape(EventsShape, { ...request.query });
  // What is withheld depends on what came before, so the whole record is read for each page of it.
  const { entries, cursor } = pageOf(withoutSurveyAnswers(await store.events(planId)), wanted);
  return { status: 200, json: { planId, events: entries, ...(cursor && { cursor }) } };
}

/**
 * A hash gives away what it was made of to whoever tries every answer there could be, and every later hash is made of
 * it as well: from the first event that withholds something, the list is without hashes.
 */
export function withoutSurveyAnswers(events: readonly RecordedEvent[]): unknown[] {
  const surveys = new Set<RequestId>(
    events.flatMap((event) =>
      event.type === 'RequestOpened' && event.request.kind === 'survey' ? event.request.id : [],
    ),
  );
  const secrets = events.map((event) => secretsOf(event, surveys));
  const first = secrets.findIndex((fields) => fields.length > 0);
  return events.map((event, at) => {
    if (first < 0 || at < first) return event;
    const withheld = new Set<string>([...(secrets[at] ?? []), 'hash', ...(at > first ? ['prev'] : [])]);
    const shown = Object.entries(event).filter(([field]) => !withheld.has(field));
    return {
      ...Object.fromEntries(shown),
      ...(withheld.has('answer') ? { answer: { kind: 'survey', withheld: true } } : {}),
    };
  });
}

/** The fields of an event that say what somebody answered to a survey, or whether they did. */
function secretsOf(event: RecordedEvent, surveys: ReadonlySet<RequestId>): string[] {
  switch (event.type) {
    case 'RequestAnswered':
      return event.answer.kind === 'survey' ? ['answer', 'by', 'actor', 'evidence'] : [];
    case 'Reminded':
      return surveys.has(event.requestId) ? ['to'] : [];
    case 'MailUndelivered':
    case 'MailFound':
    case 'MailDelayed':
      return event.template === 'reminder' && surveys.has(event.requestId ?? '') ? ['to', 'key'] : [];
    default:
      return [];
  }
}
