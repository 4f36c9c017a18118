import type { LinkKeys } from '../adapters/link-keys.ts';

/** The keys kept in a secret. How one asks for them is read with the first that is to be signed, or opened. */
export function keysIn(secretArn: string): () => Promise<LinkKeys> {
  let made: Promise<() => Promise<LinkKeys>> | undefined;
  return async () => {
    made ??= asking().then(([{ secretsClient }, { createLinkSecret }]) =>
      createLinkSecret({ client: secretsClient(), secretArn }),
    );
    return (await made)();
  };
}

/** The one text kept in a secret, asked for in the same way. */
export function textIn(secretArn: string): () => Promise<string> {
  let made: Promise<() => Promise<string>> | undefined;
  return async () => {
    made ??= asking().then(([{ secretsClient }, { createPlainSecret }]) =>
      createPlainSecret({ client: secretsClient(), secretArn }),
    );
    return (await made)();
  };
}

const asking = () =>
  Promise.all([import('../adapters/clients/secrets.ts'), import('../adapters/secrets.ts')]);
