import type { Clock, Functions, InvokeResult, Resource } from '../types.ts';
import { recordFilter } from './filter.ts';
import type { StreamRecord } from './stream-reader.ts';

/** Records that were given up after the last attempt allowed, as a dead-letter queue would hold them. */
export interface Poisoned {
  /** ISO 8601 on the virtual clock. */
  at: string;
  /** Logical id of the event source mapping or schedule. */
  source: string;
  function: string;
  records: unknown[];
  error: string;
  /** The code EventBridge gives when the call could not even be made. */
  code?: 'NO_PERMISSIONS';
}

export interface EventSourceOptions {
  mapping: Resource;
  clock: Clock;
  functions: Functions;
  /** Asked after a batch was handled: is it to be delivered once more? */
  duplicate(functionName: string): boolean;
  giveUp(poisoned: Poisoned): void;
}

interface Batch {
  records: StreamRecord[];
  /** Attempts that failed so far. */
  failed: number;
}

const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 60_000;
const MAX_BATCH = 10_000;
/** So long a stream keeps its records. */
const KEPT_MS = 24 * 60 * 60 * 1000;

/** Which records are left to do again: all after an error, else those from the first one the answer names. */
const leftOf = (
  { records }: Batch,
  { payload, error }: InvokeResult,
  isReporting: boolean,
): StreamRecord[] => {
  if (error) return records;
  if (!isReporting || payload === null || typeof payload !== 'object') return [];
  const { batchItemFailures } = payload as { batchItemFailures?: { itemIdentifier?: string }[] | null };
  if (!batchItemFailures?.length) return [];
  const numbers = records.map(({ dynamodb }) => dynamodb.SequenceNumber);
  const places = batchItemFailures.map(({ itemIdentifier }) => numbers.indexOf(`${itemIdentifier}`));
  // An identifier that is none of the batch's makes Lambda treat the whole batch as failed.
  return places.includes(-1) ? records : records.slice(Math.min(...places));
};

/** One event source mapping: hands the records that pass its filter to its function, in order, batch by batch. */
export class EventSource {
  readonly #options: EventSourceOptions;
  #mapping: Resource;
  #passes: (record: unknown) => boolean;
  #queue: StreamRecord[] = [];
  #again: Batch[] = [];
  #isWaiting = false;

  constructor(options: EventSourceOptions) {
    this.#options = options;
    this.#mapping = options.mapping;
    this.#passes = recordFilter(options.mapping.properties.FilterCriteria);
  }

  get mapping(): Resource {
    return this.#mapping;
  }

  /** From now on it is as deployed; what it has taken already it still delivers. */
  redefine(mapping: Resource): void {
    this.#mapping = mapping;
    this.#passes = recordFilter(mapping.properties.FilterCriteria);
  }

  get #properties(): Record<string, unknown> {
    return this.#mapping.properties;
  }

  get functionName(): string {
    return `${this.#properties.FunctionName}`;
  }

  get streamArn(): string {
    return `${this.#properties.EventSourceArn}`;
  }

  get #isOn(): boolean {
    return `${this.#properties.Enabled}` !== 'false';
  }

  take(records: StreamRecord[]): void {
    this.#queue.push(...records.filter((record) => this.#passes(record)));
  }

  /** Hands on what there is; answers whether there was anything. Switched off it waits, and goes on where it stopped. */
  async deliver(): Promise<boolean> {
    let worked = false;
    if (!this.#isOn) return false;
    while (!this.#isWaiting) {
      const batch = this.#next();
      if (!batch) break;
      worked = true;
      await this.#hand(batch);
    }
    return worked;
  }

  clear(): void {
    this.#queue = [];
    this.#again = [];
    this.#isWaiting = false;
  }

  #next(): Batch | undefined {
    const size = Math.min(MAX_BATCH, Number(this.#properties.BatchSize ?? 100));
    const again = this.#again.shift();
    if (again) return again;
    const oldest = (this.#options.clock.now() - KEPT_MS) / 1000;
    while ((this.#queue[0]?.dynamodb.ApproximateCreationDateTime ?? oldest) < oldest) this.#queue.shift();
    return this.#queue.length > 0 ? { records: this.#queue.splice(0, size), failed: 0 } : undefined;
  }

  async #hand(batch: Batch): Promise<void> {
    const { functions, duplicate } = this.#options;
    const result = await functions.invoke(this.functionName, { Records: batch.records });
    const isReporting = [this.#properties.FunctionResponseTypes].flat().includes('ReportBatchItemFailures');
    const left = leftOf(batch, result, isReporting);
    if (left.length > 0) this.#retry({ records: left, failed: batch.failed + 1 }, result);
    else if (duplicate(this.functionName))
      await functions.invoke(this.functionName, { Records: batch.records });
  }

  #retry(batch: Batch, { error }: InvokeResult): void {
    const { clock } = this.#options;
    if (this.#isExhausted(batch)) {
      this.#options.giveUp({
        at: new Date(clock.now()).toISOString(),
        source: this.#mapping.logicalId,
        function: this.functionName,
        records: batch.records,
        error: error
          ? `${error.errorType}: ${error.errorMessage}`
          : 'The function reported the item as failed.',
      });
      return;
    }
    this.#again.unshift(...this.#inParts(batch));
    this.#isWaiting = true;
    const delay = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(batch.failed - 1, 10));
    clock.at(clock.now() + delay, `${this.functionName} gets a failed batch again`, () => {
      this.#isWaiting = false;
    });
  }

  #isExhausted({ records, failed }: Batch): boolean {
    const { MaximumRetryAttempts = -1, MaximumRecordAgeInSeconds = -1 } = this.#properties;
    const created = records[0]?.dynamodb.ApproximateCreationDateTime ?? 0;
    const age = this.#options.clock.now() / 1000 - created;
    return (
      (Number(MaximumRetryAttempts) >= 0 && failed > Number(MaximumRetryAttempts)) ||
      (Number(MaximumRecordAgeInSeconds) >= 0 && age > Number(MaximumRecordAgeInSeconds))
    );
  }

  /** Halves let the good records of a batch get past a bad one; splitting counts as no attempt. */
  #inParts(batch: Batch): Batch[] {
    const { records, failed } = batch;
    const isHalving = this.#properties.BisectBatchOnFunctionError === true && records.length > 1;
    if (!isHalving) return [batch];
    const middle = Math.ceil(records.length / 2);
    return [records.slice(0, middle), records.slice(middle)].map((half) => ({
      records: half,
      failed: failed - 1,
    }));
  }
}
