import { type SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { type Mail, type Mailbox, mimeOf } from './mime.ts';
import { outcomeOf } from './send-outcome.ts';
import { tagValue } from './tag-value.ts';

export type { Mail, Mailbox } from './mime.ts';

/**
 * What became of one attempt: SES took it; SES (or the way there) definitely did not, and trying again may or may not
 * help; or nobody knows, and it must not be repeated without evidence. `code` is an error's name, never its text.
 */
export type SendResult =
  | { outcome: 'sent'; messageId: string }
  | { outcome: 'refused'; retryable: boolean; code: string }
  | { outcome: 'unknown'; code: string };

export interface Mailer {
  /** Sends once; never throws for what SES or the network does. */
  send(mail: Mail): Promise<SendResult>;
}

/**
 * Sends raw MIME through SES. The tags `plan` and `outbox` come back with every SES event of the message and lead to its
 * outbox row: `readTagValue` undoes their spelling, or `tagValue` of the row's key is the same.
 *
 * @param options.client made with `maxAttempts: 1`; SES cannot tell a second attempt from a second mail.
 */
export const createMailer = (options: { client: SESClient; from: Mailbox; replyTo: string }): Mailer => ({
  async send(mail) {
    const Data = await mimeOf(mail, options.from, options.replyTo);
    try {
      const { MessageId } = await options.client.send(
        new SendRawEmailCommand({
          Source: options.from.address,
          Destinations: [mail.to.address],
          RawMessage: { Data },
          Tags: [
            { Name: 'plan', Value: tagValue(mail.planId) },
            { Name: 'outbox', Value: tagValue(mail.outboxKey) },
          ],
        }),
      );
      return MessageId
        ? { outcome: 'sent', messageId: MessageId }
        : { outcome: 'unknown', code: 'NoMessageId' };
    } catch (error) {
      return outcomeOf(error);
    }
  },
});
