import * as z from 'zod/mini';
import {
  type Quarter,
  quarterOf,
  quarterPlus,
  quartersBetween,
  type Report,
  reportOf,
} from '../../domain/reports.ts';
import type { ApiRequest, ApiResponse } from '../http.ts';
import type { ApiPorts } from '../ports.ts';
import { brokenShape, inShape } from './read-json.ts';

/** The most quarters of one report. */
export const MOST_QUARTERS = 12;

const quarter = z.exactOptional(
  z.string().check(z.regex(/^(20|21)\d\d-Q[1-4]$/, 'Write a quarter as 2026-Q4.')),
);
const ReportQuery = z.strictObject({ from: quarter, to: quarter });

type ReportPorts = Pick<ApiPorts, 'store' | 'library' | 'now'>;

/** GET /api/reports?from=&to= */
export async function report({ query }: ApiRequest, ports: ReportPorts): Promise<ApiResponse> {
  return { status: 200, json: await reportFor({ ...query }, ports) };
}

/** The reports for the quarters that a query asks for: the present one and three before it when it does not say. @throws Problem 422 */
export async function reportFor(query: Record<string, string>, ports: ReportPorts): Promise<Report> {
  const asked = inShape(ReportQuery, query);
  const now = ports.now();
  const to: Quarter = asked.to ?? quarterOf(now.slice(0, 10));
  const from: Quarter = asked.from ?? quarterPlus(to, -3);
  const quarters = quartersBetween(from, to);
  if (quarters.length === 0 || quarters.length > MOST_QUARTERS) {
    const message = `Ask for 1 to ${MOST_QUARTERS} quarters, the first of them in from.`;
    throw brokenShape([{ field: '/from', message, rule: 'shape', citation: '' }]);
  }
  const cards = await ports.store.reportCards(quarters);
  return reportOf(cards, { from, to }, { library: ports.library, now });
}
