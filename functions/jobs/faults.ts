import { placeIn } from '../../adapters/plan-csv/place.ts';
import { type BrokenRule, Refusal, RulesBroken } from '../../domain/errors.ts';
import type { PlanDraft } from '../../domain/plan.ts';
import { Problem } from '../problems.ts';
import type { RowFault } from './job.ts';
import { FAULT_BYTES_PER_ROW } from './limits.ts';
import type { ImportRow } from './shapes.ts';

/** What the rules say of a row, at its place in the file: a cell of a spreadsheet, or a JSON pointer. */
export const placed = (broken: readonly BrokenRule[], row: ImportRow): RowFault[] =>
  broken.map(({ field, message, rule, citation }) => {
    const said = { message, rule, citation };
    if (row.lines) return { ...placeIn(row.draft as PlanDraft, row.lines, field), ...said };
    return { line: row.line, ...(field && { column: field }), ...said };
  });

/**
 * Why something was refused, as rows say it. Whatever may pass by itself is no refusal, and nor is what nobody expected:
 * the part is tried again.
 *
 * @throws whatever it was given
 */
export function refusalIn(error: unknown): BrokenRule[] {
  if (error instanceof RulesBroken) return error.broken;
  if (error instanceof Problem && error.more.errors) return error.more.errors;
  if (error instanceof Refusal && !PASSES.has(error.code)) {
    return [{ field: '', message: `${error.message} ${error.wayOut}`, rule: error.code, citation: '' }];
  }
  throw error;
}

const PASSES = new Set(['busy', 'unknown_event', 'broken_record']);

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
