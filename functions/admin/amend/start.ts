import { AMENDABLE, wayToAmend } from '../../../domain/decide/amend.ts';
import type { Plan } from '../../../domain/plan.ts';
import { startPage } from '../../../views/admin/editor/start.tsx';
import { briefMoment } from '../../../views/admin/plan/moments.ts';
import { STATUS_SAYS } from '../../../views/admin/plan/words.ts';
import { planIdOf } from '../../api/plan-id.ts';
import type { WebResponse } from '../../http.ts';
import { Problem } from '../../problems.ts';
import type { SiteRequest } from '../../site.ts';
import { draftAddress, goTo, writerOf } from '../drafts/open.ts';
import type { AdminPorts } from '../ports.ts';
import { amendableOf } from './look.ts';

/** GET /admin/plans/{planId}/amend: what amending means, and what is being written already. */
export async function showStart(request: SiteRequest, ports: AdminPorts): Promise<WebResponse> {
  const planId = planIdOf(request);
  const plan = await ports.store.load(planId);
  const all = await ports.workspace.list();
  const mine = all.filter((work) => work.planId === planId && work.kind !== 'plan');
  const body = startPage(request.frame, {
    plan: { id: planId, title: plan.draft.title },
    kind: kindFor(plan),
    status: STATUS_SAYS[plan.status],
    ...(kindFor(plan) === undefined && { wayOut: wayToAmend(plan.status) }),
    unfinished: mine.map(({ id, by, updatedAt }) => ({
      href: draftAddress(id),
      by,
      when: briefMoment(updatedAt, request.frame.timeZone),
    })),
  });
  return { status: 200, body };
}

/** POST to the same: the plan's text is taken into the editor; the plan itself stays as it is. */
export async function start(request: SiteRequest, ports: AdminPorts): Promise<WebResponse> {
  const planId = planIdOf(request);
  const plan = await ports.store.load(planId);
  const kind = kindFor(plan);
  if (!kind) {
    throw new Problem(409, 'not_allowed_now', STATUS_SAYS[plan.status], wayToAmend(plan.status));
  }
  const content = kind === 'amend' ? { ...amendableOf(plan.draft), why: '' } : plan.draft;
  const work = await ports.workspace.begin(
    { kind, title: plan.draft.title, content, planId, planVersion: plan.version },
    writerOf(request),
    ports.now(),
  );
  return goTo(`${draftAddress(work.id)}?begun=plan`);
}

/** A draft is written anew; what runs gets a new version; once the period is over only people may be added. */
function kindFor({ status }: Plan): 'redraft' | 'amend' | undefined {
  if (status === 'draft') return 'redraft';
  return AMENDABLE.includes(status) ? 'amend' : undefined;
}
