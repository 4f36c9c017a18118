import type { GetAccountCommandOutput, SESv2Client } from '@aws-sdk/client-sesv2';
import { expect, test } from 'vitest';
import { askSending } from '../../adapters/sending-account.ts';

const answering = (account: Partial<GetAccountCommandOutput>) =>
  askSending({ send: async () => account } as unknown as SESv2Client)();

const quota = (Max24HourSend: number, SentLast24Hours: number) => ({
  SendQuota: { Max24HourSend, SentLast24Hours, MaxSendRate: 14 },
});

test.each([
  ['most of its quota', quota(200, 161), { quotaPercent: 81, sendingPaused: 0 }],
  ['no limit at all', quota(-1, 5_000), { quotaPercent: 0, sendingPaused: 0 }],
  ['sending paused', { ...quota(200, 0), SendingEnabled: false }, { quotaPercent: 0, sendingPaused: 1 }],
  ['been shut down', { EnforcementStatus: 'SHUTDOWN' }, { quotaPercent: 0, sendingPaused: 1 }],
  ['been warned only', { EnforcementStatus: 'PROBATION' }, { quotaPercent: 0, sendingPaused: 0 }],
])('SES-10: an account that has %s says so', async (_, account, said) => {
  expect(await answering(account)).toEqual(said);
});
