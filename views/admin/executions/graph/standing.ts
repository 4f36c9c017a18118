import type { Trace, VisitEnd } from './trace.ts';
import type { WorkflowStep } from './workflow.ts';

/** How a state stands in one execution. */
export type Standing = 'never' | 'passed' | 'here' | 'failed' | 'stopped';

export interface StateStanding {
  standing: Standing;
  visits: number;
  retries: number;
}

const STANDS: Record<VisitEnd, Standing> = {
  left: 'passed',
  here: 'here',
  failed: 'failed',
  stopped: 'stopped',
};

const NEVER: StateStanding = { standing: 'never', visits: 0, retries: 0 };

/** How every state that was entered stands; the others were never entered. */
export function standingsOf({ visits }: Trace): (state: string) => StateStanding {
  const found = new Map<string, StateStanding>();
  for (const { state, end, retries } of visits) {
    const before = found.get(state) ?? NEVER;
    // Side by side, one of a state's visits may be over while another is not.
    const standing =
      before.standing === 'here' || before.standing === 'failed' ? before.standing : STANDS[end];
    found.set(state, { standing, visits: before.visits + 1, retries: before.retries + retries });
  }
  return (state) => found.get(state) ?? NEVER;
}

/** Whether the execution went this way at least once. */
export function takenIn({ visits }: Trace): (step: Pick<WorkflowStep, 'from' | 'to' | 'kind'>) => boolean {
  const ways = new Set(
    visits.map(({ from, state, fromCaught = false }) => JSON.stringify([from, state, fromCaught])),
  );
  return ({ from, to, kind }) => ways.has(JSON.stringify([from, to, kind === 'catch']));
}
