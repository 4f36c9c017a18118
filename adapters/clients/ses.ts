import { SESv2Client } from '@aws-sdk/client-sesv2';
import { giveUpAfter } from './give-up-after.ts';
import { once } from './once.ts';

/**
 * The client of SES, made when first used, from the environment as AWS defines it. SES has no idempotency token: a second
 * attempt by the SDK could be a second e-mail. One call, one attempt, given up well before the function's own time is over.
 */
export const sesClient = /* @__PURE__ */ once(
  () => new SESv2Client({ maxAttempts: 1, requestHandler: giveUpAfter(10_000) }),
);
