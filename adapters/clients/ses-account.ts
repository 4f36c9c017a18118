import { SESv2Client } from '@aws-sdk/client-sesv2';
import { requestHandler } from './give-up-after.ts';
import { once } from './once.ts';

/** The client that asks SES about the account, and may ask again; it sends nothing. Made when first used, from the environment. */
export const sesAccountClient = /* @__PURE__ */ once(() => new SESv2Client({ requestHandler }));
