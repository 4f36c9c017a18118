import { chainStart, record } from '../../adapters/chain.ts';
import { ruleLibrary } from '../../adapters/packs.ts';
import { type RecordPacket, sealRecord } from '../../adapters/record-packet.ts';
import type { RecordedEvent } from '../../adapters/store.ts';
import type { PlanEvent, RulePack } from '../../domain/index.ts';
import { dcDraft } from './plans.ts';

export const PLAN = 'plnabcdefghijklmnopqrst';
const hr = { kind: 'principal', id: 'hr-system' } as const;

/** Five events of one plan, chained as the store chains them. */
export function recordedEvents(): RecordedEvent[] {
  const events: PlanEvent[] = [
    {
      type: 'PlanDrafted',
      planId: PLAN,
      draft: dcDraft(),
      pack: { id: 'us-dc-6b1410', version: '2024-12' },
      timeZone: 'America/New_York',
      ...placed(1),
    },
    { type: 'PlanApproved', comment: 'naïve 👩🏽‍💼 "quoted" \\ and \u0001', ...placed(2) },
    { type: 'NoteAdded', text: 'A letter came in.', late: false, ...placed(3) },
    { type: 'NoteAdded', text: 'A second letter came in.', late: false, ...placed(4) },
    { type: 'PlanWithdrawn', reason: 'Moved to another post.', ...placed(5) },
  ];
  const recorded: RecordedEvent[] = [];
  for (const event of events) recorded.push(record(event, recorded.at(-1)?.hash ?? chainStart(PLAN)));
  return recorded;
}

const placed = (seq: number) => ({ v: 1, seq, at: `2026-12-0${seq}T15:00:00Z`, actor: hr });

export const sealedRecord = (events = recordedEvents()): RecordPacket =>
  sealRecord(PLAN, events, ruleLibrary().pack('us-dc-6b1410@2024-12') as RulePack, '2027-03-01T09:00:00Z');
