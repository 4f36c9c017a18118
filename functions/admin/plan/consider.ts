import { faultsByLine } from '../../../adapters/readings-csv.ts';
import type { Command, Context } from '../../../domain/commands.ts';
import { Refusal, RulesBroken } from '../../../domain/errors.ts';
import { happen } from '../../../domain/forecast.ts';
import type { Plan } from '../../../domain/plan.ts';
import type { Fault } from '../../../views/admin/plan/field.ts';
import { commandOf } from '../../api/command-of.ts';
import { CommandShape } from '../../api/command-shapes.ts';
import { type DryRun, dryRun } from '../../api/dry-run.ts';
import { shapeErrors } from '../../api/shape-errors.ts';
import { Problem } from '../../problems.ts';
import type { Filled } from './command-form.ts';

/** What a command would do, or why it may not be. */
export type Considered =
  | { kind: 'effects'; command: Command; run: DryRun; after: Plan }
  | { kind: 'refused'; says?: { message: string; wayOut: string }; faults: Fault[] };

interface Broken {
  field: string;
  message: string;
  rule: string;
  citation: string;
}

/** Tries a filled-in form on a plan. Nothing is kept; every refusal is answered, beside the field it is about. */
export function consider({ json, fieldOf }: Filled, plan: Plan, context: Context): Considered {
  const parsed = CommandShape.safeParse(json);
  const faults = (broken: readonly Broken[]): Considered => ({
    kind: 'refused',
    faults: onceEach(
      broken.map(({ field, message, rule, citation }) => ({
        field: fieldOf(field),
        message,
        ...(isCited(rule) && { citation }),
      })),
    ),
  });
  if (!parsed.success) return faults(shapeErrors(parsed.error.issues, json));
  try {
    const { command, lines } = commandOf(parsed.data);
    if (lines?.some((line) => line.faults.length > 0)) return faults(faultsByLine(lines));
    try {
      const run = dryRun(command, plan, context);
      return { kind: 'effects', command, run, after: happen(command, plan, context).plan };
    } catch (refusal) {
      if (!lines || !(refusal instanceof RulesBroken)) throw refusal;
      return faults(faultsByLine(lines, refusal.broken));
    }
  } catch (refusal) {
    if (refusal instanceof RulesBroken) return faults(refusal.broken);
    if (refusal instanceof Problem && refusal.more.errors) return faults(refusal.more.errors);
    if (refusal instanceof Refusal) {
      const { message, wayOut } = refusal;
      return { kind: 'refused', says: { message, wayOut }, faults: [] };
    }
    throw refusal;
  }
}

/** Several values of one field may have the same fault. */
const onceEach = (faults: Fault[]): Fault[] =>
  faults.filter(
    ({ field, message }, at) =>
      faults.findIndex((one) => one.field === field && one.message === message) === at,
  );

/** What a form alone asks needs no citation. */
const isCited = (rule: string): boolean => rule !== 'shape' && rule !== 'product';
