import { createHash } from 'node:crypto';
import jsonata from 'jsonata';

const formatNow = jsonata('$fromMillis($millis, $picture, $timezone)');

/**
 * The functions AWS adds to JSONata, and JSONata's own clock and chance bound to the sandbox's.
 * @param now epoch milliseconds on the virtual clock
 * @param random answers [0, 1)
 */
export function stepFunctionsLibrary(now: number, random: () => number): Record<string, unknown> {
  return {
    millis: () => now,
    now: (picture?: string, timezone?: string) =>
      formatNow.evaluate(undefined, { millis: now, picture, timezone }),
    random: (seed?: number) => (seed === undefined ? random() : seeded(seed)),
    uuid: () => uuid(random),
    parse: (text?: string) => (text === undefined ? undefined : JSON.parse(text)),
    partition,
    range,
    hash: (text: string, algorithm: string) => createHash(hashName(algorithm)).update(text).digest('hex'),
    eval: () => {
      throw new Error('$eval is not available in Step Functions; use $parse');
    },
  };
}

/** A version 4 UUID out of the given source of chance. */
export function uuid(random: () => number): string {
  const digits = Array.from({ length: 32 }, () => Math.floor(random() * 16));
  digits[12] = 4;
  digits[16] = 8 + ((digits[16] as number) % 4);
  const hex = digits.map((digit) => digit.toString(16)).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

function partition(items: unknown[], size: number): unknown[][] {
  if (!Number.isInteger(size) || size <= 0) throw new Error('The chunk size of $partition must be positive');
  const chunks: unknown[][] = [];
  for (let start = 0; start < items.length; start += size) chunks.push(items.slice(start, start + size));
  return chunks;
}

function range(first: number, last: number, step: number): number[] {
  if (![first, last, step].every(Number.isInteger))
    throw new Error('The arguments of $range must be integers');
  const size = step === 0 ? Number.POSITIVE_INFINITY : Math.floor((last - first) / step) + 1;
  if (size > MOST_ITEMS) throw new Error(`$range answers at most ${MOST_ITEMS} items`);
  return Array.from({ length: Math.max(0, size) }, (_, index) => first + index * step);
}
const MOST_ITEMS = 360_145;

function hashName(algorithm: string): string {
  const names: Record<string, string> = {
    MD5: 'md5',
    'SHA-1': 'sha1',
    'SHA-256': 'sha256',
    'SHA-384': 'sha384',
    'SHA-512': 'sha512',
  };
  const name = names[algorithm];
  if (name === undefined) throw new Error(`$hash does not know the algorithm ${algorithm}`);
  return name;
}

/** One draw of mulberry32: the same seed always answers the same number. */
function seeded(seed: number): number {
  let state = (Math.trunc(seed) + 0x6d2b79f5) | 0;
  state = Math.imul(state ^ (state >>> 15), state | 1);
  state ^= state + Math.imul(state ^ (state >>> 7), state | 61);
  return ((state ^ (state >>> 14)) >>> 0) / 4294967296;
}
