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
  /** Until when a repeat is known; fourteen days when absent. */
  until?: Instant;
}

/** What was done when a sending came before. */
export interface DoneBefore {
  /** The version the plan had then. */
  version: number;
  /** Whether anything was recorded: what is so already records nothing. */
  recorded: boolean;
}

/** Repeats are known for so long: longer than anybody's queue tries again. */
export const KNOWN_FOR_DAYS = 14;

/** @param body any JSON value; the order of its fields and the spaces between them make no other body. */
export const onceOf = (caller: string, key: string, body: unknown): Once => ({
  key: sha256(`${caller}\n${key}`),
  body: sha256(canonicalize(body) ?? ''),
});

/**
 * What this sending came to when it was done; `undefined` when it was not done yet.
 *
 * @throws KeyReused when the key came with another body.
 */
export async function doneBefore(
  rows: Rows,
  planId: PlanId,
  once: Once,
  now: Instant,
): Promise<DoneBefore | undefined> {
  const row = await rows.get(doneKey(planId, once.key));
  // The table takes its time to remove what is over.
  if (!row || String(row.until) <= now) return undefined;
  if (row.body !== once.body) throw new KeyReused();
  return { version: Number(row.version), recorded: row.recorded === true };
}

/** What says later that it was done, and what it came to. */
export function doneRow(planId: PlanId, once: Once, done: DoneBefore, now: Instant): Row {
  const until = once.until ?? daysAfter(now, KNOWN_FOR_DAYS);
  return { ...doneKey(planId, once.key), body: once.body, ...done, until, ttl: Date.parse(until) / 1000 };
}

const daysAfter = (at: Instant, days: number): Instant =>
  `${new Date(Date.parse(at) + days * 86_400_000).toISOString().slice(0, 19)}Z`;
