import { parentPort, workerData } from 'node:worker_threads';
import { loadHandler } from './load-handler.ts';
import type { FromWorker, Invocation, Thrown, WorkerStart } from './protocol.ts';
import { virtualDate } from './virtual-date.ts';

// Meant for Node alone; the handler sees the environment its template gives it.
delete process.env.NODE_COMPILE_CACHE;

const { file, exportName, time } = workerData as WorkerStart;
const clock = new Float64Array(time);
globalThis.Date = virtualDate(Date, () => clock[0] ?? 0);

const say = (message: FromWorker) => parentPort?.postMessage(message);

// Lines go the way answers go, so that they arrive before the answer they belong to.
const write = (chunk: string | Uint8Array, encoding?: unknown, done?: unknown): boolean => {
  say({ type: 'log', text: typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString() });
  const callback = typeof encoding === 'function' ? encoding : done;
  if (typeof callback === 'function') callback();
  return true;
};
process.stdout.write = write as typeof process.stdout.write;
process.stderr.write = write as typeof process.stderr.write;

const thrown = (error: unknown): Thrown =>
  error instanceof Error
    ? {
        errorType: error.name,
        errorMessage: error.message,
        trace: (error.stack ?? '').split('\n').map((line) => line.trim()),
      }
    : {
        errorType: 'Error',
        errorMessage: typeof error === 'string' ? error : (JSON.stringify(error) ?? ''),
        trace: [],
      };

const invoke = async (handler: (...args: unknown[]) => unknown, invocation: Invocation) => {
  const { id, event, context, timeoutMs } = invocation;
  const started = performance.now();
  try {
    const answer = await handler(JSON.parse(event), {
      ...context,
      callbackWaitsForEmptyEventLoop: true,
      getRemainingTimeInMillis: () => Math.max(0, Math.round(timeoutMs - (performance.now() - started))),
    });
    say({ type: 'answer', id, payload: JSON.stringify(answer) ?? 'null' });
  } catch (error) {
    say({ type: 'threw', id, error: thrown(error) });
  }
};

try {
  const handler = await loadHandler(file, exportName);
  parentPort?.on('message', (invocation: Invocation) => void invoke(handler, invocation));
  say({ type: 'ready' });
} catch (error) {
  const { errorType, errorMessage, trace } = thrown(error);
  say({ type: 'threw', id: undefined, error: { errorType: `Runtime.${errorType}`, errorMessage, trace } });
}
