import canonicalize from 'canonicalize';
import type { Instant, PlanId } from '../domain/index.ts';
import { sha256 } from './evidence-hash.ts';
import { doneKey } from './keys.ts';
import type { Row, Rows } from './rows.ts';
import { KeyReused } from './store-errors.ts';

/** A sending that is done once, however often it comes: both are SHA-256 (hex), so that neither can be read back. */
export interface Once {
  /** Of who sent it and the key they gave it. */
  key: string;
  /** Of what they sent. */
  body: string;
}

/** Repeats are known for so long: longer than anybody's queue tries again. */
export const KNOWN_FOR_DAYS = 14;

/** @param body any JSON value; the order of its fields and the spaces between them make no other body. */
export const onceOf = (caller: string, key: string, body: unknown): Once => ({
  key: sha256(`${caller}\n${key}`),
  body: sha256(canonicalize(body) ?? ''),
});

/**
 * The version the plan had when this sending was done; `undefined` when it was not done yet.
 *
 * @throws KeyReused when the key came with another body.
 */
export async function versionDone(
  rows: Rows,
  planId: PlanId,
  once: Once,
  now: Instant,
): Promise<number | undefined> {
  const row = await rows.get(doneKey(planId, once.key));
  // The table takes its time to remove what is over.
  if (!row || String(row.until) <= now) return undefined;
  if (row.body !== once.body) throw new KeyReused();
  return Number(row.version);
}

/** What says later that it was done, and which version the plan had then. */
export function doneRow(planId: PlanId, { key, body }: Once, version: number, now: Instant): Row {
  const until = Math.floor(Date.parse(now) / 1000) + KNOWN_FOR_DAYS * 86_400;
  return {
    ...doneKey(planId, key),
    body,
    version,
    until: `${new Date(until * 1000).toISOString().slice(0, 19)}Z`,
    ttl: until,
  };
}
