import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { requestHandler } from './give-up-after.ts';
import { once } from './once.ts';

/** The client of EventBridge, made when first used, from the environment as AWS defines it. */
export const eventBridgeClient = /* @__PURE__ */ once(() => new EventBridgeClient({ requestHandler }));
