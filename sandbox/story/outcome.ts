import { get } from './http.ts';
import type { Expectation } from './story-file.ts';

/** What a plan came to, counted from its own events and the mails that left. */
export interface Outcome {
  status: string;
  outcome: string | null;
  decisions: string[];
  requests: Record<string, string>;
  reminders: number;
  escalations: number;
  mails: Record<string, number>;
}

interface RecordedEvent {
  type: string;
  requestId?: string;
  request?: { id: string };
  complete?: boolean;
  decision?: { outcome: string };
}

export async function outcomeOf(base: string, planId: string): Promise<Outcome> {
  const plan = await get<{
    status: string;
    outcome: string | null;
    participants: { id: string; email: string }[];
  }>(base, `/api/plans/${planId}`);
  const { events } = await get<{ events: RecordedEvent[] }>(base, `/api/plans/${planId}/events`);
  const mails = await get<{ to: string[] }[]>(base, `/_sandbox/mail?plan=${planId}`);
  const sentTo = (email: string): number =>
    mails.filter((mail) => mail.to.some((to) => to.includes(email))).length;
  return {
    status: plan.status,
    outcome: plan.outcome,
    decisions: events.flatMap((event) => (event.decision ? [event.decision.outcome] : [])),
    requests: requestsOf(events),
    reminders: events.filter((event) => event.type === 'Reminded').length,
    escalations: events.filter((event) => event.type === 'Escalated').length,
    mails: Object.fromEntries(plan.participants.map(({ id, email }) => [id, sentTo(email)])),
  };
}

function requestsOf(events: RecordedEvent[]): Record<string, string> {
  const requests: Record<string, string> = {};
  for (const event of events) {
    if (event.type === 'RequestOpened' && event.request) requests[event.request.id] = 'open';
    if (event.type === 'RequestAnswered' && event.complete && event.requestId)
      requests[event.requestId] = 'answered';
    if (event.type === 'RequestMissed' && event.requestId) requests[event.requestId] = 'missed';
    if (event.type === 'PlanClosed' || event.type === 'PlanWithdrawn') supersedeOpen(requests);
  }
  return requests;
}

function supersedeOpen(requests: Record<string, string>): void {
  for (const [id, status] of Object.entries(requests)) if (status === 'open') requests[id] = 'superseded';
}

/** One line for everything that is not as expected. */
export function differences(expected: Expectation, actual: Outcome): string[] {
  return compare('', expected, { ...actual });
}

function compare(path: string, expected: unknown, actual: unknown): string[] {
  if (isRecord(expected) && isRecord(actual)) {
    const keys = new Set([...Object.keys(expected), ...(path === '/requests' ? Object.keys(actual) : [])]);
    return [...keys].flatMap((key) => compare(`${path}/${key}`, expected[key], actual[key]));
  }
  const [want, got] = [JSON.stringify(expected), JSON.stringify(actual)];
  return want === got ? [] : [`${path}: expected ${want ?? 'nothing'}, but it is ${got ?? 'missing'}`];
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
