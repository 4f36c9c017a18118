import type { InvokeResult } from '../types.ts';
import { type FunctionSpec, requestId } from './function-spec.ts';
import { WorkerThread } from './worker-thread.ts';

/** The execution environments of one function; they start when they are first needed, and are used again. */
export class FunctionHost {
  readonly spec: FunctionSpec;
  readonly #time: SharedArrayBuffer;
  readonly #onLog: (text: string) => void;
  #threads: WorkerThread[] = [];
  #waiting: (() => void)[] = [];
  #running = 0;
  #count: number;
  #isRetired = false;

  /** @param before the function as it was deployed before, whose invocations are counted on. */
  constructor(
    spec: FunctionSpec,
    time: SharedArrayBuffer,
    onLog: (text: string) => void,
    before?: FunctionHost,
  ) {
    this.spec = spec;
    this.#time = time;
    this.#onLog = onLog;
    this.#count = before?.count ?? 0;
  }

  /** Invocations so far. */
  get count(): number {
    return this.#count;
  }

  get isRunning(): boolean {
    return this.#running > 0;
  }

  /** Runs the handler; one more than may run at once waits for its turn. */
  async invoke(event: string): Promise<InvokeResult> {
    if (this.#running >= this.spec.concurrency)
      await new Promise<void>((resolve) => void this.#waiting.push(resolve));
    this.#running++;
    try {
      return await this.#thread().run(this.#invocation(event));
    } finally {
      this.#running--;
      this.#waiting.shift()?.();
      if (this.#isRetired) void this.retire();
    }
  }

  /** Ends every environment where it stands; the next invocation gets a new one. */
  kill(): void {
    for (const thread of this.#threads) thread.kill();
  }

  /** Takes its environments down when the last invocation that was begun here has ended. */
  async retire(): Promise<void> {
    this.#isRetired = true;
    if (this.#running === 0 && this.#waiting.length === 0) await this.close();
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.close()));
  }

  /** The free one used last is preferred, so that work that is never at once stays in one environment. */
  #thread(): WorkerThread {
    this.#threads = this.#threads.filter(({ isAlive }) => isAlive);
    const free = this.#threads.find(({ isFree }) => isFree);
    if (free) return free;
    const { file, exportName, environment } = this.spec;
    const thread = new WorkerThread({ file, exportName, time: this.#time }, environment, this.#onLog);
    this.#threads.push(thread);
    return thread;
  }

  #invocation(event: string) {
    const { name, arn, memoryMb, timeoutMs } = this.spec;
    const id = ++this.#count;
    return {
      id,
      event,
      timeoutMs,
      context: {
        awsRequestId: requestId(name, id),
        functionName: name,
        functionVersion: '$LATEST',
        invokedFunctionArn: arn,
        memoryLimitInMB: `${memoryMb}`,
        logGroupName: `/aws/lambda/${name}`,
        logStreamName: 'sandbox',
      },
    };
  }
}
