import type { ParticipantId, PlanId, RequestId } from '../domain/plan.ts';

/** Letters and digits that are not taken for each other, read or spoken: without I, L, O, U, 0 and 1. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 8;

/**
 * A reference for one person's answer that can be read on the phone, e.g. `K7QM-2X9D`: always the same for the same
 * answer, and told from it by nobody. It names an answer among those of one organisation; it opens nothing.
 */
export function referenceOf(plan: PlanId, request: RequestId, participant: ParticipantId): string {
  let rest = hashOf(`${plan}/${request}/${participant}`);
  let said = '';
  for (let at = 0; at < LENGTH; at++) {
    said += SIGNS[Number(rest % BigInt(SIGNS.length))];
    rest /= BigInt(SIGNS.length);
  }
  return `${said.slice(0, LENGTH / 2)}-${said.slice(LENGTH / 2)}`;
}

/** FNV-1a of 64 bits, turned over once more so that the last characters tell as much as the first. */
function hashOf(text: string): bigint {
  const turn = (hash: bigint, byte: number): bigint =>
    ((hash ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn;
  const bytes = new TextEncoder().encode(text);
  const once = bytes.reduce(turn, 0xcbf29ce484222325n);
  return once ^ (once >> 29n);
}
