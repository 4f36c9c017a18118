import type { Actor } from '../../domain/events.ts';
import { type Action, confirmPage } from '../../views/admin/executions/confirm-page.tsx';
import type { WebResponse } from '../http.ts';
import { sayStopped } from '../jobs/say-stopped.ts';
import { errorFields, logger } from '../logging.ts';
import { reasonIn } from '../reason.ts';
import { restartRun } from '../restart-run.ts';
import type { SiteRequest } from '../site.ts';
import { backTo } from './done.ts';
import type { Named } from './name.ts';
import type { ExecutionsPorts } from './ports.ts';
import { previewOf } from './preview.ts';
import { titleOf } from './row.ts';
import { causeOf, type Situation, situationOf } from './situation.ts';

type Serve = (request: SiteRequest, ports: ExecutionsPorts) => Promise<WebResponse>;

/** What the action would do, with a form that asks why. */
export const askFirst =
  (action: Action): Serve =>
  async (request, ports) =>
    page(action, { request, situation: await situationOf(action, request, ports) }, ports);

/** Does it, if it still may be done and a reason is given. */
export const doIt =
  (action: Action): Serve =>
  async (request, ports) => {
    const situation = await situationOf(action, request, ports);
    const { reason, fault } = reasonIn(request.form);
    if (situation.refused || fault) {
      return page(action, { request, situation, reason, ...(fault && { fault }) }, ports);
    }
    const { named } = situation;
    if (action !== 'stop') {
      const isDone = await restart({ named, action, reason, actor: request.actor }, ports);
      return backTo(named.name, isDone ? action : 'already');
    }
    // First, so that the work is never said to go on when nothing of it runs any more.
    if (named.work) await sayStopped(named.work, ports.jobRows);
    await ports.executions.stop(named.machine, named.name, {
      error: 'StoppedByOperator',
      cause: saidBy(request.actor, reason),
    });
    logger().info('execution stopped', { execution: named.name, principal: request.actor.id });
    return backTo(named.name, 'stop');
  };

interface Restart {
  named: Named;
  action: Action;
  reason: string;
  actor: Actor;
}

/**
 * Gives the plan another run. The record owes that the old one is stopped; it is stopped here as well so that its own
 * cause says who wanted it.
 *
 * @returns false when another run drove the plan already.
 */
export async function restart(
  { named, action, reason, actor }: Restart,
  ports: Pick<ExecutionsPorts, 'store' | 'executions' | 'now' | 'ids' | 'library' | 'settings'>,
): Promise<boolean> {
  if (!named.plan) return false;
  const { planId, run } = named.plan;
  const next = await restartRun(planId, { run, because: causeOf(action), reason, actor }, ports);
  if (next === undefined) return false;
  try {
    const because = { error: 'ReplacedByOperator', cause: saidBy(actor, reason) };
    await ports.executions.stop(named.machine, named.name, because);
  } catch (error) {
    logger().warn('left to the outbox', { execution: named.name, ...errorFields(error) });
  }
  return true;
}

const saidBy = ({ id }: Actor, reason: string): string => `by ${id}: ${reason}`;

interface Shown {
  request: SiteRequest;
  situation: Situation;
  reason?: string;
  fault?: string;
}

function page(
  action: Action,
  { request, situation, reason = '', fault }: Shown,
  { now }: ExecutionsPorts,
): WebResponse {
  const { named, details, place, pulse, refused } = situation;
  const waits = details ? titleOf(details, pulse, { place, named, now: now() }) : named.name;
  return {
    status: fault ? 422 : refused && request.method === 'POST' ? 409 : 200,
    body: confirmPage(request.frame, {
      action,
      name: named.name,
      waits,
      preview: previewOf(action, situation, now()),
      ...(refused && { refused }),
      reason,
      ...(fault && { fault }),
    }),
  };
}
