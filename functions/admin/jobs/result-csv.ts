import { spreadsheetCsv } from '../../../adapters/spreadsheet-csv.ts';
import type { JobPhase, Jobs, RowResult } from '../../jobs/job.ts';

const HEAD = ['row', 'line', 'plan', 'outcome', 'plan id', 'at line', 'column', 'what', 'rule', 'citation'];

/** How every row came out, one line per thing there is to say of it; those that are good have one line as well. */
export async function resultCsv(
  jobId: string,
  phase: JobPhase,
  jobs: Pick<Jobs, 'results'>,
): Promise<string> {
  const lines: (string | number | undefined)[][] = [HEAD];
  for await (const { rows } of jobs.results(jobId, 0, phase)) lines.push(...rows.flatMap(linesOf));
  return spreadsheetCsv(lines);
}

function linesOf(result: RowResult): (string | number | undefined)[][] {
  const { row, line, title, outcome, planId, faults = [], warnings = [] } = result;
  const head = [row, line, title, outcome, planId];
  const said = [
    ...faults.map((fault) => [fault.line, fault.column, fault.message, fault.rule, fault.citation]),
    ...warnings.map((text) => [line, undefined, text, 'warning', undefined]),
  ];
  if (said.length === 0) return [[...head, undefined, undefined, undefined, undefined, undefined]];
  return said.map((one) => [...head, ...one]);
}
