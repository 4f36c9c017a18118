import type { Context } from '../../../domain/commands.ts';
import type { Plan } from '../../../domain/plan.ts';
import { pinnedRules } from '../../../domain/rules.ts';
import type { ActionType } from './action.ts';
import { ACTIONS } from './actions.ts';
import { commandIn } from './command-form.ts';
import { consider } from './consider.ts';

/**
 * Why an action makes no sense for a plan as it stands; `undefined` when it may be tried. It is asked of the rules
 * themselves, by trying the form as it is offered: what they then say of a field is for whoever fills it in.
 */
export function whyNot(type: ActionType, plan: Plan, context: Context): string | undefined {
  const action = ACTIONS[type];
  const needed = action.needs?.(plan);
  if (needed) return needed;
  const today = pinnedRules(plan, context.library).calendar.dayOf(context.now);
  const offered = new Map(action.fields(plan, today).map(({ name, value = '' }) => [name, value]));
  const tried = consider(commandIn(type, offered, plan, today), plan, context);
  if (tried.kind === 'effects') {
    return tried.run.preview.length === 0 ? 'It is so already.' : undefined;
  }
  if (tried.says) return `${tried.says.message} ${tried.says.wayOut}`;
  const whole = tried.faults.filter(({ field }) => field === '');
  return whole.length > 0 && whole.length === tried.faults.length
    ? whole.map(({ message }) => message).join(' ')
    : undefined;
}
