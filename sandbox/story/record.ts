interface Draft {
  participants: { id: string; email: string }[];
}

/** An event as the API gives it; only what a story counts is named. */
export interface RecordedEvent {
  type: string;
  requestId?: string;
  request?: { id: string };
  complete?: boolean;
  decision?: { outcome: string; by?: string };
  /** Of an attribution: whose doing it was. */
  to?: unknown;
  days?: number;
  tolledDays?: number;
  draft?: Draft;
  revision?: { draft: Draft; superseded: string[] };
}

/** Everybody who ever took part, those who left and those who came later included. */
export const everybody = (events: RecordedEvent[]): Draft['participants'] => [
  ...new Map(
    events
      .flatMap((event) => (event.draft ?? event.revision?.draft)?.participants ?? [])
      .map((person) => [person.id, person]),
  ).values(),
];

/** How each question of the plan ended, or `open`. */
export function requestsOf(events: RecordedEvent[]): Record<string, string> {
  const requests: Record<string, string> = {};
  for (const event of events) {
    const { requestId } = event;
    if (event.type === 'RequestOpened' && event.request) requests[event.request.id] = 'open';
    if (requestId && hasEnded(event)) requests[requestId] = ENDS[event.type] ?? 'open';
    for (const id of event.revision?.superseded ?? []) requests[id] = 'superseded';
    if (OVER.has(event.type)) supersedeOpen(requests);
  }
  return requests;
}

/** What each of these says of the question it is about. */
const ENDS: Record<string, string> = {
  RequestAnswered: 'answered',
  RequestMissed: 'missed',
  RequestLapsed: 'lapsed',
  DecisionRecorded: 'answered',
};

/** An answer that others still have to give, or to confirm, ends nothing; nor does a decision nobody made. */
function hasEnded({ type, complete, decision }: RecordedEvent): boolean {
  if (type === 'RequestAnswered') return complete === true;
  if (type === 'DecisionRecorded') return decision?.by !== undefined;
  return type in ENDS;
}

/** Nothing is asked any more after these. */
const OVER = new Set(['PlanClosed', 'PlanWithdrawn', 'MonitoringEnded']);

function supersedeOpen(requests: Record<string, string>): void {
  for (const [id, status] of Object.entries(requests)) if (status === 'open') requests[id] = 'superseded';
}
