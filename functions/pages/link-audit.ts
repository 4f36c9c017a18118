import { sha256 } from '../../adapters/evidence-hash.ts';
import type { RefusedBecause } from '../../adapters/links.ts';
import type { LinkId } from '../../domain/index.ts';
import { logger } from '../logging.ts';

/**
 * Writes down that a link was refused, and why (SEC-18). The link is told from others by the first 8 hex digits of the
 * SHA-256 of its id: no token, name or address.
 */
export function linkRefused(
  reason: RefusedBecause | 'revoked' | 'wrong_address' | 'limit',
  linkId?: LinkId,
): void {
  logger().warn('link_refused', {
    reason,
    ...(linkId !== undefined && { link: sha256(linkId).slice(0, 8) }),
  });
}
