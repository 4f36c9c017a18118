import { spreadsheetCsv } from '../../../adapters/spreadsheet-csv.ts';
import { forManager } from '../../../domain/listing.ts';
import type { PlanInList } from '../../../views/admin/plans-list/model.ts';
import type { WebResponse } from '../../http.ts';
import { filterOf, readPlanQuery } from '../../plan-query.ts';
import type { SiteRequest } from '../../site.ts';
import type { AdminPorts } from '../ports.ts';
import { COLUMNS, exported } from './exported.ts';
import { valuesIn } from './values.ts';

type Ports = Pick<AdminPorts, 'store' | 'library' | 'now' | 'settings'>;

/** More than these fit into no answer of a function. */
export const MOST_EXPORTED = 10_000;
const A_TIME = 100;

const CUT = `There are more than ${MOST_EXPORTED.toLocaleString('en')} plans like that: filter them to get the rest.`;

/** GET /admin/plans.csv: what the filters in the address find, as a table for any spreadsheet. */
export async function exportCsv(request: SiteRequest, ports: Ports): Promise<WebResponse> {
  const { plans, isCut } = await everyPlan(request, ports);
  const lines = plans.map((plan) => Object.values(exported(plan)));
  const body = spreadsheetCsv([COLUMNS, ...lines, ...(isCut ? [[CUT]] : [])]);
  return download(body, 'text/csv; charset=utf-8', 'plans.csv');
}

/** GET /admin/plans.json: the same for programs. */
export async function exportJson(request: SiteRequest, ports: Ports): Promise<WebResponse> {
  const { plans, isCut } = await everyPlan(request, ports);
  const body = JSON.stringify({ plans: plans.map(exported), isCut, ...(isCut && { notice: CUT }) }, null, 1);
  return download(body, 'application/json', 'plans.json');
}

const download = (body: string, type: string, name: string): WebResponse => ({
  status: 200,
  headers: { 'Content-Type': type, 'Content-Disposition': `attachment; filename="${name}"` },
  body,
});

/** @throws Problem 422 */
async function everyPlan(
  request: SiteRequest,
  ports: Ports,
): Promise<{ plans: PlanInList[]; isCut: boolean }> {
  const { cursor: _, limit: __, ...values } = valuesIn(request.query);
  const filter = filterOf(readPlanQuery(values, request), request, ports);
  const address = request.identity.email ?? '';
  const plans: PlanInList[] = [];
  let cursor: string | undefined;
  do {
    const page = await ports.store.list({ ...filter, limit: A_TIME, ...(cursor && { cursor }) }, ports.now());
    plans.push(
      ...(request.reach === 'own' ? page.plans.map((plan) => forManager(plan, address)) : page.plans),
    );
    cursor = page.cursor;
  } while (cursor && plans.length < MOST_EXPORTED);
  return {
    plans: plans.slice(0, MOST_EXPORTED),
    isCut: cursor !== undefined || plans.length > MOST_EXPORTED,
  };
}
