/** One event of an execution's history, as Step Functions tells it. */
export interface HistoryEntry {
  /** Counts from 1. */
  id: number;
  /** The event this one follows; 0 for the first. */
  previous: number;
  /** ISO, with milliseconds. */
  at: string;
  type: string;
  details: Readonly<Record<string, unknown>>;
}

export type VisitEnd = 'left' | 'here' | 'failed' | 'stopped';

/** One time that an execution was in a state. */
export interface Visit {
  state: string;
  /** Absent when it was before the events that were read. */
  enteredAt?: string;
  leftAt?: string;
  /** The state it came from; absent for the first. */
  from?: string;
  input?: string;
  output?: string;
  /** The variables of the workflow that it set, as JSON. */
  assigned?: string;
  /** Whether it was left because of an error that the workflow catches. */
  caught?: true;
  /** The same of the state it came from. */
  fromCaught?: true;
  /** How often it was tried again. */
  retries: number;
  /** Every error on the way, caught or not. */
  errors: readonly { at: string; error: string; cause: string }[];
  end: VisitEnd;
}

export interface Trace {
  visits: readonly Visit[];
  /** The state that each event belongs to, by the event's id. */
  stateOf: ReadonlyMap<number, string>;
}

interface Open extends Visit {
  retries: number;
  errors: { at: string; error: string; cause: string }[];
  tries: number;
}

/**
 * The way an execution took, from its events in their order. Events follow one another within a branch, so that states
 * that run side by side are told apart.
 */
export function traceOf(events: readonly HistoryEntry[]): Trace {
  const visits: Open[] = [];
  const visitOf = new Map<number, Open>();
  const wentWrong = new Set<number>();
  const begin = (state: string, more: Partial<Open> = {}): Open => {
    const visit: Open = { state, retries: 0, errors: [], tries: 0, end: 'here', ...more };
    visits.push(visit);
    return visit;
  };
  for (const { id, previous, at, type, details } of events) {
    const before = visitOf.get(previous);
    const name = text(details.name);
    if (type.endsWith('StateEntered')) {
      const from = before && { from: before.state, ...(before.caught && { fromCaught: before.caught }) };
      visitOf.set(id, begin(name, { enteredAt: at, input: text(details.input), ...from }));
      continue;
    }
    if (type.endsWith('StateExited')) {
      const visit = before?.state === name && before.end === 'here' ? before : lastOpen(visits, name);
      const left = visit ?? begin(name);
      const caught = wentWrong.has(previous) && { caught: true };
      const assigned = variablesIn(details.assignedVariables);
      Object.assign(left, { leftAt: at, output: text(details.output), end: 'left', ...assigned, ...caught });
      visitOf.set(id, left);
      continue;
    }
    if (isError(type)) wentWrong.add(id);
    if (!before) continue;
    visitOf.set(id, before);
    if (before.end !== 'here') continue;
    if (/(Task|LambdaFunction|Activity)Scheduled$/.test(type)) before.retries = before.tries++;
    if (isError(type)) before.errors.push({ at, error: text(details.error), cause: text(details.cause) });
  }
  close(visits, events.at(-1));
  return {
    visits: visits.map(({ tries, ...visit }) => visit),
    stateOf: new Map([...visitOf].map(([id, { state }]) => [id, state])),
  };
}

/** Each variable comes as a JSON text of its own; AWS cuts texts that are too long, and then they are none. */
function variablesIn(texts: unknown): Pick<Visit, 'assigned'> {
  if (typeof texts !== 'object' || texts === null) return {};
  const lines = Object.entries(texts).map(([name, json]) => `${JSON.stringify(name)}:${json}`);
  return lines.length > 0 ? { assigned: `{${lines.join(',')}}` } : {};
}

/** A run that is over is in no state any more: it ended there as it ended itself. */
function close(visits: Open[], last: HistoryEntry | undefined): void {
  const end: VisitEnd | undefined =
    last?.type === 'ExecutionFailed' || last?.type === 'ExecutionTimedOut'
      ? 'failed'
      : last?.type === 'ExecutionAborted'
        ? 'stopped'
        : undefined;
  if (!end) return;
  for (const visit of visits) if (visit.end === 'here') visit.end = end;
}

const lastOpen = (visits: readonly Open[], state: string): Open | undefined =>
  visits.findLast((visit) => visit.state === state && visit.end === 'here');

const isError = (type: string): boolean =>
  /(Failed|TimedOut)$/.test(type) && !type.startsWith('Execution') && !type.startsWith('MapIteration');

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
