import { chainStart, record } from './chain.ts';
import { isObject, type ReadRecord } from './record-file.ts';
import { type RecordPacket, sealOf } from './record-packet.ts';
import { refOf } from './resolve-pack.ts';
import { type Signature, signaturesIn } from './signatures-in.ts';
import type { RecordedEvent } from './store.ts';

export interface EventName {
  /** Its place in the file, from 1. */
  place: number;
  seq: number | null;
  type: string | null;
  at: string | null;
}

export type Verdict =
  | {
      unbroken: true;
      events: number;
      head: string;
      /** In order; of each whether it fits the plan that was signed. */
      signatures: Signature[];
    }
  | { unbroken: false; why: string; event?: EventName };

/**
 * Whether the record is word for word what was sealed. Needs nothing but the file, and `head` if somebody noted it.
 *
 * @param head the hash of the last event as it was noted elsewhere, in hex
 */
export function checkRecord({ packet, saysTwice }: ReadRecord, head?: string): Verdict {
  const misfit = firstMisfit(packet);
  if (misfit) return misfit;
  const { events, manifest } = packet;
  const last = events.at(-1);
  if (!last) return broken('it holds no event');
  if (events.length > manifest.events)
    return broken('it came after the record was sealed', nameOf(events[manifest.events], manifest.events));
  if (events.length < manifest.events)
    return broken(`${manifest.events} events were sealed; event ${events.length + 1} is not there`);
  if (last.hash !== packet.head)
    return broken('it is not the event the record was sealed with', nameAt(events));
  if (saysTwice)
    return broken('a name stands twice in one object, and readers would see only one of the two');
  if (!isSealed(packet))
    return broken('something beside the events was altered: pack, mails, dates or manifest');
  if (head !== undefined && head.toLowerCase() !== packet.head)
    return broken(`its head is ${packet.head}, which is not the one that was noted`);
  return { unbroken: true, events: events.length, head: packet.head, signatures: signaturesIn(packet) };
}

const broken = (why: string, event?: EventName): Verdict => ({
  unbroken: false,
  why,
  ...(event ? { event } : {}),
});

function firstMisfit({ planId, events }: RecordPacket): Verdict | undefined {
  let prev = chainStart(planId);
  for (const [index, event] of events.entries()) {
    const why = misfitOf(event, index + 1, prev);
    if (why) return broken(why, nameOf(event, index));
    prev = event.hash;
  }
  return undefined;
}

/** Why the event cannot be the one that stood there; `undefined` when it is. */
function misfitOf(found: unknown, seq: number, prev: string): string | undefined {
  if (!isObject(found)) return 'it is not an event';
  const { hash, prev: said, ...event } = found as unknown as RecordedEvent;
  if (event.seq !== seq) return `it stands where event ${seq} belongs`;
  if (said !== prev) return 'it does not follow from the event before it';
  return hashIs(event as RecordedEvent, prev, hash) ? undefined : 'it does not say what was recorded';
}

function hashIs(event: RecordedEvent, prev: string, hash: unknown): boolean {
  try {
    return record(event, prev).hash === hash;
  } catch {
    // What has no canonical form was never recorded.
    return false;
  }
}

function isSealed(packet: RecordPacket): boolean {
  try {
    // A draft may be written anew under other rules; what was said last is what the plan is pinned to.
    const said = packet.events.findLast(
      (event) => event.type === 'PlanDrafted' || event.type === 'PlanRedrafted',
    );
    const pinned = said && refOf(said.pack);
    const isPinned = packet.pack.ref === pinned && refOf(packet.pack.text) === pinned;
    return isPinned && packet.manifest.seal === sealOf(packet);
  } catch {
    return false;
  }
}

const nameAt = (events: readonly unknown[]): EventName => nameOf(events.at(-1), events.length - 1);

function nameOf(event: unknown, index: number): EventName {
  const { seq, type, at } = (isObject(event) ? event : {}) as Record<string, unknown>;
  return {
    place: index + 1,
    seq: typeof seq === 'number' ? seq : null,
    type: typeof type === 'string' ? type : null,
    at: typeof at === 'string' ? at : null,
  };
}
