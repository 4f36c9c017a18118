import * as z from 'zod/mini';
import { PLAN_STATUSES } from '../../domain/plan.ts';
import type { ApiRequest, ApiResponse } from '../http.ts';
import type { ApiPorts } from '../ports.ts';
import { inShape } from './read-json.ts';

const ListShape = z.strictObject({
  status: z.exactOptional(z.enum(PLAN_STATUSES)),
  limit: z.exactOptional(z.string().check(z.regex(/^(100|[1-9]\d?)$/, 'Use a whole number from 1 to 100.'))),
  cursor: z.exactOptional(z.string()),
});

/** GET /api/plans?status=&limit=&cursor= */
export async function listPlans(
  { query }: ApiRequest,
  { store }: Pick<ApiPorts, 'store'>,
): Promise<ApiResponse> {
  const { limit, ...rest } = inShape(ListShape, { ...query });
  return { status: 200, json: await store.list({ ...rest, ...(limit && { limit: Number(limit) }) }) };
}
