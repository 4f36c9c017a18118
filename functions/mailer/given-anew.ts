import type { OutboxRow } from '../../adapters/store.ts';
import { confirmedBy } from '../../domain/mailable.ts';
import type { ParticipantId, Plan } from '../../domain/plan.ts';
import { owedBy } from '../../domain/reached.ts';

/**
 * Whether the next mail is the first to an address since HR said that the same one is right after all: SES may still have
 * it on its list. Of a new address, and later, SES knows better than this plan.
 */
export function isGivenAnew(participant: ParticipantId, plan: Plan, outbox: readonly OutboxRow[]): boolean {
  const since = confirmedBy(participant, plan);
  return (
    since !== undefined &&
    !outbox.some(
      (row) =>
        row.kind === 'mail' && row.to === participant && row.status === 'SENT' && owedBy(row.key) >= since,
    )
  );
}
