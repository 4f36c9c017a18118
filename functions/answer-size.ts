/**
 * How much of a file one answer carries: a function may answer 6 MB (6,291,556 bytes), headers and all, and what it
 * answers travels as a JSON text, in which every quote and every line break takes a byte more.
 */
export const MOST_ANSWER_BYTES = 4_500_000;

/** The bytes a text takes in an answer: as UTF-8, quoted as JSON. */
export const bytesInAnswer = (text: string): number => Buffer.byteLength(JSON.stringify(text));
