import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { requestHandler } from './give-up-after.ts';
import { once } from './once.ts';

/** The client of Secrets Manager, made when first used, from the environment as AWS defines it. */
export const secretsClient = /* @__PURE__ */ once(() => new SecretsManagerClient({ requestHandler }));
