import type { Context } from '../../../domain/commands.ts';
import type { Plan } from '../../../domain/plan.ts';
import { pinnedRules } from '../../../domain/rules.ts';
import { commandIn, type Filled } from '../plan/command-form.ts';
import type { BulkType } from './bulk-types.ts';

/**
 * The command that values typed once for several plans make for this one. What the preview shows and what the work does
 * both come from here: somebody may have another id in each plan.
 */
export const commandFor = (
  type: BulkType,
  values: ReadonlyMap<string, string>,
  plan: Plan,
  { now, library }: Pick<Context, 'now' | 'library'>,
): Filled => commandIn(type, values, plan, pinnedRules(plan, library).calendar.dayOf(now));
