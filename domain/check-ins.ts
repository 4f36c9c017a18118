import type { Item, Plan, RequestId } from './plan.ts';

/**
 * The items a check-in asks about, each with what should be reached by that day.
 * A check-in added by an extension has no benchmark of its own: it asks about every item against its target.
 */
export function checkInItems(plan: Plan, requestId: RequestId): { item: Item; benchmark: number }[] {
  const date =
    plan.requests[requestId]?.date ?? plan.scheduled.find((request) => request.id === requestId)?.date;
  const dated = plan.draft.items.flatMap((item) =>
    item.checkIns.filter((checkIn) => checkIn.date === date).map(({ benchmark }) => ({ item, benchmark })),
  );
  return dated.length > 0
    ? dated
    : plan.draft.items.map((item) => ({ item, benchmark: item.measure.target }));
}
