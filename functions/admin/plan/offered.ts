import type { Context } from '../../../domain/commands.ts';
import { AMENDABLE, wayToAmend } from '../../../domain/decide/amend.ts';
import type { Plan } from '../../../domain/plan.ts';
import type { Offered, PlanModel } from '../../../views/admin/plan/model.ts';
import { type Action, type ActionType, GROUPS } from './action.ts';
import { ACTION_TYPES, ACTIONS } from './actions.ts';
import { whyNot } from './possible.ts';

/** Every action, with the address of its form, or why it makes no sense now: none is hidden. */
export const offeredFor = (plan: Plan, context: Context): PlanModel['actions'] =>
  GROUPS.map((group) => ({
    group,
    offered: [
      ...(group === 'Steps' ? [inTheEditor(plan)] : []),
      ...ACTION_TYPES.filter((type) => ACTIONS[type].group === group).map((type) =>
        offer(type, plan, context),
      ),
    ],
  }));

/** One action, with why it makes no sense now if it does not. */
export function offer(type: ActionType, plan: Plan, context: Context): Offered {
  const why = whyNot(type, plan, context);
  return { title: ACTIONS[type].title, href: addressOf(plan, type), ...(why !== undefined && { why }) };
}

const addressOf = ({ id }: Plan, type: ActionType): string => `/admin/plans/${id}/do/${type}`;

/** The text of a plan is changed where it was written. */
export function inTheEditor({ id, status }: Plan): Offered {
  const href = `/admin/plans/${id}/amend`;
  if (status === 'draft') return { title: 'Edit the draft', href };
  const why = AMENDABLE.includes(status) ? undefined : wayToAmend(status);
  return { title: 'Amend the plan', href, ...(why !== undefined && { why }) };
}

/** Where what was just done can be taken back; `undefined` when it cannot, or not any more. */
export function undoOf(done: ActionType, plan: Plan, context: Context): PlanModel['undo'] {
  const action: Action = ACTIONS[done];
  const undo = action.undo?.(plan);
  if (!undo || whyNot(undo.command, plan, context) !== undefined) return undefined;
  const query = new URLSearchParams(undo.values ?? {});
  return { href: `${addressOf(plan, undo.command)}${query.size > 0 ? `?${query}` : ''}`, text: undo.text };
}
