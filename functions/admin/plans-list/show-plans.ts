import type { ListOptions } from '../../../adapters/store.ts';
import { BadCursor } from '../../../adapters/store-errors.ts';
import { forManager } from '../../../domain/listing.ts';
import { listAddress, without } from '../../../views/admin/plans-list/address.ts';
import type { PlansModel } from '../../../views/admin/plans-list/model.ts';
import { plansPage } from '../../../views/admin/plans-list/plans-page.tsx';
import type { WebResponse } from '../../http.ts';
import { businessDaysAhead, filterOf, readPlanQuery } from '../../plan-query.ts';
import { Problem } from '../../problems.ts';
import type { SiteRequest } from '../../site.ts';
import type { AdminPorts } from '../ports.ts';
import { countLinks, DECISION_DAYS } from './count-links.ts';
import { noticeOn } from './notices.ts';
import { valuesIn } from './values.ts';

type Ports = Pick<AdminPorts, 'store' | 'library' | 'now' | 'settings' | 'views'>;

/**
 * GET /admin/plans: the plans that the filters in the address find. What is asked wrongly is said at its field, and
 * nothing is looked for. Managers see their own plans.
 */
export async function showPlans(request: SiteRequest, ports: Ports): Promise<WebResponse> {
  const values = valuesIn(request.query);
  const isOwn = request.reach === 'own';
  const { page, faults } = asked(request, values, ports);
  const decisionsBefore = businessDaysAhead(DECISION_DAYS, ports).to;
  const [found, counts, views] = await Promise.all([
    page && ports.store.list(page, ports.now()),
    isOwn ? undefined : ports.store.counts({ now: ports.now(), decisionsBefore }),
    isOwn ? undefined : ports.views.list(),
  ]);
  const here = listAddress(without(values, 'cursor'));
  const address = request.identity.email ?? '';
  const model: PlansModel = {
    values,
    faults,
    plans: isOwn ? (found?.plans ?? []).map((plan) => forManager(plan, address)) : (found?.plans ?? []),
    ...(found?.lookedThrough !== undefined && { lookedThrough: found.lookedThrough }),
    ...(found?.cursor && { next: listAddress({ ...values, cursor: found.cursor }) }),
    ...(values.cursor && { first: here }),
    ...(counts && { counts: countLinks(counts, here) }),
    ...(views && { views: views.map(({ id, name, query }) => viewLink(id, name, query, here)) }),
    csv: listAddress(without(values, 'cursor'), '/admin/plans.csv'),
    json: listAddress(without(values, 'cursor'), '/admin/plans.json'),
    mayAct: request.identity.roles.includes('hr'),
    isOwn,
  };
  const body = plansPage({ ...request.frame, ...noticeOn(request.query) }, model);
  return { status: faults.length > 0 ? 422 : 200, body };
}

interface Asked {
  page?: ListOptions;
  faults: PlansModel['faults'];
}

/** What to look for, or why that cannot be. */
function asked(request: SiteRequest, values: Record<string, string>, ports: Ports): Asked {
  try {
    const query = readPlanQuery(values, request);
    const page = { ...filterOf(query, request, ports), ...(query.cursor && { cursor: query.cursor }) };
    return { page, faults: [] };
  } catch (error) {
    if (error instanceof BadCursor || !(error instanceof Problem)) throw error;
    return { faults: error.more.errors ?? [] };
  }
}

function viewLink(id: string, name: string, query: string, here: string) {
  const href = listAddress(Object.fromEntries(new URLSearchParams(query)));
  return { id, name, href, isHere: href === here };
}
