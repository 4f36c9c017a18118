import type { IncomingMessage, ServerResponse } from 'node:http';
import { choosing } from './choosing.ts';
import type { Memory } from './memory.ts';
import { type SandboxPerson, subjectOf } from './people.ts';
import { type ProviderStart, splitPath } from './protocol.ts';
import { createProvider } from './provider.ts';

export interface RequestParts {
  memory: Memory;
  /** Everybody who ever signed in, by the id the provider knows them by. */
  people: Map<string, SandboxPerson>;
}

/** Answers what is asked below an issuer: the provider itself, and the page that asks who somebody is. */
export const createRequests = (start: ProviderStart, { memory, people }: RequestParts) => {
  const provider = createProvider(start, { memory, personOf: (subject) => people.get(subject) });
  const choose = choosing(provider, (person) => people.set(subjectOf(person), person));
  const serve = provider.callback();

  return async (
    request: IncomingMessage & { originalUrl?: string },
    response: ServerResponse,
  ): Promise<void> => {
    const split = splitPath(request.url ?? '');
    if (!split) return void response.writeHead(404).end();
    // As a framework does that serves a provider below a path: it finds its own addresses by the difference.
    request.originalUrl = request.url ?? '';
    request.url = split.rest;
    if (split.rest.startsWith('/interaction/')) return choose(request, response);
    await serve(request, response);
  };
};
