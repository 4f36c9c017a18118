import { GetAccountCommand } from '@aws-sdk/client-sesv2';
import { later, ok } from '../finding.ts';
import type { Check } from '../world.ts';

/** It takes AWS a day to let an account out of the sandbox of SES; nothing else has to wait for that. */
export const sendingBefore: Check = {
  name: 'ses.sandbox',
  look: async ({ aws }) => {
    const { ProductionAccessEnabled } = await aws.ses().send(new GetAccountCommand({}));
    return [
      ProductionAccessEnabled
        ? ok('ses.sandbox', 'SES is out of its sandbox: it may write to everybody.')
        : later(
            'ses.sandbox',
            'SES is in its sandbox: it can be deployed, but mail to anybody whose address was not verified will be refused.',
            'Ask for production access now, it may take a day: the SES console of this region, Account dashboard, Request production access.',
          ),
    ];
  },
};
