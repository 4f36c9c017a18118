import { isBlank } from '../domain/text.ts';

/** Of characters; Step Functions would take more, but nobody reads it. */
const LONGEST = 500;

/** Why somebody does it, as they wrote it; `fault` when that will not do. */
export function reasonIn(
  form: URLSearchParams | undefined,
  field = 'reason',
): { reason: string; fault?: string } {
  const reason = (form?.get(field) ?? '').trim();
  if (isBlank(reason)) return { reason, fault: 'Say why; it stays with what is done.' };
  if (reason.length > LONGEST) {
    return { reason, fault: `Shorten it to ${LONGEST} characters; it has ${reason.length}.` };
  }
  return { reason };
}
