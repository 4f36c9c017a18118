/** What a worker thread is started with. */
export interface WorkerStart {
  file: string;
  exportName: string;
  /** Epoch milliseconds on the virtual clock, as one double that the pool writes. */
  time: SharedArrayBuffer;
}

export interface Invocation {
  id: number;
  /** JSON, as Lambda hands it over. */
  event: string;
  context: {
    awsRequestId: string;
    functionName: string;
    functionVersion: string;
    invokedFunctionArn: string;
    memoryLimitInMB: string;
    logGroupName: string;
    logStreamName: string;
  };
  /** Real milliseconds until it is stopped. */
  timeoutMs: number;
}

export interface Thrown {
  errorType: string;
  errorMessage: string;
  trace: string[];
}

export type FromWorker =
  | { type: 'ready' }
  | { type: 'log'; text: string }
  | { type: 'answer'; id: number; payload: string }
  | { type: 'threw'; id: number | undefined; error: Thrown };
