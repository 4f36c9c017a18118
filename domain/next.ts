import { agenda, firstLadderMoment, isLive, openRequests, type Step } from './agenda.ts';
import type { Instant, Plan, RequestId, RequestKind } from './plan.ts';

/** The named waits of the workflow, as somebody watching an execution reads them. */
export const NEXT_STATES = [
  'Await the response to the draft',
  'Ready to launch',
  'Await acknowledgements',
  'Wait for the start date',
  'Wait for the next check-in',
  'Await check-in answers',
  'Wait for the next question',
  'Await survey answers',
  'Await word on promised support',
  'Await HR',
  'Wait for a planned absence',
  'Wait while the plan is paused',
  'Wait for the end date',
  'Wait for the decision to open',
  'Await the decision',
  'Await the response to the decision',
  'Watch after success',
  'The plan is over',
] as const;
export type NextState = (typeof NEXT_STATES)[number];

/** What the workflow waits for now. */
export interface Next {
  state: NextState;
  /** When a wait for the clock is over. */
  at?: Instant;
  /** When a wait for people gives up and asks again what is next; for a clock wait, of the people wait after it. */
  until?: Instant;
  requestId?: RequestId;
}

const AWAIT: Record<RequestKind, NextState> = {
  decision: 'Await the decision',
  response: 'Await the response to the decision',
  check_in: 'Await check-in answers',
  survey: 'Await survey answers',
  acknowledgement: 'Await acknowledgements',
  support: 'Await word on promised support',
  approval: 'Await HR',
  attribution: 'Await HR',
  accommodation: 'Await HR',
};

/** With several questions open, the wait is named after the one that matters most. */
export const WEIGHT: RequestKind[] = [
  'approval',
  'decision',
  'response',
  'check_in',
  'survey',
  'acknowledgement',
  'support',
  'accommodation',
  'attribution',
];

/** What to wait for, once everything due now has been committed. */
export function next(plan: Plan): Next {
  if (plan.status === 'approved') return { state: 'Ready to launch' };
  const [step, ...later] = agenda(plan);
  if (!isLive(plan) || !step) return { state: 'The plan is over' };
  if (plan.status === 'paused') return { state: 'Wait while the plan is paused', at: step.at };
  const [open] = openRequests(plan).sort((a, b) => WEIGHT.indexOf(a.kind) - WEIGHT.indexOf(b.kind));
  if (open) return { state: awaitOf(open), until: step.at, requestId: open.id };
  if (plan.status === 'monitoring') return { state: 'Watch after success', at: step.at };
  if (step.do === 'start') return { state: 'Wait for the start date', at: step.at };
  if (step.do === 'end') return { state: 'Wait for the end date', at: step.at };
  if (step.do === 'pause') return { state: 'Wait for a planned absence', at: step.at };
  return waitToOpen(plan, step, later);
}

const awaitOf = ({ kind, responseTo }: Pick<Plan['scheduled'][number], 'kind' | 'responseTo'>): NextState =>
  responseTo === 'draft' ? 'Await the response to the draft' : AWAIT[kind];

function waitToOpen(plan: Plan, step: Step, later: Step[]): Next {
  const planned = plan.scheduled.find((request) => request.id === step.requestId);
  if (!planned) throw new RangeError(`Nothing is scheduled as ${step.requestId}.`);
  const until =
    [firstLadderMoment(planned), later[0]?.at].filter((at) => at !== undefined).sort()[0] ?? planned.dueAt;
  if (planned.kind === 'acknowledgement')
    return { state: AWAIT.acknowledgement, until, requestId: planned.id };
  return { state: waitBefore(planned.kind), at: step.at, until, requestId: planned.id };
}

const waitBefore = (kind: RequestKind): NextState => {
  if (kind === 'check_in') return 'Wait for the next check-in';
  return kind === 'decision' ? 'Wait for the decision to open' : 'Wait for the next question';
};
