import { csvLines, spreadsheetCsv } from '../../../adapters/spreadsheet-csv.ts';
import { forManager } from '../../../domain/listing.ts';
import { listAddress } from '../../../views/admin/plans-list/address.ts';
import { bytesInAnswer, MOST_ANSWER_BYTES } from '../../answer-size.ts';
import type { WebResponse } from '../../http.ts';
import { filterOf, readPlanQuery } from '../../plan-query.ts';
import type { SiteRequest } from '../../site.ts';
import type { AdminPorts } from '../ports.ts';
import { COLUMNS, type ExportedPlan, exported } from './exported.ts';
import { valuesIn } from './values.ts';

type Ports = Pick<AdminPorts, 'store' | 'library' | 'now' | 'settings'>;

/** More than these are not read for one answer, however short they are. */
export const MOST_EXPORTED = 10_000;
const A_TIME = 100;

/** GET /admin/plans.csv: what the filters in the address find, as a table for any spreadsheet. */
export async function exportCsv(request: SiteRequest, ports: Ports): Promise<WebResponse> {
  const csv = (some: readonly ExportedPlan[]) => csvLines(some.map((plan) => Object.values(plan)));
  const { plans, texts, rest } = await asManyAsFit('/admin/plans.csv', csv, request, ports);
  const cut = rest ? csvLines([[cutAfter(plans.length, rest)]]) : '';
  const body = spreadsheetCsv([COLUMNS]) + texts.join('') + cut;
  return download(body, 'text/csv; charset=utf-8', 'plans.csv');
}

/** GET /admin/plans.json: the same for programs. */
export async function exportJson(request: SiteRequest, ports: Ports): Promise<WebResponse> {
  const json = (value: object) => JSON.stringify(value, null, 1);
  const part = (some: readonly ExportedPlan[]) => json({ plans: some });
  const { plans, rest } = await asManyAsFit('/admin/plans.json', part, request, ports);
  const cut = rest && { notice: cutAfter(plans.length, rest), next: rest };
  const body = json({ plans, isCut: rest !== undefined, ...cut });
  return download(body, 'application/json', 'plans.json');
}

const download = (body: string, type: string, name: string): WebResponse => ({
  status: 200,
  headers: { 'Content-Type': type, 'Content-Disposition': `attachment; filename="${name}"` },
  body,
});

/**
 * As many plans as one answer carries, and the address of the rest, if there is one.
 *
 * @param written the plans of one look as they stand in the file
 * @throws Problem 422
 */
async function asManyAsFit(
  path: string,
  written: (plans: readonly ExportedPlan[]) => string,
  request: SiteRequest,
  ports: Ports,
): Promise<{ plans: ExportedPlan[]; texts: string[]; rest?: string }> {
  const { cursor: _, limit: __, ...values } = valuesIn(request.query);
  const filter = filterOf(readPlanQuery(values, request), request, ports);
  const address = request.identity.email ?? '';
  const plans: ExportedPlan[] = [];
  const texts: string[] = [];
  let cursor = request.query.get('from') ?? undefined;
  let bytes = 0;
  do {
    const page = await ports.store.list({ ...filter, limit: A_TIME, ...(cursor && { cursor }) }, ports.now());
    const read = request.reach === 'own' ? page.plans.map((plan) => forManager(plan, address)) : page.plans;
    const more = read.map(exported);
    const text = written(more);
    bytes += bytesInAnswer(text);
    if (bytes > MOST_ANSWER_BYTES && plans.length > 0) break;
    plans.push(...more);
    texts.push(text);
    cursor = page.cursor;
  } while (cursor && plans.length < MOST_EXPORTED);
  return { plans, texts, ...(cursor && { rest: listAddress({ ...values, from: cursor }, path) }) };
}

const cutAfter = (count: number, rest: string): string =>
  `There are more than these ${count.toLocaleString('en')} plans: one file holds no more. The rest: ${rest}`;
