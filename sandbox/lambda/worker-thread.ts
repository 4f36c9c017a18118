import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { InvokeResult } from '../types.ts';
import type { FromWorker, Invocation, Thrown, WorkerStart } from './protocol.ts';

/** Lambda gives the code outside the handler 10 s; the machine here may be slow, and reads everything from disk. */
const LOAD_WITHIN_MS = 60_000;

/** Compiled bundles are kept between runs: it saves a third of every cold start. */
const COMPILED = join(tmpdir(), 'pip-follow-up-sandbox-compiled');

const failed = ({ errorType, errorMessage, trace }: Thrown): InvokeResult => {
  const error = { errorType, errorMessage };
  // The payload is what Lambda answers its caller, the error what the sandbox's own parts look at.
  return { payload: { ...error, trace }, error: { ...error, stackTrace: trace } };
};

/** One execution environment of a function: takes one invocation at a time. */
export class WorkerThread {
  readonly #worker: Worker;
  readonly #onLog: (text: string) => void;
  readonly #ready: Promise<void>;
  #answer: ((result: InvokeResult) => void) | undefined;
  #current: Invocation | undefined;
  #dead: Thrown | undefined;

  constructor(start: WorkerStart, env: Record<string, string>, onLog: (text: string) => void) {
    this.#onLog = onLog;
    this.#worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: start,
      env: { ...env, NODE_COMPILE_CACHE: COMPILED },
      execArgv: [],
      stdout: true,
      stderr: true,
    });
    // It must not keep a program alive that is otherwise done.
    this.#worker.unref();
    this.#ready = new Promise((resolve) => {
      const late = setTimeout(
        () => this.#die('Sandbox.LoadTimedout', 'The bundle did not load in time.'),
        LOAD_WITHIN_MS,
      );
      const over = () => {
        clearTimeout(late);
        resolve();
      };
      this.#worker.on('message', (message: FromWorker) => {
        if (message.type === 'ready') over();
        else this.#hear(message, over);
      });
      this.#worker.on('error', (error: Error) => {
        this.#fail({
          errorType: error.name,
          errorMessage: error.message,
          trace: (error.stack ?? '').split('\n'),
        });
        over();
      });
      this.#worker.on('exit', (code) => {
        this.#fail({
          errorType: 'Runtime.ExitError',
          errorMessage: `${this.#requestId()}Error: Runtime exited with error: exit status ${code}`,
          trace: [],
        });
        over();
      });
    });
  }

  get isAlive(): boolean {
    return this.#dead === undefined;
  }

  get isFree(): boolean {
    return this.isAlive && this.#answer === undefined;
  }

  /** Resolves with what the handler answered or threw, or with why the environment did not live to answer. */
  async run(invocation: Invocation): Promise<InvokeResult> {
    const answer = new Promise<InvokeResult>((resolve) => {
      this.#answer = resolve;
    });
    this.#current = invocation;
    await this.#ready;
    if (this.#dead) return failed(this.#dead);
    const seconds = (invocation.timeoutMs / 1000).toFixed(2);
    const late = setTimeout(
      () =>
        this.#die('Sandbox.Timedout', `${this.#requestId()}Error: Task timed out after ${seconds} seconds`),
      invocation.timeoutMs,
    );
    this.#worker.postMessage(invocation);
    try {
      return await answer;
    } finally {
      clearTimeout(late);
    }
  }

  /** Ends it in the middle of whatever it does, as a host that dies would. */
  kill(): void {
    this.#die('Runtime.ExitError', `${this.#requestId()}Error: Runtime exited with error: signal: killed`);
  }

  async close(): Promise<void> {
    this.kill();
    await this.#worker.terminate();
  }

  #requestId(): string {
    return this.#current ? `RequestId: ${this.#current.context.awsRequestId} ` : '';
  }

  #die(errorType: string, errorMessage: string): void {
    this.#fail({ errorType, errorMessage, trace: [] });
    void this.#worker.terminate();
  }

  #fail(error: Thrown): void {
    this.#dead ??= error;
    this.#settle(failed(this.#dead));
  }

  #hear(message: Exclude<FromWorker, { type: 'ready' }>, over: () => void): void {
    if (message.type === 'log') {
      this.#onLog(message.text);
      return;
    }
    if (message.type === 'threw' && message.id === undefined) {
      this.#fail(message.error);
      over();
      void this.#worker.terminate();
      return;
    }
    if (message.id !== this.#current?.id || this.#dead) return;
    this.#settle(message.type === 'threw' ? failed(message.error) : { payload: JSON.parse(message.payload) });
  }

  #settle(result: InvokeResult): void {
    const answer = this.#answer;
    this.#answer = undefined;
    answer?.(result);
  }
}
