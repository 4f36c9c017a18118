import type { Item, Plan, RequestId, ScheduledRequest } from './plan.ts';

export interface AskedItem {
  item: Item;
  /** What should be reached by that day, in the measure's unit. */
  benchmark: number;
}

/**
 * The items a check-in asks both sides to rate, each with what should be reached by that day; none when it asks for
 * something else. A check-in without benchmarks of its own asks about every item against its target.
 */
export function checkInItems(plan: Plan, requestId: RequestId): AskedItem[] {
  const request = questionOf(plan, requestId);
  return request?.followUp?.asks === 'ratings' ? itemsOn(plan, request.date) : [];
}

/** The items whose numbers a follow-up asks for; everywhere else a number may be brought along. */
export function readingItems(plan: Plan, requestId: RequestId): AskedItem[] {
  const request = questionOf(plan, requestId);
  return request?.followUp?.asks === 'readings' ? itemsOn(plan, request.date) : [];
}

/** What was promised for the day a support question is about. */
export function promisesAsked(
  plan: Plan,
  requestId: RequestId,
): { item: Item; what: string; owner: string }[] {
  const date = questionOf(plan, requestId)?.date;
  return plan.draft.items.flatMap((item) =>
    item.support.filter(({ due }) => due === date).map(({ what, owner }) => ({ item, what, owner })),
  );
}

const questionOf = (plan: Plan, id: RequestId): ScheduledRequest | undefined =>
  plan.requests[id] ?? plan.scheduled.find((request) => request.id === id);

function itemsOn(plan: Plan, date: string | undefined): AskedItem[] {
  const dated = plan.draft.items.flatMap((item) =>
    item.checkIns.filter((checkIn) => checkIn.date === date).map(({ benchmark }) => ({ item, benchmark })),
  );
  return dated.length > 0
    ? dated
    : plan.draft.items.map((item) => ({ item, benchmark: item.measure.target }));
}
