import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { PlanDraft } from '../domain/index.ts';

/** SHA-256 of a text in UTF-8, in hex. */
export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** The hash of the plan as it reads: SHA-256 over its canonical JSON (RFC 8785). */
export const planHash = (draft: PlanDraft): string => sha256(canonicalize(draft) as string);
