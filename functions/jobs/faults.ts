import { isPassing } from '../../adapters/passing.ts';
import { PEOPLE } from '../../adapters/plan-csv/columns.ts';
import { placeIn } from '../../adapters/plan-csv/place.ts';
import { type BrokenRule, Refusal, RulesBroken } from '../../domain/errors.ts';
import type { PlanDraft } from '../../domain/plan.ts';
import { errorFields, logger } from '../logging.ts';
import { Problem } from '../problems.ts';
import type { RowFault } from './job.ts';
import { FAULT_BYTES_PER_ROW } from './limits.ts';
import type { ImportRow } from './shapes.ts';

/** What the rules say of a row, at its place in the file: a cell of a spreadsheet, or a JSON pointer. */
export const placed = (broken: readonly BrokenRule[], row: ImportRow): RowFault[] =>
  broken.map(({ field, message, rule, citation }) => {
    const said = { message, rule, citation };
    if (row.lines) {
      const column = field === '/participants' ? columnOfRole(message) : undefined;
      return { ...placeIn(row.draft as PlanDraft, row.lines, field), ...(column && { column }), ...said };
    }
    return { line: row.line, ...(field && { column: field }), ...said };
  });

/** Whoever is missing has no place in the draft: only the sentence says which role nobody has, and so which column is empty. */
function columnOfRole(message: string): string | undefined {
  const [, role] = /with the role (\w+)/.exec(message) ?? [];
  return PEOPLE.find((person) => person.role === role)?.column;
}

/**
 * Why a row was refused, as rows say it. What nobody expected is said of its row alone and logged: the rows after it are
 * worked on all the same.
 *
 * @throws what may pass by itself, as it was given: the part is tried again
 */
export function refusalIn(error: unknown, where: { jobId: string; row: number }): BrokenRule[] {
  if (isPassing(error)) throw error;
  if (error instanceof RulesBroken) return error.broken;
  if (error instanceof Problem && error.more.errors) return error.more.errors;
  if (error instanceof Problem) return [said(`${error.detail} ${error.wayOut}`, error.code)];
  if (error instanceof Refusal) return [said(`${error.message} ${error.wayOut}`, error.code)];
  logger().error('row failed unexpectedly', { ...where, ...errorFields(error) });
  return [said(UNEXPECTED, 'unexpected')];
}

const said = (message: string, rule: string): BrokenRule => ({ field: '', message, rule, citation: '' });

const UNEXPECTED =
  'Something went wrong on our side. Look at the plan, if there is one, and do this by itself; if it stays so, whoever runs the service finds it in the log.';

/** As many of them as fit beside those of all other rows of a part, and how many more there are. */
export function fitting(faults: readonly RowFault[]): RowFault[] {
  const kept: RowFault[] = [];
  let bytes = 0;
  for (const fault of faults) {
    bytes += Buffer.byteLength(JSON.stringify(fault));
    if (bytes > FAULT_BYTES_PER_ROW && kept.length > 0) break;
    kept.push(fault);
  }
  const more = faults.length - kept.length;
  if (more === 0) return kept;
  const line = kept[0]?.line;
  const message = `${more} more thing${more === 1 ? ' is' : 's are'} wrong here; correct these first.`;
  return [...kept, { ...(line !== undefined && { line }), message, rule: 'shape', citation: '' }];
}
