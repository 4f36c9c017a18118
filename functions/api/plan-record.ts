import { sealRecord } from '../../adapters/record-packet.ts';
import { fold } from '../../domain/evolve.ts';
import { pinnedRules } from '../../domain/rules.ts';
import type { ApiRequest, ApiResponse } from '../http.ts';
import { logger } from '../logging.ts';
import type { ApiPorts } from '../ports.ts';
import { planIdOf } from './plan-id.ts';

/**
 * GET /api/plans/{planId}/record: the whole record in one sealed file, for whoever may see everything in it.
 * `npm run verify` checks it without us. Survey answers stand in it one by one, so each reading is logged.
 */
export async function planRecord(
  request: Pick<ApiRequest, 'params' | 'identity'>,
  { store, library, now }: Pick<ApiPorts, 'store' | 'library' | 'now'>,
): Promise<ApiResponse> {
  const planId = planIdOf(request);
  const [events, outbox] = await Promise.all([store.events(planId), store.outbox(planId)]);
  const { pack } = pinnedRules(fold(events), library);
  logger().info('record_read', { planId, principal: request.identity.id });
  return {
    status: 200,
    headers: { 'Content-Disposition': `attachment; filename="${planId}-record.json"` },
    json: sealRecord(planId, events, pack, now(), outbox),
  };
}
