import { GetAccountCommand, type SESv2Client } from '@aws-sdk/client-sesv2';

/** What SES says of sending in this account and region. */
export interface Sending {
  /** How much of the messages that SES allows in 24 hours has gone out, in whole per cent; 0 where it sets no limit. */
  quotaPercent: number;
  /** 1 while SES takes no message of this account, or none at all: paused, shut down, or never allowed. */
  sendingPaused: 0 | 1;
}

export type AskSending = () => Promise<Sending>;

/**
 * Asks SES how much may still be sent: no metric of its own tells the quota.
 *
 * @throws whatever the SDK throws
 */
export const askSending =
  (client: SESv2Client): AskSending =>
  async () => {
    const { SendQuota, SendingEnabled, EnforcementStatus } = await client.send(new GetAccountCommand({}));
    const { Max24HourSend: most = 0, SentLast24Hours: sent = 0 } = SendQuota ?? {};
    return {
      quotaPercent: most > 0 ? Math.round((sent / most) * 100) : 0,
      sendingPaused: SendingEnabled === false || EnforcementStatus === 'SHUTDOWN' ? 1 : 0,
    };
  };
