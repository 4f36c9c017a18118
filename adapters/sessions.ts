import { createHash } from 'node:crypto';
import type { Instant } from '../domain/index.ts';
import type { LinkKeys } from './link-keys.ts';

/** What a sealed cookie is for: one kind never passes for the other. */
export type SealedKind = 'session' | 'sign-in';

/** Seals what a browser keeps for us, so that it can neither read it nor change it. */
export interface Sessions {
  /** @param seconds how long it is good for */
  seal(kind: SealedKind, content: Record<string, unknown>, now: Instant, seconds: number): Promise<string>;
  /** What was sealed; `undefined` for whatever is not ours, is over, or is of another kind. */
  open<T>(kind: SealedKind, sealed: string, now: Instant): Promise<T | undefined>;
}

/**
 * Seals with the current key of a secret, as a JWE (`dir`, A256GCM), and opens with any key in it.
 *
 * @example createSessions({ secret: createLinkSecret({ client, secretArn }) })
 */
export const createSessions = ({ secret }: { secret: () => Promise<LinkKeys> }): Sessions => ({
  async seal(kind, content, now, seconds) {
    const [{ current, keys }, { EncryptJWT }] = await Promise.all([secret(), sealing()]);
    const at = new Date(now);
    return new EncryptJWT({ content })
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid: current })
      .setAudience(kind)
      .setIssuedAt(at)
      .setExpirationTime(new Date(at.getTime() + seconds * 1000))
      .encrypt(keyOf(keys[current] ?? ''));
  },

  async open<T>(kind: SealedKind, sealed: string, now: Instant) {
    const [{ keys }, { decodeProtectedHeader, errors, jwtDecrypt }] = await Promise.all([
      secret(),
      sealing(),
    ]);
    try {
      const { kid } = decodeProtectedHeader(sealed);
      const key = kid !== undefined && Object.hasOwn(keys, kid) ? keys[kid] : undefined;
      if (!key) return undefined;
      const { payload } = await jwtDecrypt(sealed, keyOf(key), {
        audience: kind,
        currentDate: new Date(now),
        requiredClaims: ['exp'],
      });
      return payload.content as T;
    } catch (error) {
      if (error instanceof errors.JOSEError || error instanceof TypeError) return undefined;
      throw error;
    }
  },
});

/** Read while the secret is on its way, and not by whoever comes without a cookie. */
const sealing = () => import('jose');

const keyOf = (key: string): Uint8Array => createHash('sha256').update(`session:${key}`).digest();
