import type { Instant, PlanStatus } from '../../../domain/plan.ts';
import type { EventFilter, EventPage } from './events.ts';
import type { Trace } from './graph/trace.ts';
import type { Workflow } from './graph/workflow.ts';
import { type ExecutionStatus, executionHref, type MachineName, withQuery } from './model.ts';

export const ZONES = ['plan', 'organisation', 'utc'] as const;
export type ZoneName = (typeof ZONES)[number];

/** What the address of the page says besides the execution. */
export interface DetailQuery {
  /** The state whose panel is open. */
  state?: string;
  zone?: ZoneName;
  /** Where the events that are shown end, going back in time. */
  token?: string;
  page: number;
  filter: EventFilter;
}

export interface DetailModel {
  name: string;
  machine: MachineName;
  status: ExecutionStatus;
  title: string;
  startedAt: Instant;
  stoppedAt?: Instant;
  error?: string;
  cause?: string;
  arn: string;
  /** The execution in AWS's own console; absent where there is none. */
  consoleHref?: string;
  plan?: {
    planId: string;
    status: PlanStatus;
    run: number;
    isCurrentRun: boolean;
    /** Launched and not over: a run has to drive it. */
    isLive: boolean;
    wakesAt?: Instant;
  };
  /** It waits for people, and nobody is asked anything any more. */
  isAnswered: boolean;
  /** Whether it runs the workflow that new executions run. */
  isCurrentVersion: boolean;
  canAct: boolean;
  workflow: Workflow;
  trace: Trace;
  /** Whether the events that were read are not all of them. */
  older?: string;
  /** The number of the newest event that was read. */
  newest: number;
  events: EventPage;
  zone: ZoneName;
  timeZone: string;
  query: DetailQuery;
}

/** The page's own address with something changed; what belongs to a place in the events starts anew when they do. */
export function addressOf(
  { name, query }: Pick<DetailModel, 'name' | 'query'>,
  change: Partial<Omit<DetailQuery, 'filter'>> & { at?: string } = {},
): string {
  const { at = '', ...rest } = change;
  const { state, zone, token, page, filter } = { ...query, ...rest };
  return (
    withQuery(executionHref(name), {
      state,
      zone,
      group: filter.group,
      in: filter.state,
      text: filter.text,
      token,
      page: page > 1 ? String(page) : undefined,
    }) + at
  );
}
