import type { PlanId } from '../../../domain/plan.ts';
import type { Finding } from '../../../views/admin/repair/repair-page.tsx';

/** Who reads it: HR reads names, operators act on the machinery; somebody may be both. */
export interface Reader {
  isHr: boolean;
  isOperator: boolean;
  timeZone: string;
  /** Titles of plans, for whoever may read them. */
  titles: ReadonlyMap<PlanId, string>;
}

/** How a plan is named to whoever reads: its title is for HR alone. */
export const called = (planId: string, title: string, { isHr }: Reader): Finding['plan'] =>
  isHr ? { text: title, href: `/admin/plans/${planId}` } : { text: planId };
