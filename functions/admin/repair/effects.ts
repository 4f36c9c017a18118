import type { OutboxRow } from '../../../adapters/store.ts';
import { confirmRepairPage } from '../../../views/admin/repair/confirm-page.tsx';
import { planIdOf } from '../../api/plan-id.ts';
import type { WebResponse } from '../../http.ts';
import type { SiteRequest } from '../../site.ts';
import { finish } from '../../sweeper/finish.ts';
import type { AdminPorts } from '../ports.ts';
import { look } from './look.ts';

/** GET /admin/repair/{planId}/effects: what of a plan is recorded and not done. */
export async function showEffects(request: SiteRequest, ports: AdminPorts): Promise<WebResponse> {
  const planId = planIdOf(request);
  const rows = await lateOf(planId, ports);
  const body = confirmRepairPage(request.frame, {
    title: 'Hand late effects over again',
    action: `/admin/repair/${planId}/effects`,
    effects: rows.map(says),
    fields: [],
    values: new Map(),
    faults: [],
    carried: [],
    button: 'Hand them over again now',
    ...(rows.length === 0 && { over: 'Everything of this plan is done meanwhile.' }),
  });
  return { status: 200, body };
}

/** POST /admin/repair/{planId}/effects: does for them what the system would do at its next round. */
export async function handOver(request: SiteRequest, ports: AdminPorts): Promise<WebResponse> {
  for (const row of await lateOf(planIdOf(request), ports)) await finish(row, ports);
  return { status: 303, headers: { Location: '/admin/repair?done=effects' } };
}

const lateOf = async (planId: string, ports: AdminPorts): Promise<OutboxRow[]> =>
  (await look(ports)).late.get(planId) ?? [];

/** A mail that somebody had begun to send may have left: it is not tried again. */
function says({ kind, key, status }: OutboxRow): string {
  const which = `${KINDS[kind]}${numberIn(key)}`;
  if (status === 'PENDING') return `${which} is handed over again, to be done once.`;
  return kind === 'mail'
    ? `${which} may have left or not: the record will say so, and HR is told. It is not sent again.`
    : `${which} was begun and not finished: it is done again, which changes nothing if it was.`;
}

/** The number of the event that owes it, and no more of its key: that of a mail names who gets it. */
function numberIn(key: string): string {
  const number = Number.parseInt(key, 10);
  return Number.isNaN(number) ? '' : ` (of event ${number})`;
}

const KINDS: Record<OutboxRow['kind'], string> = {
  mail: 'A mail',
  'start-workflow': 'The start of a run',
  'stop-workflow': 'The stop of a run',
  'answer-task': 'The news of an answer for the run',
  publish: 'News for other systems',
};
