import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import { virtualDate } from '../lambda/virtual-date.ts';
import type { FromProvider, ProviderStart, ToProvider } from './protocol.ts';

const start = workerData as ProviderStart;
const clock = new Float64Array(start.time);
globalThis.Date = virtualDate(Date, () => clock[0] ?? 0);

const say = (message: FromProvider) => parentPort?.postMessage(message);

const open = async (): Promise<void> => {
  // Only now: whatever keeps the time as it is loaded must get the virtual one.
  const { createMemory } = await import('./memory.ts');
  const { PEOPLE, subjectOf } = await import('./people.ts');
  const { createRequests } = await import('./requests.ts');
  const memory = createMemory();
  const people = new Map(PEOPLE.map((person) => [subjectOf(person), person]));
  const answer = createRequests(start, { memory, people });
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    answer(request, response).catch((error: unknown) => {
      console.error(error);
      response.destroy();
    });
  });
  parentPort?.on('message', (message: ToProvider) => {
    memory.clear();
    say({ type: 'forgotten', id: message.id });
  });
  server.listen(0, '127.0.0.1', () =>
    say({ type: 'listening', port: (server.address() as AddressInfo).port }),
  );
};

open().catch((error: unknown) =>
  say({ type: 'failed', reason: error instanceof Error ? `${error.stack}` : `${error}` }),
);
