import { agenda } from '../../../domain/agenda.ts';
import type { Plan } from '../../../domain/plan.ts';
import { type ConfirmModel, confirmRepairPage } from '../../../views/admin/repair/confirm-page.tsx';
import { planIdOf } from '../../api/plan-id.ts';
import type { WebResponse } from '../../http.ts';
import { reasonIn } from '../../reason.ts';
import { restartRun, whyNoOtherRun } from '../../restart-run.ts';
import type { SiteRequest } from '../../site.ts';
import type { AdminPorts } from '../ports.ts';

const REASON = {
  name: '/reason',
  label: 'Reason',
  hint: 'It stays in the record of the plan. No names.',
  input: 'text',
} as const;

/** GET /admin/repair/{planId}/restart: what another run would do. */
export async function showRestart(request: SiteRequest, ports: AdminPorts): Promise<WebResponse> {
  const plan = await ports.store.load(planIdOf(request));
  return { status: 200, body: confirmRepairPage(request.frame, modelOf(plan, request, ports)) };
}

/** POST /admin/repair/{planId}/restart: starts it, unless somebody or the system did meanwhile. */
export async function restartNow(request: SiteRequest, ports: AdminPorts): Promise<WebResponse> {
  const planId = planIdOf(request);
  const asked = Number(request.form?.get('run'));
  const model = modelOf(await ports.store.load(planId), request, ports, asked);
  if (model.over !== undefined) return { status: 409, body: confirmRepairPage(request.frame, model) };
  const { reason, fault } = reasonIn(request.form, REASON.name);
  if (fault) {
    const values = new Map([[REASON.name, reason]]);
    const faults = [{ field: REASON.name, message: fault }];
    return { status: 422, body: confirmRepairPage(request.frame, { ...model, values, faults }) };
  }
  const wanted = { run: asked, because: 'by_operator', actor: request.actor, reason } as const;
  const isStarted = (await restartRun(planId, wanted, ports)) !== undefined;
  return { status: 303, headers: { Location: `/admin/repair?done=${isStarted ? 'restart' : 'already'}` } };
}

/** @param run the one that is to be replaced */
function modelOf(
  plan: Plan,
  { actor }: Pick<SiteRequest, 'actor'>,
  ports: AdminPorts,
  run = plan.run,
): ConfirmModel {
  const refused = whyNoOtherRun(plan, { run, because: 'by_operator', actor }, ports);
  const due = agenda(plan)[0]?.at;
  const isLate = due !== undefined && due <= ports.now();
  const over = refused
    ? refused.message
    : isLate
      ? undefined
      : 'Nothing of this plan is late any more: somebody, or the system, was faster.';
  return {
    title: 'Start another run',
    action: `/admin/repair/${plan.id}/restart`,
    effects: [
      `Run ${plan.run} of ${plan.id} is stopped, if there still is one. Run ${plan.run + 1} starts from the record.`,
      'It does at once what is due: what was asked stays asked, what was answered stays answered.',
      'Nothing is sent twice: what was sent is in the record.',
    ],
    fields: [REASON],
    values: new Map(),
    faults: [],
    carried: [['run', String(plan.run)]],
    button: 'Start another run now',
    ...(over !== undefined && { over }),
  };
}
