import type { BusinessCalendar } from '../calendar.ts';
import type { RulePack } from '../pack.ts';
import type { Instant, ScheduledRequest } from '../plan.ts';

/**
 * The ladder of a question that opens later than planned, so that an outage costs nobody their days: everything moves
 * by as many business days as the opening is late. A decision's clock is the law's and stays, but whoever is asked
 * late still has a business day before their silence is reported.
 */
export function openedLate(
  planned: ScheduledRequest,
  now: Instant,
  pack: RulePack,
  calendar: BusinessCalendar,
): ScheduledRequest {
  const today = calendar.dayOf(now);
  const daysLate = calendar.businessDaysBetween(calendar.dayOf(planned.opensAt), today);
  const late = Math.max(daysLate, now >= planned.dueAt ? 1 : 0);
  const { opens, closes } = pack.workingHours.is;
  const nextClose = calendar.at(calendar.add(today, '+1bd'), closes);
  const move = (at: Instant, time: string): Instant =>
    late <= 0 ? at : calendar.at(calendar.add(calendar.dayOf(at), `+${late}bd`), time);
  if (planned.kind === 'decision') {
    const escalations = planned.escalations.map((rung) =>
      late > 0 && rung.at < nextClose ? { ...rung, at: nextClose } : rung,
    );
    return { ...planned, opensAt: now, reminders: planned.reminders.filter((at) => at > now), escalations };
  }
  return {
    ...planned,
    opensAt: now,
    dueAt: move(planned.dueAt, closes),
    reminders: planned.reminders.map((at) => move(at, opens)).filter((at) => at > now),
    missedAt: planned.missedAt && move(planned.missedAt, closes),
    escalations: planned.escalations.map((rung) => ({ ...rung, at: move(rung.at, closes) })),
  };
}
