import * as Dates from 'temporal-polyfill/fns/PlainDate';
import type { BusinessCalendar } from './calendar.ts';
import { dateOf } from './dates.ts';
import { addDays } from './days.ts';
import type { RulePack } from './pack.ts';
import type { Instant, Plan } from './plan.ts';

/**
 * When the record of a plan that is over may be deleted: the first moment, in the plan's zone, of the day after the
 * years (R1, R2) or days of the pack's `retention` have passed. They are counted from the day it was closed or withdrawn, or
 * from the end of the time that was watched after success if that is later.
 *
 * `null` while nothing says so: the plan is not over, or a legal hold keeps it (R3).
 */
export function retentionEnds(
  plan: Plan,
  pack: Pick<RulePack, 'retention'>,
  calendar: Pick<BusinessCalendar, 'at' | 'dayOf'>,
): Instant | null {
  const isOver = plan.status === 'closed' || plan.status === 'withdrawn';
  if (!isOver || !plan.closedAt || plan.legalHold) return null;
  const watched = plan.monitoring?.endsAt ?? plan.closedAt;
  const over = calendar.dayOf(watched > plan.closedAt ? watched : plan.closedAt);
  const { is: kept } = pack.retention;
  const last =
    'days' in kept ? addDays(over, kept.days) : Dates.toString(Dates.addYears(dateOf(over), kept.years));
  return calendar.at(addDays(last, 1), '00:00');
}
