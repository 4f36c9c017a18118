import type { ControlOptions } from '../control.ts';
import type { Gateway } from '../gateway.ts';
import type { HttpRequest } from '../wire/endpoint.ts';
import type { StatesApi } from '../wire/states.ts';

/** All that the console looks at and may change. */
export interface ConsoleOptions extends ControlOptions {
  states: ControlOptions['states'] & Pick<StatesApi, 'getExecutionHistory' | 'stopExecution'>;
  gateway: Gateway;
  /** A folder of plan files to start from. */
  examples?: string;
  /** Where the sandbox itself answers. */
  url(): string;
}

export interface PlanRow {
  planId: string;
  title: string;
  status: string;
  outcome: string | null;
  /** How many events its record has. */
  version: number;
  nextDueAt: string | null;
  startDate: string;
  endDate: string;
  createdAt?: string;
  timeZone: string;
  pack: string;
  participants: { id: string; role: string; name: string; email: string }[];
  openRequests: { id: string; kind: string; dueAt: string; waitingFor: string[] }[];
}

export interface TimelineEntry {
  at: string;
  kind: 'past' | 'planned';
  what: string;
  text: string;
}

/** Something that did not work, in words for the page. */
export interface Trouble {
  title: string;
  detail: string;
  points: string[];
}

export class NotDone extends Error {
  readonly trouble: Trouble;
  /** The status of HTTP that says the same. */
  readonly status: number;
  constructor(trouble: Trouble, status = 500) {
    super(trouble.title);
    this.trouble = trouble;
    this.status = status;
  }
}

interface ProblemDocument {
  title?: string;
  detail?: string;
  wayOut?: string;
  message?: string;
  errors?: { field?: string; message?: string; rule?: string }[];
}

const troubleFrom = (status: number, problem: ProblemDocument): Trouble => ({
  title: problem.title ?? `The app answered ${status}`,
  detail: [problem.detail ?? problem.message ?? '', problem.wayOut ?? ''].filter(Boolean).join(' '),
  points: (problem.errors ?? []).map(
    ({ field, message, rule }) => `${field ? `${field}: ` : ''}${message ?? ''}${rule ? ` (${rule})` : ''}`,
  ),
});

const parsed = (body: string | Buffer | undefined): unknown => {
  try {
    return JSON.parse(String(body ?? 'null'));
  } catch {
    return {};
  }
};

/** Calls the deployed app's own API as a person on this machine would. @throws NotDone */
export const callApi = async <T>(
  gateway: Gateway,
  method: 'GET' | 'POST',
  url: string,
  body?: unknown,
): Promise<T> => {
  const mark = url.indexOf('?');
  const request: HttpRequest = {
    method,
    url,
    path: mark < 0 ? url : url.slice(0, mark),
    query: new URLSearchParams(mark < 0 ? '' : url.slice(mark + 1)),
    headers: { host: 'localhost', 'content-type': 'application/json', 'user-agent': 'sandbox console' },
    body: Buffer.from(body === undefined ? '' : JSON.stringify(body)),
    tooLarge: false,
    sourceIp: '127.0.0.1',
  };
  const reply = await gateway.answer(request);
  const answer = parsed(reply.body);
  if (reply.status >= 300)
    throw new NotDone(troubleFrom(reply.status, (answer ?? {}) as ProblemDocument), reply.status);
  return answer as T;
};

/** More plans than these are counted by nobody who looks at a console. */
export const MOST_PLANS = 500;

/** The plans there are, as the API lists them, but for those after the first `MOST_PLANS`. @throws NotDone */
export const listPlans = async (gateway: Gateway): Promise<PlanRow[]> => {
  const plans: PlanRow[] = [];
  let cursor: string | undefined;
  do {
    const page = await callApi<{ plans: PlanRow[]; cursor?: string }>(
      gateway,
      'GET',
      `/api/plans?limit=100${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
    );
    plans.push(...page.plans);
    cursor = page.cursor;
  } while (cursor && plans.length < MOST_PLANS);
  return plans;
};

/** What happened to a plan and what will, as the API tells it. @throws NotDone */
export const timelineOf = async (gateway: Gateway, planId: string): Promise<TimelineEntry[]> => {
  const address = `/api/plans/${encodeURIComponent(planId)}/timeline`;
  return (await callApi<{ entries: TimelineEntry[] }>(gateway, 'GET', address)).entries;
};

/** A plan as the API gives it. @throws NotDone */
export const planOf = (gateway: Gateway, planId: string): Promise<PlanRow> =>
  callApi<PlanRow>(gateway, 'GET', `/api/plans/${encodeURIComponent(planId)}`);
