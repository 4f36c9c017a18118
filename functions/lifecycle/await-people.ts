import { StoreBusy } from '../../adapters/store-errors.ts';
import { next } from '../../domain/next.ts';
import type { Plan } from '../../domain/plan.ts';
import type { TaskPorts } from '../ports.ts';
import { advance } from './advance.ts';
import type { AwaitEvent } from './shapes.ts';

const ATTEMPTS = 5;

/**
 * Keeps the token of a wait, after committing what is due (entering the wait is what opens a question). When the plan
 * no longer waits for this, the wait is signalled at once, by an effect like every other signal.
 *
 * @throws StaleRun when a newer run drives the plan; the workflow catches it and ends quietly.
 */
export async function awaitPeople(event: AwaitEvent, ports: TaskPorts): Promise<Record<string, never>> {
  const { planId, run, taskToken: token } = event;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const plan = await advance(event, ports);
    // Refused when an answer came in between: the token is kept only beside exactly the plan that was looked at.
    const wait = { token, run, sinceVersion: plan.version };
    if (!(await ports.store.putWait(planId, wait))) continue;
    if (isOver(event, plan)) await ports.store.requestSignal(planId, wait, ports.now());
    return {};
  }
  throw new StoreBusy(ATTEMPTS);
}

function isOver({ awaiting, until }: AwaitEvent, plan: Plan): boolean {
  const now = next(plan);
  return now.state !== awaiting || (now.until !== undefined && now.until < until);
}
