import { spreadsheetCsv } from '../../../adapters/spreadsheet-csv.ts';
import { quarterOf, quarterPlus } from '../../../domain/reports.ts';
import { reportsPage } from '../../../views/admin/reports/page.tsx';
import type { Rule } from '../../access.ts';
import { reportFor } from '../../api/report.ts';
import { Problem } from '../../problems.ts';
import type { SiteRequest, SiteRoutes } from '../../site.ts';
import type { AdminPorts } from '../ports.ts';
import { linesOf, TABLES, type TableName } from './tables.ts';

const READERS: Rule = { hr: 'all', auditor: 'all' };

/** So many quarters can be chosen, one of them still ahead: plans that run now end there. */
const CHOICES = 12;
/** So many years that are over can be chosen. */
const YEARS = 3;

/** The quarters that are asked for; empty fields of the form ask for none. */
const periodIn = ({ query }: Pick<SiteRequest, 'query'>): Record<string, string> =>
  Object.fromEntries(
    ['from', 'to'].flatMap((name) => (query.get(name) ? [[name, query.get(name) ?? '']] : [])),
  );

/** The reports and their files. */
export const reportRoutes: SiteRoutes<AdminPorts> = {
  'GET /admin/reports': {
    who: READERS,
    serve: async (request, ports) => {
      const newest = quarterPlus(quarterOf(ports.now().slice(0, 10)), 1);
      const quarters = Array.from({ length: CHOICES }, (_, back) => quarterPlus(newest, -back));
      const year = Number(ports.now().slice(0, 4));
      const years = Array.from({ length: YEARS }, (_, back) => year - 1 - back);
      const report = await reportFor(periodIn(request), ports);
      return { status: 200, body: reportsPage(request.frame, { report, quarters, years }) };
    },
  },
  'GET /admin/reports.csv': {
    who: READERS,
    serve: async (request, ports) => {
      const asked = request.query.get('table');
      const name = TABLES.find((table) => table === asked);
      if (!name) throw noSuchTable();
      const report = await reportFor(periodIn(request), ports);
      return {
        status: 200,
        headers: {
          'Content-Type': 'text/csv; charset=utf-8',
          'Content-Disposition': `attachment; filename="${fileName(name, report)}"`,
        },
        body: spreadsheetCsv(linesOf(name, report).map((line) => line.map((cell) => cell ?? undefined))),
      };
    },
  },
};

const fileName = (name: TableName, { from, to }: { from: string; to: string }): string =>
  `${name}-${from}-${to}.csv`;

const noSuchTable = (): Problem =>
  new Problem(
    404,
    'no_such_table',
    'The reports have no such table.',
    'Open the reports and choose one there.',
  );
