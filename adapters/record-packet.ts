import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Instant, PlanId, RulePack } from '../domain/index.ts';
import { chainStart } from './chain.ts';
import { refOf } from './resolve-pack.ts';
import type { RecordedEvent } from './store.ts';

export const RECORD_FORMAT = 'pip-follow-up/record';
export const RECORD_VERSION = 1;

/** The whole record of one plan in one file that anybody can check without us. Times are UTC, hashes SHA-256 in hex. */
export interface RecordPacket {
  format: typeof RECORD_FORMAT;
  version: typeof RECORD_VERSION;
  planId: PlanId;
  exportedAt: Instant;
  /** The rules the plan was pinned to, as they read then. */
  pack: { ref: string; text: RulePack };
  /** Exactly as they are stored: each with the hash before it (`prev`) and its own (`hash`). */
  events: RecordedEvent[];
  /** Hash of the last event: whoever noted it elsewhere can tell that nothing was taken off the end. */
  head: string;
  manifest: {
    /** How a hash is made: of the canonical JSON of a thing, without the hash itself. */
    hash: 'SHA-256';
    canonicalJson: 'RFC 8785';
    /** What the first event points back to: the hash of the plan's id. */
    chainStart: string;
    events: number;
    firstAt: Instant;
    lastAt: Instant;
    /** Hash of everything in the packet but itself. */
    seal: string;
  };
}

/** Seals a verified record; `events` has at least one. */
export function sealRecord(
  planId: PlanId,
  events: readonly RecordedEvent[],
  pack: RulePack,
  exportedAt: Instant,
): RecordPacket {
  const first = events[0];
  const last = events.at(-1);
  if (!first || !last) throw new RangeError('A record has at least one event.');
  const packet: Unsealed = {
    format: RECORD_FORMAT,
    version: RECORD_VERSION,
    planId,
    exportedAt,
    pack: { ref: refOf(pack), text: pack },
    events: [...events],
    head: last.hash,
    manifest: {
      hash: 'SHA-256',
      canonicalJson: 'RFC 8785',
      chainStart: chainStart(planId),
      events: events.length,
      firstAt: first.at,
      lastAt: last.at,
    },
  };
  return { ...packet, manifest: { ...packet.manifest, seal: sealOf(packet) } };
}

type Unsealed = Omit<RecordPacket, 'manifest'> & { manifest: Omit<RecordPacket['manifest'], 'seal'> };

/** The seal a packet should bear, whatever it says its seal is. */
export function sealOf(packet: Unsealed | RecordPacket): string {
  const { seal: _, ...manifest } = packet.manifest as RecordPacket['manifest'];
  const text = canonicalize({ ...packet, manifest }) as string;
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
