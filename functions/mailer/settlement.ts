import type { SendResult } from '../../adapters/mailer.ts';
import type { Settlement } from '../../adapters/store.ts';
import type { Instant } from '../../domain/plan.ts';
import { tryLater } from '../outbox-retry.ts';
import type { MailRow } from './deliver.ts';

/** How a row ends after one attempt to send. Only what was definitely not taken is tried again. */
export function settlementOf(result: SendResult, row: MailRow, now: Instant): Settlement {
  switch (result.outcome) {
    case 'sent':
      return { status: 'SENT', messageId: result.messageId, settledAt: now };
    case 'unknown':
      return { status: 'UNKNOWN', error: result.code };
    case 'refused':
      return result.retryable ? tryLater(row, result.code, now) : { status: 'FAILED', error: result.code };
  }
}
