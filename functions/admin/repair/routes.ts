import type { PlanId } from '../../../domain/plan.ts';
import type { Notice } from '../../../views/admin/layout.tsx';
import { repairPage } from '../../../views/admin/repair/repair-page.tsx';
import type { WebResponse } from '../../http.ts';
import type { SiteRequest, SiteRoutes } from '../../site.ts';
import type { AdminPorts } from '../ports.ts';
import { handOver, showEffects } from './effects.ts';
import { findingsOf } from './findings.ts';
import { look } from './look.ts';
import { restartNow, showRestart } from './restart.ts';
import { ENOUGH, sendAgain, showSendAgain } from './send-again.ts';

const DONE: Record<string, Notice> = {
  restart: { kind: 'done', title: 'Another run is started.' },
  already: { kind: 'done', title: 'Another run drives the plan already: nothing was left to do.' },
  effects: {
    kind: 'done',
    title: 'They are handed over again. What is done goes from this page within moments.',
  },
  mail: { kind: 'done', title: 'It is sent again.' },
  enough: { kind: 'trouble', title: 'Nothing was sent.', points: [ENOUGH] },
};

/** GET /admin/repair: what is stuck or lost. HR reads names; operators ids and runs alone. */
async function showRepair({ frame, identity, query }: SiteRequest, ports: AdminPorts): Promise<WebResponse> {
  const { roles } = identity;
  const { timeZone, now: at } = frame;
  const isHr = roles.includes('hr');
  const found = await look(ports);
  const titles = isHr ? await titlesOf([...found.late.keys()], ports) : new Map();
  const reader = { isHr, isOperator: roles.includes('operator'), timeZone, titles };
  const notice = DONE[query.get('done') ?? ''];
  const shown = notice ? { ...frame, notice } : frame;
  return { status: 200, body: repairPage(shown, { at, ...findingsOf(found, reader) }) };
}

/** What plans are called; one that is gone meanwhile stays without. */
async function titlesOf(planIds: readonly PlanId[], { store }: AdminPorts): Promise<Map<PlanId, string>> {
  const some = planIds.slice(0, 50);
  const read = await Promise.allSettled(some.map((planId) => store.load(planId)));
  return new Map(
    read.flatMap((one) => (one.status === 'fulfilled' ? [[one.value.id, one.value.draft.title]] : [])),
  );
}

/** Where something broke, and the ways out of it. Runs are for operators, people for HR. */
export const repairRoutes: SiteRoutes<AdminPorts> = {
  'GET /admin/repair': { who: { hr: 'all', operator: 'all' }, serve: showRepair },
  'GET /admin/repair/{planId}/restart': { who: { operator: 'all' }, serve: showRestart },
  'POST /admin/repair/{planId}/restart': { who: { operator: 'all' }, serve: restartNow },
  'GET /admin/repair/{planId}/effects': { who: { operator: 'all' }, serve: showEffects },
  'POST /admin/repair/{planId}/effects': { who: { operator: 'all' }, serve: handOver },
  'GET /admin/repair/{planId}/mail': { who: { hr: 'all' }, serve: showSendAgain },
  'POST /admin/repair/{planId}/mail': { who: { hr: 'all' }, serve: sendAgain },
};
