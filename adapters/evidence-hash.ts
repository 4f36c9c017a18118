import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { PlanDraft } from '../domain/draft.ts';
import { planText } from '../domain/plan-text.ts';

/** SHA-256 of a text in UTF-8, in hex. */
export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/**
 * The hash of the plan as it reads: SHA-256 over the canonical JSON (RFC 8785) of its text, so that a mailbox that moves
 * makes no other plan of it.
 */
export const planHash = (draft: PlanDraft): string => sha256(canonicalize(planText(draft)) as string);
