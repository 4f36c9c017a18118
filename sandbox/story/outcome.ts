import { get } from './http.ts';
import { everybody, type RecordedEvent, requestsOf } from './record.ts';
import type { Expectation } from './story-file.ts';

/** What a plan came to, counted from its own events and the mails that left. */
export interface Outcome {
  status: string;
  outcome: string | null;
  /** The last day of the opportunity period as the plan reads now. */
  endDate: string;
  /** The rules of the goal linter that had something to say about the draft, in the order of their names. */
  advice: string[];
  decisions: string[];
  requests: Record<string, string>;
  /** Whose doing each missed check-in was, by the check-in's id. */
  attributions: Record<string, string>;
  reminders: number;
  escalations: number;
  /** How many versions of the plan there were, the launched one included. */
  versions: number;
  /** Days given back for check-ins that the manager missed. */
  credits: number;
  /** Days the clock stood still in pauses that are over. */
  tolledDays: number;
  /** How many events of each type there are. */
  events: Record<string, number>;
  /** By participant; people who left the plan are counted too. */
  mails: Record<string, number>;
}

export async function outcomeOf(base: string, planId: string, advice: string[]): Promise<Outcome> {
  const plan = await get<Pick<Outcome, 'status' | 'outcome' | 'endDate'>>(base, `/api/plans/${planId}`);
  const { events } = await get<{ events: RecordedEvent[] }>(base, `/api/plans/${planId}/events`);
  const mails = await get<{ to: string[] }[]>(base, `/_sandbox/mail?plan=${planId}`);
  const sentTo = (email: string): number =>
    mails.filter((mail) => mail.to.some((to) => to.includes(email))).length;
  const count = countsOf(events);
  const days = (type: string): number => sum(events.filter((event) => event.type === type));
  return {
    status: plan.status,
    outcome: plan.outcome,
    endDate: plan.endDate,
    advice,
    decisions: events.flatMap((event) => (event.decision ? [event.decision.outcome] : [])),
    requests: requestsOf(events),
    attributions: Object.fromEntries(
      events.flatMap(({ type, requestId, to }) => (type === 'CheckInAttributed' ? [[requestId, to]] : [])),
    ),
    reminders: count.Reminded ?? 0,
    escalations: count.Escalated ?? 0,
    versions: (count.PlanLaunched ?? 0) + events.filter(({ revision }) => revision).length,
    credits: days('CreditGranted'),
    tolledDays: days('PlanResumed'),
    events: count,
    mails: Object.fromEntries(everybody(events).map(({ id, email }) => [id, sentTo(email)])),
  };
}

function countsOf(events: RecordedEvent[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { type } of events) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
}

const sum = (events: RecordedEvent[]): number =>
  events.reduce((total, { days, tolledDays }) => total + (days ?? tolledDays ?? 0), 0);

/** One line for everything that is not as expected. */
export function differences(expected: Expectation, actual: Outcome): string[] {
  const never = Object.fromEntries(Object.keys(expected.events ?? {}).map((type) => [type, 0]));
  return compare('', expected, { ...actual, events: { ...never, ...actual.events } });
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
