import { planDeskPage } from '../../../views/admin/plan/plan-page.tsx';
import { planIdOf } from '../../api/plan-id.ts';
import { commandContext } from '../../command-context.ts';
import type { WebResponse } from '../../http.ts';
import type { SiteRequest } from '../../site.ts';
import type { AdminPorts } from '../ports.ts';
import { ACTIONS, actionNamed } from './actions.ts';
import { showManagedPlan } from './manager-page.ts';
import { nextStepOf } from './next-step.ts';
import { offeredFor, undoOf } from './offered.ts';
import { planModel } from './plan-model.ts';

/** What the editor says of itself when it comes back here. */
const IN_THE_EDITOR = new Map([
  ['unchanged', 'Nothing was changed: it was so already.'],
  ['created', 'The plan is created, as a draft. Approve it when it is right.'],
  ['redrafted', 'The draft is written anew.'],
  ['amended', 'The plan is amended. Both sides are asked to sign for the new version.'],
]);

/** GET /admin/plans/{planId}: everything about one plan, or what a manager may see of theirs. */
export async function readPlan(request: SiteRequest, ports: AdminPorts): Promise<WebResponse> {
  if (request.reach === 'own') return showManagedPlan(request, ports);
  const planId = planIdOf(request);
  const [events, outbox] = await Promise.all([ports.store.events(planId), ports.store.outbox(planId)]);
  const context = commandContext(ports, planId, request.actor);
  const { plan, model } = planModel(events, outbox, context);
  if (!request.identity.roles.includes('hr')) {
    return {
      status: 200,
      body: planDeskPage(request.frame, { ...model, next: undefined, actions: [], undo: undefined }),
    };
  }
  const named = request.query.get('done') ?? '';
  const done = actionNamed(named);
  const title = done ? ACTIONS[done].done : IN_THE_EDITOR.get(named);
  const notice = title && { kind: 'done' as const, title };
  const body = planDeskPage(
    { ...request.frame, ...(notice && { notice }) },
    {
      ...model,
      next: nextStepOf(plan, context),
      actions: offeredFor(plan, context),
      undo: done && undoOf(done, plan, context),
    },
  );
  return { status: 200, body };
}
