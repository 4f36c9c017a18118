import { type ExecutionDetails, ExecutionGone } from '../../adapters/executions.ts';
import type { PlanPulse } from '../../adapters/plan-pulse.ts';
import { PlanNotFound } from '../../domain/errors.ts';
import type { Action } from '../../views/admin/executions/confirm-page.tsx';
import type { Visit } from '../../views/admin/executions/graph/trace.ts';
import { traceOf } from '../../views/admin/executions/graph/trace.ts';
import { type WantedRun, whyNoOtherRun } from '../restart-run.ts';
import type { SiteRequest } from '../site.ts';
import { pulseOf } from './detail.ts';
import { type Named, namedBy } from './name.ts';
import type { ExecutionsPorts } from './ports.ts';

/** What somebody looks at before they act on an execution. */
export interface Situation {
  named: Named;
  /** Absent when Step Functions does not keep it. */
  details: ExecutionDetails | undefined;
  /** The state it is in. */
  place: Visit | undefined;
  pulse: PlanPulse | undefined;
  /** Why it cannot be done. */
  refused?: { message: string; wayOut: string };
}

const LATELY = 12;

/** @throws ExecutionGone when it is to be stopped and is not there */
export async function situationOf(
  action: Action,
  { params, actor }: Pick<SiteRequest, 'params' | 'actor'>,
  ports: ExecutionsPorts,
): Promise<Situation> {
  const named = namedBy(params.name ?? '');
  const { name, machine } = named;
  const [details, pulse] = await Promise.all([
    ports.executions.describe(machine, name).catch((error: unknown) => {
      if (error instanceof ExecutionGone && action === 'restart') return undefined;
      throw error;
    }),
    pulseOf(named, ports),
  ]);
  const isRunning = details?.status === 'RUNNING';
  const lately = isRunning ? await ports.executions.history(machine, name, { most: LATELY }) : undefined;
  const place = lately && traceOf(lately.events).visits.findLast(({ end }) => end === 'here');
  const refused =
    (action === 'restart' ? undefined : notRunning(details)) ??
    (action === 'stop' ? undefined : notAPlan(named)) ??
    (action === 'migrate' ? await notOld(named, ports) : undefined) ??
    (action === 'stop' ? undefined : await notAllowed({ named, action, actor }, ports));
  return { named, details, place, pulse, ...(refused && { refused }) };
}

type Why = { message: string; wayOut: string } | undefined;

const notRunning = (details: ExecutionDetails | undefined): Why =>
  details?.status === 'RUNNING'
    ? undefined
    : {
        message: 'This execution has ended: it cannot be stopped any more.',
        wayOut: 'There is nothing to do here.',
      };

const notAPlan = ({ plan }: Named): Why =>
  plan
    ? undefined
    : {
        message: 'Bulk work has no record to start anew from.',
        wayOut: 'Stop it here if you must; whoever began it continues it from the page of the job.',
      };

async function notOld({ machine, name }: Named, { executions }: ExecutionsPorts): Promise<Why> {
  const { current } = await executions.version(machine, name);
  return current
    ? { message: 'It runs the current version of the workflow already.', wayOut: 'There is nothing to move.' }
    : undefined;
}

/** What the domain says to another run, without anything being recorded. */
async function notAllowed(
  { named, action, actor }: { named: Named; action: Action } & Pick<SiteRequest, 'actor'>,
  ports: ExecutionsPorts,
): Promise<Why> {
  const { planId, run } = named.plan ?? { planId: '', run: 0 };
  try {
    const plan = await ports.store.load(planId);
    return whyNoOtherRun(plan, { run, because: causeOf(action), actor }, ports);
  } catch (error) {
    if (error instanceof PlanNotFound)
      return {
        message: 'The plan is not there.',
        wayOut: 'Only the execution is left: stop it if it still runs.',
      };
    throw error;
  }
}

/** What an action that gives the plan another run is called in the record. */
export const causeOf = (action: Action): WantedRun['because'] =>
  action === 'migrate' ? 'new_workflow' : 'by_operator';
