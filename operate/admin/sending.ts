import { GetAccountCommand } from '@aws-sdk/client-sesv2';
import { createDynamoRows } from '../../adapters/dynamo-rows.ts';
import { createSendingPause } from '../../adapters/sending-pause.ts';
import type { Instant } from '../../domain/plan.ts';
import type { Office } from './office.ts';

/** What SES takes of this account. */
export interface Sending {
  /** Mails within the last 24 hours, and as many as may be; `undefined` where there is no limit. */
  sent: number;
  most: number | undefined;
  /** It takes none: since when, and why, as far as a mail has found out. */
  paused?: { since?: Instant; code?: string };
}

export async function sendingOf({ aws, deployment }: Pick<Office, 'aws' | 'deployment'>): Promise<Sending> {
  const rows = createDynamoRows({ client: aws.dynamodb(), tableName: deployment.output('TableName') });
  const [account, pause] = await Promise.all([
    aws.ses().send(new GetAccountCommand({})),
    createSendingPause(rows).current(),
  ]);
  const { SentLast24Hours: sent = 0, Max24HourSend: most = 0 } = account.SendQuota ?? {};
  const isOff = account.SendingEnabled === false || account.EnforcementStatus === 'SHUTDOWN';
  return { sent, most: most > 0 ? most : undefined, ...((pause || isOff) && { paused: pause ?? {} }) };
}
