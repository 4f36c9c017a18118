/** Small enough for one row of the table and one call of the API. */
const SLICE_BYTES = 200_000;

/** A whole file in slices of text, none of which ends inside a letter. Bytes that are no UTF-8 become U+FFFD. */
export function slicesOf(bytes: Buffer): string[] {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const slices: string[] = [];
  for (let at = 0; at < bytes.length; at += SLICE_BYTES) {
    const text = decoder.decode(bytes.subarray(at, at + SLICE_BYTES), { stream: true });
    if (text !== '') slices.push(text);
  }
  const rest = decoder.decode();
  return rest === '' ? slices : [...slices, rest];
}

/** By how it is called, or how its sender calls it. */
export const formatOf = (name: string, type = ''): 'csv' | 'json' =>
  /\.(json|jsonl|ndjson)$/i.test(name) || (!/\.csv$/i.test(name) && /json/i.test(type)) ? 'json' : 'csv';
