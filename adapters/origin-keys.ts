import { createHash, timingSafeEqual } from 'node:crypto';
import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';

/** Good keys are taken from memory this long. */
const KEEP_MS = 5 * 60 * 1000;
/** A key that is not in memory is looked for in the secret no more often than this, whoever shows it. */
const LOOK_AGAIN_MS = 30 * 1000;
const SHORTEST = 32;

/** Whether a key is one of those that CloudFront may show. */
export type KnowsOriginKey = (shown: string | undefined) => Promise<boolean>;

/** The secret is not the JSON it should be. Says nothing of what it holds. */
export class BadOriginSecret extends Error {
  readonly code = 'bad_origin_secret';
  override readonly name = 'BadOriginSecret';
  constructor() {
    super('The secret of the origin must be JSON: {"k1": "<at least 32 characters>", …}.');
  }
}

/**
 * Reads the keys that CloudFront shows to the functions behind it, and keeps them in memory. Every key of the secret is
 * good; a new one works as soon as it is there, an old one for five minutes after it was taken out.
 */
export function createOriginKeys(options: {
  client: SecretsManagerClient;
  secretArn: string;
  /** Milliseconds; for tests. */
  clock?: () => number;
}): KnowsOriginKey {
  const clock = options.clock ?? Date.now;
  let kept: { read: number; digests: Promise<Buffer[]> } | undefined;
  const youngerThan = (milliseconds: number): Promise<Buffer[]> => {
    if (kept && clock() < kept.read + milliseconds) return kept.digests;
    const fresh = { read: clock(), digests: readDigests(options) };
    kept = fresh;
    // A failure is not kept: the next caller asks again.
    fresh.digests.catch(() => {
      if (kept === fresh) kept = undefined;
    });
    return fresh.digests;
  };
  return async (shown) => {
    if (!shown) return false;
    const digest = digestOf(shown);
    for (const age of [KEEP_MS, LOOK_AGAIN_MS]) {
      if ((await youngerThan(age)).some((known) => timingSafeEqual(known, digest))) return true;
    }
    return false;
  };
}

const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest();

/** @throws BadOriginSecret */
async function readDigests({
  client,
  secretArn,
}: {
  client: SecretsManagerClient;
  secretArn: string;
}): Promise<Buffer[]> {
  const { SecretString = '' } = await client.send(new GetSecretValueCommand({ SecretId: secretArn }));
  const keys = keysIn(SecretString);
  if (keys.length === 0 || !keys.every((key) => typeof key === 'string' && key.length >= SHORTEST))
    throw new BadOriginSecret();
  return (keys as string[]).map(digestOf);
}

const keysIn = (text: string): unknown[] => {
  try {
    return Object.values(JSON.parse(text) as object);
  } catch {
    throw new BadOriginSecret();
  }
};
