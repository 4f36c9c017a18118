import { daysInclusive } from '../calendar.ts';
import type { Context } from '../commands.ts';
import { addDays } from '../days.ts';
import type { Fact } from '../events.ts';
import { lastDayAllowed } from '../opportunity.ts';
import type { Day, Plan, RequestId } from '../plan.ts';
import type { Rules } from '../rules.ts';
import { followUpsOf } from '../schedule.ts';
import { decidedAs, withMoreTime } from './extend.ts';
import { revise } from './revise.ts';

/**
 * The calendar days proposed back for a check-in the manager missed: from the follow-up before it (or the start) to its
 * day, without those the clock stood still; never past the cap, and 0 when none is left. With `today` they are days
 * ahead, however long ago the period ended.
 */
export function creditDays(plan: Plan, requestId: RequestId, { pack }: Rules, today?: Day): number {
  const date = plan.requests[requestId]?.date;
  if (!date || !pack.tolling.missedByManager.is) return 0;
  const left = daysAfter(lastCounted(plan, today), lastDayAllowed(plan, pack));
  return Math.max(0, Math.min(daysLost(plan, date) - daysGiven(plan, requestId, date), left));
}

/** The end moves by the days a missed check-in cost; no fact when none is left to give. */
export function grantCredit(plan: Plan, requestId: RequestId, rules: Rules, context: Context): Fact[] {
  const today = rules.calendar.dayOf(context.now);
  const days = decidedAs(plan, context) ? 0 : creditDays(plan, requestId, rules, today);
  if (days === 0) return [];
  const draft = withMoreTime(plan.draft, addDays(lastCounted(plan, today), days), rules, context);
  const reason = `The manager did not hold the check-in of ${plan.requests[requestId]?.date}: the days it cost are given back.`;
  const revision = revise(plan, { because: 'credited', reason, draft }, rules, context);
  return [{ type: 'CreditGranted', requestId, days, revision }];
}

const daysAfter = (day: Day, later: Day): number => daysInclusive(day, later) - 1;

/** The day a credit is counted from: the last of the plan, or yesterday when that is over. */
function lastCounted({ draft }: Plan, today: Day = draft.endDate): Day {
  const yesterday = addDays(today, -1);
  return draft.endDate > yesterday ? draft.endDate : yesterday;
}

/** Two follow-ups of one day cost the same days, and those are given back once. */
function daysGiven({ attributions, requests }: Plan, requestId: RequestId, date: Day): number {
  return Object.entries(attributions)
    .filter(([id]) => id !== requestId && requests[id]?.date === date)
    .reduce((days, [, { creditDays }]) => days + creditDays, 0);
}

function daysLost({ draft, pauses }: Plan, date: Day): number {
  const before = followUpsOf(draft)
    .map((planned) => planned.date)
    .filter((day) => day >= draft.startDate && day < date)
    .sort()
    .at(-1);
  const since = before ?? draft.startDate;
  const stoodStill = pauses
    .filter(({ from }) => from >= since && from < date)
    .reduce((days, { from, resumedOn = from }) => days + daysAfter(from, resumedOn), 0);
  return daysAfter(since, date) - stoodStill;
}
