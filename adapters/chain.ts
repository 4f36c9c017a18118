import canonicalize from 'canonicalize';
import type { PlanEvent, PlanId } from '../domain/index.ts';
import { sha256 } from './evidence-hash.ts';
import type { RecordedEvent } from './store.ts';
import { BrokenRecord } from './store-errors.ts';

/** What the first event points back to: the hash of the plan's id, so that a record cannot pass for another plan's. */
export const chainStart = (planId: PlanId): string => sha256(planId);

const hashOf = (event: PlanEvent & { prev: string }): string => sha256(canonicalize(event) as string);

/** The event as it goes into the record, after the one whose hash is `prev`. */
export function record(event: PlanEvent, prev: string): RecordedEvent {
  const linked = { ...event, prev };
  return { ...linked, hash: hashOf(linked) };
}

/**
 * Checks that the events are 1, 2, 3 … of this plan, unaltered.
 *
 * @throws BrokenRecord naming the first event that does not verify.
 */
export function verify(planId: PlanId, events: readonly RecordedEvent[]): void {
  let prev = chainStart(planId);
  for (const [index, { hash, ...linked }] of events.entries()) {
    const seq = index + 1;
    if (linked.seq !== seq || linked.prev !== prev || hashOf(linked) !== hash) throw new BrokenRecord(seq);
    prev = hash;
  }
}

/**
 * The event as the table gives it back: JSON values only, and text that survives UTF-8.
 * Hashed in any other form, a stray half of a surrogate pair would break the record when it is read again.
 */
export const storable = (event: PlanEvent): PlanEvent =>
  JSON.parse(JSON.stringify(event), (_, value) => (typeof value === 'string' ? value.toWellFormed() : value));
