import type { MiddlewareObj } from '@middy/core';
import { errorFields, logger } from './logging.ts';

/** Sets `headers` on whatever is answered, refusals and failures included. Only how long it may be kept is the route's own. */
export function headersOn(headers: Readonly<Record<string, string>>): MiddlewareObj {
  const set: NonNullable<MiddlewareObj['after']> = ({ response }) => {
    if (!response) return;
    const kept = response.headers?.['Cache-Control'];
    response.headers = { ...response.headers, ...headers, ...(kept && { 'Cache-Control': kept }) };
  };
  return { after: set, onError: set };
}

/** One line per invocation: what it was for (a route or nothing), how it ended. */
export function logged(): MiddlewareObj {
  const line: NonNullable<MiddlewareObj['after']> = ({ event, response }) => {
    const route = (event as { routeKey?: string } | undefined)?.routeKey;
    const status = (response as { statusCode?: number } | undefined)?.statusCode;
    logger().info('done', { ...(route && { route }), ...(status && { status }) });
  };
  return {
    before: ({ context }) => {
      logger().addContext(context);
    },
    after: line,
    onError: line,
  };
}

/** Makes an answer of a failure (or throws another), and logs it by name: as an error where the fault is ours. */
export function onFailure(answer: (error: unknown) => unknown): MiddlewareObj {
  return {
    onError: async (request) => {
      const response = await answer(request.error);
      request.response = response;
      const { statusCode = 0 } = (response ?? {}) as { statusCode?: number };
      if (statusCode >= 500) logger().error('failed', errorFields(request.error));
      else logger().warn('refused', errorFields(request.error));
    },
  };
}
