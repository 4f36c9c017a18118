// Letters of scripts that run from right to left, and the marks by which a text turns its direction.
const TURNS = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
const ISOLATES = /[\u2066-\u2069]/g;

/**
 * A name as it can stand within a sentence: whatever direction it runs in, and whatever marks somebody typed into it,
 * the words around it keep their places (Unicode Bidirectional Algorithm, UAX #9: what an isolate opens ends with it).
 */
export const apart = (name: string): string =>
  TURNS.test(name) ? `\u2068${name.replaceAll(ISOLATES, '')}\u2069` : name;
