import * as packets from './record-packet.ts';

/** The file is not a sealed record at all, so there is nothing to check. */
export class NotARecord extends Error {
  readonly code = 'not_a_record';
  override get name(): string {
    return 'NotARecord';
  }
}

/** A record as it was read: of the right shape on the outside, nothing checked yet. */
export interface ReadRecord {
  packet: packets.RecordPacket;
  /** Whether some name stands twice in one object: JSON readers keep only one of the two. */
  saysTwice: boolean;
}

/**
 * Reads the bytes of a record file. A byte-order mark and any spacing between values are as good as none.
 * @throws NotARecord in words for whoever chose the file
 */
export function readRecord(bytes: Uint8Array): ReadRecord {
  const text = textOf(bytes);
  const value = jsonOf(text);
  if (!isObject(value) || value.format !== packets.RECORD_FORMAT)
    throw new NotARecord(`it is not a sealed record: its "format" is not "${packets.RECORD_FORMAT}"`);
  if (value.version !== packets.RECORD_VERSION)
    throw new NotARecord(
      `it is a record of another version than ${packets.RECORD_VERSION}: use the software it came from`,
    );
  const whole =
    typeof value.planId === 'string' &&
    [value.events, value.mails].every(Array.isArray) &&
    isObject(value.manifest);
  if (!whole) throw new NotARecord('it is not whole: "planId", "events", "mails" or "manifest" is missing');
  return {
    packet: value as unknown as packets.RecordPacket,
    saysTwice: namesIn(text) !== namesOf(value),
  };
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new NotARecord('it is not text in UTF-8');
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new NotARecord('it is not JSON');
  }
}

/** In JSON a string is followed by a colon exactly when it is a name. */
const STRING = /"(?:[^"\\]|\\.)*"(\s*:)?/g;

function namesIn(text: string): number {
  let names = 0;
  for (const [, colon] of text.matchAll(STRING)) if (colon) names++;
  return names;
}

function namesOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const own = Array.isArray(value) ? 0 : Object.keys(value).length;
  return Object.values(value).reduce<number>((sum, each) => sum + namesOf(each), own);
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
