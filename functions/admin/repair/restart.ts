import { agenda } from '../../../domain/agenda.ts';
import { RulesBroken } from '../../../domain/errors.ts';
import type { Plan } from '../../../domain/plan.ts';
import { type ConfirmModel, confirmRepairPage } from '../../../views/admin/repair/confirm-page.tsx';
import { planIdOf } from '../../api/plan-id.ts';
import { commandContext } from '../../command-context.ts';
import type { WebResponse } from '../../http.ts';
import type { SiteRequest } from '../../site.ts';
import { minutesBefore } from '../../sweeper/minutes-before.ts';
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
  return { status: 200, body: confirmRepairPage(request.frame, modelOf(plan, ports)) };
}

/** POST /admin/repair/{planId}/restart: starts it, unless somebody or the system did meanwhile. */
export async function restartNow(request: SiteRequest, ports: AdminPorts): Promise<WebResponse> {
  const planId = planIdOf(request);
  const run = Number(request.form?.get('run'));
  const reason = request.form?.get('/reason') ?? '';
  const context = commandContext(ports, planId, request.actor);
  try {
    await ports.store.commit(planId, { type: 'RestartRun', run, because: 'by_operator', reason }, context);
  } catch (refusal) {
    if (!(refusal instanceof RulesBroken)) throw refusal;
    const model = modelOf(await ports.store.load(planId), ports);
    const faults = refusal.broken.map(({ field, message }) => ({ field, message }));
    return { status: 422, body: confirmRepairPage(request.frame, { ...model, faults }) };
  }
  return { status: 303, headers: { Location: '/admin/repair?done=restart' } };
}

function modelOf(plan: Plan, { now }: AdminPorts): ConfirmModel {
  const due = agenda(plan)[0]?.at;
  const isLate = due !== undefined && due < minutesBefore(now(), 1);
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
    ...(!isLate && { over: 'Nothing of this plan is late any more: somebody, or the system, was faster.' }),
  };
}
