import type { SendResult } from '../../adapters/mailer.ts';
import type { Settlement } from '../../adapters/store.ts';
import type { MailRow } from './deliver.ts';
import { type Moment, tryAgain } from './try-again.ts';

/** How a row ends after one attempt to send. Only what was definitely not taken is tried again. */
export function settlementOf(result: SendResult, row: MailRow, moment: Moment): Settlement {
  switch (result.outcome) {
    case 'sent':
      return { status: 'SENT', messageId: result.messageId, settledAt: moment.now };
    case 'unknown':
      return { status: 'UNKNOWN', error: result.code };
    case 'refused': {
      const { because, code } = result;
      return because === 'message'
        ? { status: 'FAILED', error: code }
        : tryAgain(row, { because, code }, moment);
    }
  }
}
