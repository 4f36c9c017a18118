import { daysInclusive } from '../../calendar.ts';
import { addDays } from '../../days.ts';
import type { BrokenRule } from '../../errors.ts';
import type { Day, Pause } from '../../plan.ts';
import { brokenProductRule } from '../../rules.ts';

/** How long a resumption may go unsaid; also the least that is left of a plan, when that much was left before. */
const A_WEEK = 7;

/** What is wrong with the first day that counts again, as a list of nothing or one; `endDate` is the last before it moves. */
export function checkResume(on: Day, { from }: Pause, endDate: Day, today: Day): BrokenRule[] {
  const refuse = (message: string): BrokenRule[] => [brokenProductRule('/on', message)];
  const earliest = earliestDay(from, endDate, today);
  if (on > today) {
    return refuse(
      `The plan cannot be resumed ahead: resume it on that day, or choose one from ${earliest} to ${today}.`,
    );
  }
  if (on >= earliest) return [];
  return on >= from
    ? refuse(
        `Nobody followed the plan up in the days since, so they are not taken from the time to improve: choose a day from ${earliest} to ${today}.`,
      )
    : refuse(
        `A plan is not resumed before its pause, which began on ${from}: choose a day from ${earliest} to ${today}.`,
      );
}

/** A week back at most, and never so far that less than a week is left of what was left when the pause began. */
function earliestDay(from: Day, endDate: Day, today: Day): Day {
  const left = daysInclusive(from, endDate);
  const day = addDays(today, -Math.min(A_WEEK, Math.max(0, left - A_WEEK)));
  return day > from ? day : from;
}
