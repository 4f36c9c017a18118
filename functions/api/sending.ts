import { createHash } from 'node:crypto';
import { onceOf } from '../../adapters/done-once.ts';
import type { Sending } from '../../adapters/store.ts';
import type { ApiRequest } from '../http.ts';
import { Problem } from '../problems.ts';

/** The key that makes a repeat of this request do nothing more; `undefined` when it has none. @throws Problem 400 */
export function idempotencyKey({ headers }: Pick<ApiRequest, 'headers'>): string | undefined {
  const key = headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (/^[\x21-\x7e]{1,255}$/.test(key)) return key;
  throw new Problem(
    400,
    'bad_idempotency_key',
    'The Idempotency-Key has not the form of one.',
    'Give 1 to 255 printable ASCII characters without spaces, such as a UUID.',
  );
}

/** How a command is to be taken, by the headers it came with. @param body what was sent, parsed @throws Problem 400 */
export function sendingOf(request: Pick<ApiRequest, 'headers' | 'actor'>, body: unknown): Sending {
  const key = idempotencyKey(request);
  const ifVersion = versionWanted(request);
  return {
    ...(key && { once: onceOf(request.actor.id, key, body) }),
    ...(ifVersion !== undefined && { ifVersion }),
  };
}

/** The version the caller has read, as `ETag` gave it. */
function versionWanted({ headers }: Pick<ApiRequest, 'headers'>): number | undefined {
  const wanted = headers['if-match']?.trim();
  if (wanted === undefined || wanted === '*') return undefined;
  const [, version] = /^"([1-9]\d{0,6})"$/.exec(wanted) ?? [];
  if (version) return Number(version);
  throw new Problem(
    400,
    'bad_if_match',
    'If-Match has not the form of an ETag of a plan.',
    'Send the ETag as you got it, with its quotes: "12".',
  );
}

/** The version of a plan as a header. */
export const etag = (version: number): { ETag: string } => ({ ETag: `"${version}"` });

/** What is answered as a header, for whoever is not told the version of a plan. */
export const etagOf = (json: unknown): { ETag: string } => ({
  ETag: `"${createHash('sha256').update(JSON.stringify(json)).digest('hex').slice(0, 32)}"`,
});
