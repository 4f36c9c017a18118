import { SFNClient } from '@aws-sdk/client-sfn';
import { requestHandler } from './give-up-after.ts';
import { once } from './once.ts';

/** The client of Step Functions, made when first used, from the environment as AWS defines it. */
export const sfnClient = /* @__PURE__ */ once(() => new SFNClient({ requestHandler }));
