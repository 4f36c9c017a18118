import {
  DeleteSuppressedDestinationCommand,
  type SESv2Client,
  SendEmailCommand,
} from '@aws-sdk/client-sesv2';
import type { Mail, Mailbox } from './mime.ts';
import { type Recipients, redirected } from './recipients.ts';
import { type Failed, outcomeOf } from './send-outcome.ts';
import { tagValue } from './tag-value.ts';

export type { Mail, Mailbox } from './mime.ts';

/**
 * What became of one attempt: SES took it; SES (or the way there) definitely did not, and why; or nobody knows, and it
 * must not be repeated without evidence. `code` is an error's name, never its text.
 */
export type SendResult = { outcome: 'sent'; messageId: string } | Failed;

export interface Mailer {
  /** Sends once; never throws for what SES or the network does. */
  send(mail: Mail): Promise<SendResult>;
}

export interface MailerOptions {
  /** Made with `maxAttempts: 1`; SES cannot tell a second attempt from a second mail. */
  client: SESv2Client;
  from: Mailbox;
  replyTo: string;
  /** By its event destination SES says what became of the mail. */
  configurationSet?: string | undefined;
  /** Everybody, when absent. */
  recipients?: Recipients | undefined;
}

/**
 * Sends raw MIME through SES. The tags `plan` and `outbox` come back with every SES event of the message and lead to its
 * outbox row: `readTagValue` undoes their spelling, or `tagValue` of the row's key is the same. Links are never rewritten
 * to be followed, nor an image put in: whatever the account says, a link that opens a plan goes from here to its reader.
 */
export const createMailer = (options: MailerOptions): Mailer => ({
  async send(given) {
    const mail = redirected(given, options.recipients);
    const { mimeOf } = await import('./mime.ts');
    const Data = await mimeOf(mail, options.from, options.replyTo);
    // What became of the address that stands in for it says nothing about the reader's, nor the other way round.
    if (mail.givenAnew && !mail.meantFor) await release(mail.to.address, options.client);
    try {
      const { MessageId } = await options.client.send(
        new SendEmailCommand({
          FromEmailAddress: options.from.address,
          Destination: { ToAddresses: [mail.to.address] },
          Content: { Raw: { Data } },
          EmailTags: [
            { Name: 'plan', Value: tagValue(mail.planId) },
            { Name: 'outbox', Value: tagValue(mail.outboxKey) },
          ],
          ConfigurationSetName: options.configurationSet,
          ConfigurationOverrides: {
            Tracking: { OpenTrackingEnabled: 'DISABLED', ClickTrackingEnabled: 'DISABLED' },
          },
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

/**
 * Takes an address that was confirmed off the account's list of those that SES mails nothing to. Where it does not work, the
 * mail comes back and HR is asked once more.
 */
const release = async (EmailAddress: string, client: SESv2Client): Promise<void> => {
  await client.send(new DeleteSuppressedDestinationCommand({ EmailAddress })).catch(() => undefined);
};
