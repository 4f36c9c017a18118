import type { MiddlewareObj } from '@middy/core';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { ORIGIN_KEY_HEADER } from '../adapters/origin-header.ts';
import type { KnowsOriginKey } from '../adapters/origin-keys.ts';
import { Problem } from './problems.ts';

/** How a function knows CloudFront; absent where nothing stands before the API. */
export interface EdgePorts {
  knowsOriginKey?: KnowsOriginKey | undefined;
}

/** From the environment. What reads the secret is loaded at the first request, and only behind CloudFront. */
export const originKeysWhenNeeded = (): KnowsOriginKey | undefined => {
  if (!process.env.ORIGIN_SECRET_ARN) return undefined;
  let keys: Promise<KnowsOriginKey> | undefined;
  return async (shown) => {
    keys ??= import('./origin-keys.ts').then((module) => module.originKeys());
    return (await keys)(shown);
  };
};

/**
 * Turns away requests that came past CloudFront, and with that past the web firewall and the division of the two hosts.
 * The key goes no further than this.
 */
export function throughTheEdge(ports: EdgePorts): MiddlewareObj<APIGatewayProxyEventV2> {
  return {
    before: async ({ event }) => {
      const { [ORIGIN_KEY_HEADER]: shown, ...headers } = event.headers;
      event.headers = headers;
      if (!ports.knowsOriginKey || (await ports.knowsOriginKey(shown))) return;
      throw new Problem(
        403,
        'past_the_edge',
        'This address answers only to the site that stands before it.',
        'Open the address you were given.',
      );
    },
  };
}
