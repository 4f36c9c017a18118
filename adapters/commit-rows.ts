import type { Context } from '../domain/commands.ts';
import { PlanNotFound } from '../domain/errors.ts';
import type { Fact } from '../domain/events.ts';
import { evolve, stamp } from '../domain/evolve.ts';
import type { Instant, PlanId } from '../domain/ids.ts';
import { type IssuedLink, linksOf } from '../domain/links.ts';
import { cardOf } from '../domain/listing/card.ts';
import { type OutboxItem, owed } from '../domain/owed.ts';
import type { Plan } from '../domain/plan.ts';
import { summarise } from '../domain/summarise.ts';
import { chainStart, record, storable } from './chain.ts';
import { keptUntilOf } from './kept-until.ts';
import { eventKey, linkKey, planDue, planKey, planListed } from './keys.ts';
import { listingRows } from './listing-rows.ts';
import { outboxRow } from './outbox.ts';
import type { Row, Write } from './rows.ts';
import type { RecordedEvent } from './store.ts';
import { CommitTooLarge } from './store-errors.ts';

/** DynamoDB's own limits: rows of one transaction, and bytes of one row (a little below, for the names). */
const MOST_ROWS = 100;
const MOST_BYTES = 390_000;

/** What a decision leads to, before anything is written. */
export interface Taken {
  plan: Plan;
  /** The version the decision was made on; 0 for a new plan. */
  before: number;
  /** The plan as it was found by until now; absent for a new one. */
  was?: Plan | undefined;
  events: RecordedEvent[];
  items: OutboxItem[];
  links: IssuedLink[];
  /** When the record may be deleted, of a plan that is over. */
  keptUntil: Instant | null;
}

/**
 * Folds the new facts onto the plan and collects what they owe.
 *
 * @param last hash of the newest event; absent for a new plan
 */
export function take(
  planId: PlanId,
  before: Plan | undefined,
  last: string | undefined,
  facts: Fact[],
  { now, actor, library }: Pick<Context, 'now' | 'actor' | 'library'>,
): Taken {
  let plan = before;
  let prev = last ?? chainStart(planId);
  const events: RecordedEvent[] = [];
  const items: OutboxItem[] = [];
  const links: IssuedLink[] = [];
  for (const fact of facts) {
    const event = storable(stamp(fact, plan, now, actor));
    const recorded = record(event, prev);
    prev = recorded.hash;
    plan = evolve(plan, recorded);
    events.push(recorded);
    items.push(...owed(event, plan));
    links.push(...linksOf(event, plan));
  }
  if (!plan) throw new PlanNotFound();
  const keptUntil = keptUntilOf(plan, library);
  return { plan, before: before?.version ?? 0, was: before, events, items, links, keptUntil };
}

/**
 * The one transaction that records it: events, plan row, owed effects, links, where the plan is found from now on, and
 * what else belongs with it.
 *
 * @throws CommitTooLarge
 */
export function commitRows(
  { plan, before, was, events, items, links, keptUntil }: Taken,
  besides: Write[] = [],
): Write[] {
  const writes: Write[] = [
    { row: planRow(plan, keptUntil), when: before === 0 ? 'absent' : { version: [before] } },
    ...[
      ...events.map((event) => ({ ...eventKey(plan.id, event.seq), ...event })),
      ...items.map((item) => outboxRow(plan.id, item, plan.updatedAt)),
    ].map((row): Write => ({ row, when: 'absent' })),
    ...links.map(linkWrite),
    ...listingRows(was, plan).map((row): Write => ({ row, when: {} })),
    ...besides,
  ];
  if (writes.length > MOST_ROWS) throw new CommitTooLarge('rows', writes.length, MOST_ROWS);
  for (const write of writes) {
    const bytes = 'row' in write ? Buffer.byteLength(JSON.stringify(write.row)) : 0;
    if (bytes > MOST_BYTES) throw new CommitTooLarge('bytes of one row', bytes, MOST_BYTES);
  }
  return writes;
}

const planRow = (plan: Plan, keptUntil: Instant | null): Row => {
  const summary = summarise(plan);
  return {
    ...planKey(plan.id),
    ...summary,
    ...planDue(summary.status, plan.id, summary.nextDueAt ?? keptUntil),
    ...planListed(plan),
    card: cardOf(plan),
  };
};

const linkRow = (link: IssuedLink): Row => {
  const key = linkKey(link.link);
  if (!key) throw new RangeError('A link id is <planId>.<16 letters or digits>.');
  return { ...key, ...link };
};

/** A renewed link takes the place of the generation before it, and of no other. */
const linkWrite = (link: IssuedLink): Write => ({
  row: linkRow(link),
  when: link.generation === 1 ? 'absent' : { generation: [link.generation - 1] },
});
