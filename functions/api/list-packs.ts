import type { ApiRequest, ApiResponse } from '../http.ts';
import type { ApiPorts } from '../ports.ts';

/** GET /api/packs: every rule pack in full, with its citations. */
export async function listPacks(_: ApiRequest, { library }: Pick<ApiPorts, 'library'>): Promise<ApiResponse> {
  return { status: 200, json: { packs: library.list() } };
}
