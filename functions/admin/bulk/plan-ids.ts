import type { PlanId } from '../../../domain/plan.ts';
import { isPlanId } from '../../api/plan-id.ts';

/** Plans that a form names: those ticked in a list, and those of a pasted text; and what in it is no plan's id. */
export function planIdsIn(form: URLSearchParams): { planIds: PlanId[]; unknown: string[] } {
  const named = [...form.getAll('planId'), ...form.getAll('ids').flatMap((text) => text.split(/[\s,;"']+/))];
  const given = [...new Set(named.map((id) => id.trim()).filter(Boolean))];
  return { planIds: given.filter(isPlanId), unknown: given.filter((id) => !isPlanId(id)) };
}
