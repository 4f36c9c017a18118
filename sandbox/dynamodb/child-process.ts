import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';

/** A TCP port of 127.0.0.1 that nothing listens on. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(address)));
    });
  });

// A parent that is killed outright cannot tidy up. The engine's shell therefore listens to our end of its
// standard input: when we are gone, however it came about, the pipe closes and the engine is stopped.
const GUARD = `exec 3<&0
"$@" 3<&- & child=$!
( cat <&3 >/dev/null; kill -9 $child 2>/dev/null ) >/dev/null 2>&1 &
wait $child`;

export interface GuardedProcess {
  /** What it said so far, for the message when it does not come up. */
  output(): string;
  exited(): boolean;
  close(): Promise<void>;
}

/** Starts a process that ends with this one, even when this one is killed. */
export const startWithParent = (command: string, args: string[], cwd?: string): GuardedProcess => {
  const options = { stdio: 'pipe' as const, ...(cwd ? { cwd } : {}) };
  const child: ChildProcess =
    process.platform === 'win32'
      ? spawn(command, args, options)
      : spawn('/bin/sh', ['-c', GUARD, 'engine', command, ...args], options);
  let said = '';
  let over = false;
  const keep = (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-4000);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  child.stdin?.on('error', () => undefined);
  const gone = new Promise<void>((resolve) => {
    const end = (error?: unknown) => {
      if (error instanceof Error) said += error.message;
      over = true;
      resolve();
    };
    child.once('exit', () => end());
    child.once('error', end);
  });
  // The engine alone must not keep a program alive that has nothing left to do.
  child.unref();
  for (const stream of [child.stdin, child.stdout, child.stderr])
    (stream as { unref?(): void } | null)?.unref?.();
  return {
    output: () => said,
    exited: () => over,
    close: async () => {
      if (over) return;
      child.ref();
      child.stdin?.destroy();
      if (process.platform === 'win32') child.kill();
      await gone;
    },
  };
};
