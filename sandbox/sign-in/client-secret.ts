import { createHmac, randomBytes } from 'node:crypto';

const salt = randomBytes(32);

/** The secret Cognito would generate for an app client: another one at every start. */
export const clientSecretOf = (clientId: string): string =>
  createHmac('sha384', salt).update(clientId).digest('base64url').slice(0, 51);
