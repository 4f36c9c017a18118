import { openRequests } from '../../agenda.ts';
import type { Fact } from '../../events.ts';
import type { Pause, Plan, Request } from '../../plan.ts';

/** Nobody is blamed for a check-in on a day they were rightly away, even when that is only said afterwards. */
export function excusedBy({ from, until }: Pause, plan: Plan): Fact[] {
  const asksWho = new Set(
    openRequests(plan).flatMap(({ kind, regarding }) =>
      kind === 'attribution' && regarding ? [regarding] : [],
    ),
  );
  const isInside = ({ date }: Request): boolean =>
    date !== undefined && date >= from && (until === null || date <= until);
  return (
    Object.values(plan.requests)
      .filter(({ kind, status, id }) => kind === 'check_in' && (status === 'missed' || asksWho.has(id)))
      .filter(isInside)
      // What HR put down to the manager stays: the days it cost may have been given back.
      .filter(({ id }) => !['manager', 'excused'].includes(plan.attributions[id]?.to ?? ''))
      .map(({ id }) => ({
        type: 'CheckInAttributed',
        requestId: id,
        to: 'excused',
        reason: 'The day lies within an approved absence.',
      }))
  );
}
