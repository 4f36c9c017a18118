import { StatesError } from './states-error.ts';

/** Hard limits of Standard workflows. */
export const MOST_EVENTS = 25_000;
export const LARGEST_PAYLOAD = 256 * 1024;
export const LONGEST_EXECUTION = 365 * 24 * 60 * 60 * 1000;
export const MOST_INLINE_ITERATIONS = 40;

/** Is this JSON text over 256 KiB of UTF-8? */
export function tooLarge(text: string): boolean {
  if (text.length > LARGEST_PAYLOAD) return true;
  // A UTF-16 unit takes at most three bytes, so most texts need no counting.
  return text.length * 3 > LARGEST_PAYLOAD && Buffer.byteLength(text) > LARGEST_PAYLOAD;
}

/** The JSON text of a value that is to leave a state or a task. @throws StatesError States.DataLimitExceeded */
export function limitedText(value: unknown, who: string): string {
  const text = JSON.stringify(value) ?? 'null';
  if (tooLarge(text)) {
    const cause = `The state/task '${who}' returned a result with a size exceeding the maximum number of bytes service limit.`;
    throw new StatesError('States.DataLimitExceeded', cause);
  }
  return text;
}
