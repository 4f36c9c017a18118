import type { ApiRequest, ApiResponse } from '../http.ts';
import type { ApiPorts } from '../ports.ts';
import { inShape } from './read-json.ts';
import { ListShape } from './schema.ts';

/** GET /api/plans?status=&limit=&cursor= */
export async function listPlans(
  { query }: ApiRequest,
  { store }: Pick<ApiPorts, 'store'>,
): Promise<ApiResponse> {
  const { limit, ...rest } = inShape(ListShape, { ...query });
  return { status: 200, json: await store.list({ ...rest, ...(limit && { limit: Number(limit) }) }) };
}
