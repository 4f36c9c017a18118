import { secretsClient } from '../adapters/clients/secrets.ts';
import { setting } from '../adapters/environment.ts';
import { createOriginKeys, type KnowsOriginKey } from '../adapters/origin-keys.ts';

/** The keys of this deployment's CloudFront. */
export const originKeys = (): KnowsOriginKey =>
  createOriginKeys({ client: secretsClient(), secretArn: setting('ORIGIN_SECRET_ARN') });
