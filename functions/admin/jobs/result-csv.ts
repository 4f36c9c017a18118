import { csvLines, spreadsheetCsv } from '../../../adapters/spreadsheet-csv.ts';
import { bytesInAnswer, MOST_ANSWER_BYTES } from '../../answer-size.ts';
import type { JobPhase, Jobs, RowResult } from '../../jobs/job.ts';

const HEAD = ['row', 'line', 'plan', 'outcome', 'plan id', 'at line', 'column', 'what', 'rule', 'citation'];

type Line = (string | number | undefined)[];

/**
 * How every row came out, one line per thing there is to say of it; those that are good have one line as well. What does
 * not fit one answer is left for another: the last line says where it is.
 *
 * @param from the first part of the work to tell of
 */
export async function resultCsv(
  jobId: string,
  phase: JobPhase,
  jobs: Pick<Jobs, 'results'>,
  from = 0,
): Promise<string> {
  let csv = spreadsheetCsv([HEAD]);
  let bytes = 0;
  for await (const { part, rows } of jobs.results(jobId, from, phase)) {
    const more = csvLines(rows.flatMap(linesOf));
    bytes += bytesInAnswer(more);
    // One part always fits: its results stand in one row of the table.
    if (bytes > MOST_ANSWER_BYTES && part > from) return csv + csvLines([restAt(jobId, phase, part)]);
    csv += more;
  }
  return csv;
}

const restAt = (jobId: string, phase: JobPhase, part: number): Line => [
  `There is more than one file can hold. The rest: /admin/jobs/${jobId}/result.csv?phase=${phase}&from=${part}`,
];

function linesOf(result: RowResult): Line[] {
  const { row, line, title, outcome, planId, faults = [], warnings = [] } = result;
  const head = [row, line, title, outcome, planId];
  const said = [
    ...faults.map((fault) => [fault.line, fault.column, fault.message, fault.rule, fault.citation]),
    ...warnings.map((text) => [line, undefined, text, 'warning', undefined]),
  ];
  if (said.length === 0) return [[...head, undefined, undefined, undefined, undefined, undefined]];
  return said.map((one) => [...head, ...one]);
}
