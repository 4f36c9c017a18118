import { fold } from '../../../domain/evolve.ts';
import { eventsPage } from '../../../views/admin/plan/events-page.tsx';
import { withoutSurveyAnswers } from '../../api/list-events.ts';
import { planIdOf } from '../../api/plan-id.ts';
import { planRecord } from '../../api/plan-record.ts';
import type { WebResponse } from '../../http.ts';
import type { SiteRequest } from '../../site.ts';
import type { AdminPorts } from '../ports.ts';

/** GET /admin/plans/{planId}/events: the record as it is kept, but for what somebody answered to a survey. */
export async function readEvents(request: SiteRequest, ports: AdminPorts): Promise<WebResponse> {
  const planId = planIdOf(request);
  const events = await ports.store.events(planId);
  const shown = withoutSurveyAnswers(events);
  const rows = events.map(({ seq, type, at }, index) => ({
    seq,
    type,
    at,
    who: whoIn(shown[index]),
    json: JSON.stringify(shown[index], null, 2),
  }));
  const { draft, timeZone } = fold(events);
  return { status: 200, body: eventsPage(request.frame, { id: planId, title: draft.title, timeZone, rows }) };
}

function whoIn(event: unknown): string {
  const { actor } = event as { actor?: { kind: string; id: string } };
  return actor ? `${actor.kind} ${actor.id}` : 'withheld';
}

/** GET /admin/plans/{planId}/record.json: the sealed record, to keep or to verify. */
export async function downloadRecord(request: SiteRequest, ports: AdminPorts): Promise<WebResponse> {
  const { status, headers, json } = await planRecord(request, ports);
  return {
    status,
    headers: { ...headers, 'Content-Type': 'application/json; charset=utf-8' },
    body: JSON.stringify(json),
  };
}
