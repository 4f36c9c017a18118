import { createHash } from 'node:crypto';

/** The most characters SES takes as the value of a tag. */
const LONGEST = 256;

// SES takes letters, digits, - and _ in a tag; anything else is written as _ and its code in four hex digits.
const OTHER = /[^A-Za-z0-9-]/g;
// Stands before a hash, and nowhere else: what _ begins in a spelling is a hex digit.
const HASHED = '__';

/** Any text as the value of an SES message tag. Of one too long, the tail is replaced by a SHA-256 (hex) of the whole. */
export function tagValue(text: string): string {
  const spelled = text.replace(
    OTHER,
    (character) => `_${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  if (spelled.length <= LONGEST) return spelled;
  const hash = HASHED + createHash('sha256').update(spelled).digest('hex');
  return spelled.slice(0, LONGEST - hash.length) + hash;
}

/** The text a tag value was made of; `undefined` when that was too long: compare with the `tagValue` of what it may be. */
export const readTagValue = (value: string): string | undefined =>
  value.includes(HASHED)
    ? undefined
    : value.replace(/_([0-9a-f]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
