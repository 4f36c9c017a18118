import canonicalize from 'canonicalize';
import type { Instant, MailTemplate, ParticipantId, PlanId, RequestId, RulePack } from '../domain/index.ts';
import { chainStart } from './chain.ts';
import { sha256 } from './evidence-hash.ts';
import { refOf } from './resolve-pack.ts';
import type { OutboxRow, RecordedEvent } from './store.ts';

export const RECORD_FORMAT = 'pip-follow-up/record';
export const RECORD_VERSION = 1;

/** A mail that was handed to the mail service. To whom by their id: the plan has the address. */
export interface SentMail {
  /** As events and evidence name it. */
  key: string;
  template: MailTemplate;
  to: ParticipantId;
  requestId?: RequestId;
  owedAt: Instant;
  sentAt?: Instant;
  /** What the mail service called it: its own logs say what became of it. */
  messageId?: string;
}

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
  /** How questions and answers travelled, in the order they were owed. */
  mails: SentMail[];
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
  outbox: readonly OutboxRow[] = [],
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
    mails: outbox.flatMap(sentMail),
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

function sentMail(row: OutboxRow): SentMail[] {
  if (row.kind !== 'mail' || row.status !== 'SENT') return [];
  const { key, template, to, requestId, createdAt, settledAt, messageId } = row;
  return [
    {
      key,
      template,
      to,
      ...(requestId && { requestId }),
      owedAt: createdAt,
      ...(settledAt && { sentAt: settledAt }),
      ...(messageId && { messageId }),
    },
  ];
}

type Unsealed = Omit<RecordPacket, 'manifest'> & { manifest: Omit<RecordPacket['manifest'], 'seal'> };

/** The seal a packet should bear, whatever it says its seal is. */
export function sealOf(packet: Unsealed | RecordPacket): string {
  const { seal: _, ...manifest } = packet.manifest as RecordPacket['manifest'];
  return sha256(canonicalize({ ...packet, manifest }) as string);
}
