import * as z from 'zod/mini';
import type { ApiRequest, ApiResponse } from '../http.ts';
import type { ApiPorts } from '../ports.ts';
import { PageShape, pageOf } from './paging.ts';
import { inShape } from './read-json.ts';

const PacksShape = z.strictObject(PageShape);

/** GET /api/packs?limit=&cursor=: every rule pack in full, with its citations. */
export async function listPacks(
  { query }: ApiRequest,
  { library }: Pick<ApiPorts, 'library'>,
): Promise<ApiResponse> {
  const { entries, cursor } = pageOf(library.list(), inShape(PacksShape, { ...query }));
  return { status: 200, json: { packs: entries, ...(cursor && { cursor }) } };
}
