import type { ApiResponse } from '../http.ts';

/** GET /api/openapi.json. What it is made of is loaded when somebody asks for it: no other call waits for it. */
export async function openApi(): Promise<ApiResponse> {
  const { openApiDocument } = await import('../openapi/document.ts');
  return { status: 200, json: openApiDocument() };
}
