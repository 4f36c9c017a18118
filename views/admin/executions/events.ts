import type { HistoryEntry } from './graph/trace.ts';

/** The kinds of events people look for, by what their types look like. */
export const EVENT_GROUPS = {
  states: { text: 'states entered and left', is: /State(Entered|Exited)$/ },
  tasks: { text: 'tasks', is: /^(Task|LambdaFunction|Activity)/ },
  execution: { text: 'the execution itself', is: /^Execution/ },
  trouble: { text: 'failures, time limits and stops', is: /(Failed|TimedOut|Aborted)$/ },
  parallel: { text: 'Map and Parallel', is: /^(Map|Parallel)/ },
} as const;
export type EventGroup = keyof typeof EVENT_GROUPS;

export interface EventFilter {
  group?: EventGroup;
  /** Only events of this state. */
  state?: string;
  /** In the type or anywhere in the details, whatever the case. */
  text?: string;
}

export interface EventRow extends HistoryEntry {
  /** The state it belongs to. */
  state?: string;
}

/** One page of what a filter leaves of the events, newest first. */
export interface EventPage {
  rows: readonly EventRow[];
  /** How many the filter leaves, and how many there are to filter. */
  found: number;
  of: number;
  /** From 1. */
  page: number;
  pages: number;
}

export const EVENTS_PER_PAGE = 100;

export function eventPage(
  events: readonly HistoryEntry[],
  stateOf: ReadonlyMap<number, string>,
  filter: EventFilter,
  wanted: number,
): EventPage {
  const needle = filter.text?.toLowerCase();
  const found = events
    .map((event): EventRow => {
      const state = stateOf.get(event.id);
      return { ...event, ...(state !== undefined && { state }) };
    })
    .filter(
      (event) =>
        (!filter.group || EVENT_GROUPS[filter.group].is.test(event.type)) &&
        (!filter.state || event.state === filter.state) &&
        (!needle || `${event.type} ${JSON.stringify(event.details)}`.toLowerCase().includes(needle)),
    )
    .reverse();
  const pages = Math.max(1, Math.ceil(found.length / EVENTS_PER_PAGE));
  const page = Math.min(Math.max(1, wanted), pages);
  return {
    rows: found.slice((page - 1) * EVENTS_PER_PAGE, page * EVENTS_PER_PAGE),
    found: found.length,
    of: events.length,
    page,
    pages,
  };
}
