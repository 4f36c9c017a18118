import { type BulkRun, bulkRunOf } from '../../adapters/bulk-workflow.ts';
import type { MachineName } from '../../adapters/executions.ts';
import { executionName } from '../../adapters/workflows.ts';
import type { PlanId } from '../../domain/plan.ts';
import { isPlanId } from '../api/plan-id.ts';
import { Problem } from '../problems.ts';

/** What an execution's name says: which state machine it is of, and of a plan's run which. */
export interface Named {
  name: string;
  machine: MachineName;
  plan?: { planId: PlanId; run: number };
  /** The piece of bulk work that it is an attempt of. */
  work?: BulkRun;
}

const RUN = /^(pln[a-z2-7]{20})-r([1-9]\d{0,5})$/;

/** Names as Step Functions takes them: what it would not, cannot be an execution. @throws Problem */
const NAME = /^[A-Za-z0-9_-]{1,80}$/;

export function namedBy(name: string): Named {
  if (!NAME.test(name)) {
    throw new Problem(
      404,
      'execution_gone',
      'No execution can have this name.',
      'Check the address, or look for it in the list.',
    );
  }
  const [, planId, run] = RUN.exec(name) ?? [];
  if (planId && run) return { name, machine: 'plan-lifecycle', plan: { planId, run: Number(run) } };
  const work = bulkRunOf(name);
  return { name, machine: 'bulk-work', ...(work && { work }) };
}

/** A plan has many runs in a long life; these many are looked for, the newest first. */
const MOST_RUNS = 20;
const MOST_ATTEMPTS = 3;

/** Every name that what was searched for may have. */
export function namesFor(search: string, runOf: number): string[] {
  if (isPlanId(search)) {
    return Array.from({ length: Math.min(runOf, MOST_RUNS) }, (_, back) =>
      executionName(search, runOf - back),
    );
  }
  if (/^job[a-z2-7]{20}$/.test(search)) {
    return ['work', 'check'].flatMap((phase) =>
      Array.from({ length: MOST_ATTEMPTS }, (_, at) => `${search}-${phase}-${at + 1}`),
    );
  }
  return NAME.test(search) ? [search] : [];
}
