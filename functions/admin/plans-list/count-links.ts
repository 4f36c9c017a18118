import type { Count, PlanCounts } from '../../../adapters/store.ts';
import { listAddress } from '../../../views/admin/plans-list/address.ts';
import type { CountLink } from '../../../views/admin/plans-list/model.ts';

/** Decisions that are due within so many business days are looked after now. */
export const DECISION_DAYS = 5;

/** What there is to look after, each with the filter that shows it. */
export function countLinks(counts: PlanCounts, here: string): CountLink[] {
  const link = (text: string, count: Count, values: Record<string, string>): CountLink => {
    const href = listAddress(values);
    return { text, number: shown(count), href, isHere: href === here };
  };
  return [
    link('Overdue', counts.overdue, { overdue: 'true' }),
    link(`Decision due in ${DECISION_DAYS} business days`, counts.decisions, {
      decisionWithinDays: String(DECISION_DAYS),
    }),
    link('Mail did not arrive', counts.bounced, { bounced: 'true' }),
    link('Drafts (not approved)', counts.drafts, { status: 'draft' }),
    link('Live', counts.live, { status: 'live' }),
  ];
}

const shown = ({ atLeast, isMore }: Count): string => `${atLeast.toLocaleString('en')}${isMore ? '+' : ''}`;
