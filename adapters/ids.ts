import { randomBytes } from 'node:crypto';
import type { LinkId, PlanId } from '../domain/index.ts';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/** `length` random characters of 5 bits each; 32 divides 256, so none is likelier than another. */
const random = (length: number): string =>
  Array.from(randomBytes(length), (byte) => ALPHABET[byte % ALPHABET.length]).join('');

/** `pln` and 100 random bits. */
export const newPlanId = (): PlanId => `pln${random(20)}`;

/** `<planId>.` and 80 random bits: names a link. What opens it is the signature that goes with it. */
export const newLinkId = (planId: PlanId): LinkId => `${planId}.${random(16)}`;
