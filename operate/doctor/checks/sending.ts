import { GetAccountCommand } from '@aws-sdk/client-sesv2';
import { expectThat, type Finding, ok, wrong } from '../finding.ts';
import type { Check } from '../world.ts';

const CONSOLE = 'the SES console of this region, Account dashboard';

/** What Amazon SES lets this account send. */
export const sending: Check = {
  name: 'ses',
  look: async ({ aws, mailsADay }) => {
    const account = await aws.ses().send(new GetAccountCommand({}));
    const { Max24HourSend = 0, SentLast24Hours = 0, MaxSendRate = 0 } = account.SendQuota ?? {};
    const isUnlimited = Max24HourSend === -1;
    const findings: Finding[] = [
      expectThat(
        account.ProductionAccessEnabled === true,
        'ses.sandbox',
        'SES is out of its sandbox: it may write to everybody.',
        'SES is in its sandbox: mail to anybody whose address was not verified is refused, so people would not be asked.',
        `Ask for production access once per region: ${CONSOLE}, Request production access (aws sesv2 put-account-details --production-access-enabled …).`,
      ),
      expectThat(
        account.SendingEnabled === true,
        'ses.sending',
        'Sending is on.',
        'Sending is paused for the whole account: every mail waits.',
        `Look why in ${CONSOLE}; when it is mended: aws sesv2 put-account-sending-attributes --sending-enabled`,
      ),
    ];
    if (account.EnforcementStatus && account.EnforcementStatus !== 'HEALTHY')
      findings.push(
        wrong(
          'ses.reputation',
          `AWS has this account under review (${account.EnforcementStatus}): too many bounces or complaints. It may be paused.`,
          `Answer the case in ${CONSOLE}; docs/runbooks/ says what to look for.`,
        ),
      );
    else findings.push(ok('ses.reputation', 'AWS has no complaint about what this account sends.'));
    findings.push(
      expectThat(
        isUnlimited || Max24HourSend >= mailsADay,
        'ses.quota',
        `${isUnlimited ? 'Any number of' : `${Max24HourSend}`} mails a day at ${MaxSendRate} a second.`,
        `${Max24HourSend} mails a day are allowed, and ${mailsADay} are expected: the rest would wait until the day after.`,
        'Ask for more: Service Quotas, Amazon SES, Sending quota. (What is expected: --mails-a-day NUMBER)',
      ),
      expectThat(
        isUnlimited || SentLast24Hours < Max24HourSend * 0.8,
        'ses.used',
        `${SentLast24Hours} mails were sent within 24 hours.`,
        `${SentLast24Hours} of ${Max24HourSend} mails were sent within 24 hours: when they are used up, mail waits.`,
        'Ask for more: Service Quotas, Amazon SES, Sending quota.',
      ),
    );
    return findings;
  },
};
