import { Worker } from 'node:worker_threads';
import type { FromProvider, ProviderStart, ToProvider } from './protocol.ts';

export interface ProviderThread {
  /** Of this machine, where the provider listens. */
  port: number;
  /** Forgets who is signed in. */
  forget(): Promise<void>;
  close(): Promise<void>;
}

/** Starts the provider in a thread of its own: the `Date` it lives by must not be that of the sandbox. */
export const startThread = async (start: ProviderStart): Promise<ProviderThread> => {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: start,
    env: { PATH: process.env.PATH },
    execArgv: [],
  });
  // It must not keep a program alive that is otherwise done.
  worker.unref();
  const heard = <T>(wanted: (message: FromProvider) => T | undefined): Promise<T> =>
    new Promise((resolve, reject) => {
      const stop = () => {
        worker.off('message', hear);
        worker.off('error', fail);
        worker.off('exit', end);
      };
      const hear = (message: FromProvider) => {
        const found = wanted(message);
        if (message.type === 'failed') fail(new Error(message.reason));
        else if (found !== undefined) {
          stop();
          resolve(found);
        }
      };
      const fail = (error: Error) => {
        stop();
        reject(error);
      };
      const end = () => fail(new Error('The sign-in of the sandbox has stopped.'));
      worker.on('message', hear);
      worker.on('error', fail);
      worker.on('exit', end);
    });
  let count = 0;

  return {
    port: await heard((message) => (message.type === 'listening' ? message.port : undefined)),
    forget: async () => {
      const id = ++count;
      const done = heard((message) => (message.type === 'forgotten' && message.id === id ? true : undefined));
      worker.postMessage({ type: 'forget', id } satisfies ToProvider);
      await done;
    },
    close: async () => void (await worker.terminate()),
  };
};
