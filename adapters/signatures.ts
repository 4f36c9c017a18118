import { createHmac, timingSafeEqual } from 'node:crypto';
import type { LinkKeys } from './link-keys.ts';

/** What a signature is for. It is part of what is signed, so that one can never pass as another. */
export type Purpose = 'link' | 'cookie' | 'form';

const mac = (key: string, purpose: Purpose, text: string): string =>
  createHmac('sha256', key).update(`${purpose}\n${text}`).digest('base64url');

/** HMAC-SHA256 in base64url (43 characters) under the current key. */
export const signed = ({ current, keys }: LinkKeys, purpose: Purpose, text: string): string =>
  mac(keys[current] as string, purpose, text);

/**
 * Whether any key that is still valid made this signature; two are while keys are rotated.
 * The encoded texts are compared, not the bytes: base64url has spare bits, and only one spelling is ours.
 */
export function isSigned({ keys }: LinkKeys, purpose: Purpose, text: string, signature: string): boolean {
  const given = Buffer.from(signature);
  let matches = false;
  for (const key of Object.values(keys)) {
    const right = Buffer.from(mac(key, purpose, text));
    matches = (given.length === right.length && timingSafeEqual(given, right)) || matches;
  }
  return matches;
}
