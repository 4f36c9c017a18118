import { createHash, randomBytes } from 'node:crypto';
import type { LinkId, PlanId } from '../domain/index.ts';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/** `length` random characters of 5 bits each; 32 divides 256, so none is likelier than another. */
const random = (length: number): string =>
  Array.from(randomBytes(length), (byte) => ALPHABET[byte % ALPHABET.length]).join('');

/** `pln` and 100 random bits. */
export const newPlanId = (): PlanId => `pln${random(20)}`;

/** `<planId>.` and 80 random bits: names a link. What opens it is the signature that goes with it. */
export const newLinkId = (planId: PlanId): LinkId => `${planId}.${random(16)}`;

/** The same plan id for the same text every time: whoever makes a plan from a row of a file twice makes one plan. */
export const planIdFrom = (text: string): PlanId =>
  `pln${letters(createHash('sha256').update(text).digest(), 20)}`;

/** `job` and 100 random bits. */
export const newJobId = (): string => `job${random(20)}`;

/** The same job id for the same text every time: whoever begins the same work twice begins one. */
export const jobIdFrom = (text: string): string =>
  `job${letters(createHash('sha256').update(text).digest(), 20)}`;

const letters = (bytes: Uint8Array, length: number): string =>
  Array.from(bytes.subarray(0, length), (byte) => ALPHABET[byte % ALPHABET.length]).join('');

/** `wrk` and 100 random bits: names a half-written plan. */
export const newWorkId = (): string => `wrk${random(20)}`;

/** 50 random bits: tells one opened page from another. */
export const newPageKey = (): string => random(10);
