import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { REGION } from '../types.ts';
import { ask, type EngineClient, EngineRefused } from './client.ts';
import type { Change } from './journal.ts';

const API = 'DynamoDBStreams_20120810';

type Image = Record<string, unknown>;

/** A change of an item as Lambda hands it to a function. */
export interface StreamRecord {
  eventID: string;
  eventName: 'INSERT' | 'MODIFY' | 'REMOVE';
  eventVersion: '1.1';
  eventSource: 'aws:dynamodb';
  awsRegion: string;
  dynamodb: {
    /** Epoch seconds on the virtual clock. */
    ApproximateCreationDateTime: number;
    Keys: Image;
    NewImage?: Image;
    OldImage?: Image;
    SequenceNumber: string;
    SizeBytes: number;
    StreamViewType: string;
  };
  eventSourceARN: string;
}

interface EngineRecord {
  eventName: StreamRecord['eventName'];
  dynamodb: { Keys: Image; NewImage?: Image; OldImage?: Image; SequenceNumber: string; SizeBytes: number };
}

export interface StreamReaderOptions {
  client: EngineClient;
  /** The engine's own name for the stream. */
  engineArn: string;
  /** The stream's ARN in the templates. */
  arn: string;
  viewType: string;
  now(): number;
}

interface Position {
  iterator?: string;
  /** The last record read. */
  after?: string;
  isRead?: boolean;
}

const wide = (sequenceNumber: string): string => sequenceNumber.padStart(21, '0');

/** Reads a table's stream in the engine, every record once and in order. */
export class StreamReader {
  readonly #options: StreamReaderOptions;
  readonly #positions = new Map<string, Position>();

  constructor(options: StreamReaderOptions) {
    this.#options = options;
  }

  /** Leaves out what is there already: one engine keeps the records of a table of the same name that was deleted. */
  async skip(): Promise<void> {
    await this.read();
  }

  /**
   * What was written since the last call. Both engines have a record at hand as soon as the write is answered.
   *
   * @param seen told of every change, whatever of it the stream shows.
   */
  async read(seen?: (changes: readonly Change[]) => void): Promise<StreamRecord[]> {
    const records: StreamRecord[] = [];
    if (this.#positions.size === 0) await this.#findShards();
    for (const [shard, position] of this.#positions) {
      if (position.isRead) continue;
      records.push(...(await this.#readShard(shard, position, seen)));
      // A shard that has ended has a successor, which this loop then comes to.
      if (position.isRead) await this.#findShards();
    }
    return records;
  }

  async #findShards(): Promise<void> {
    const { StreamDescription } = await ask<{ StreamDescription: { Shards: { ShardId: string }[] } }>(
      this.#options.client,
      `${API}.DescribeStream`,
      { StreamArn: this.#options.engineArn },
    );
    for (const { ShardId } of StreamDescription.Shards)
      if (!this.#positions.has(ShardId)) this.#positions.set(ShardId, {});
  }

  async #readShard(
    shard: string,
    position: Position,
    seen?: (changes: readonly Change[]) => void,
  ): Promise<StreamRecord[]> {
    const records: StreamRecord[] = [];
    for (;;) {
      const page = await this.#page(shard, position);
      const last = page.Records.at(-1);
      if (last) position.after = last.dynamodb.SequenceNumber;
      if (page.NextShardIterator) position.iterator = page.NextShardIterator;
      else position.isRead = true;
      seen?.(
        page.Records.map(({ eventName, dynamodb: { Keys, NewImage } }) => ({
          keys: Keys,
          ...(eventName !== 'REMOVE' && NewImage ? { item: NewImage } : {}),
        })),
      );
      records.push(...page.Records.flatMap((record) => this.#asOnAws(record)));
      if (!last || position.isRead) return records;
    }
  }

  async #page(shard: string, position: Position) {
    const read = async () => {
      position.iterator ??= await this.#iterator(shard, position);
      return ask<{ Records: EngineRecord[]; NextShardIterator?: string }>(
        this.#options.client,
        `${API}.GetRecords`,
        {
          ShardIterator: position.iterator,
        },
      );
    };
    try {
      return await read();
    } catch (error) {
      // An iterator is good for a quarter of an hour of real time, a sandbox may stand idle for longer.
      if (!(error instanceof EngineRefused) || error.type !== 'ExpiredIteratorException') throw error;
      delete position.iterator;
      return read();
    }
  }

  async #iterator(ShardId: string, { after }: Position): Promise<string> {
    const { ShardIterator } = await ask<{ ShardIterator: string }>(
      this.#options.client,
      `${API}.GetShardIterator`,
      {
        StreamArn: this.#options.engineArn,
        ShardId,
        ...(after === undefined
          ? { ShardIteratorType: 'TRIM_HORIZON' }
          : { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: after }),
      },
    );
    return ShardIterator;
  }

  /** Engines differ from AWS in names, times, and in recording writes that changed nothing. */
  #asOnAws({ eventName, dynamodb }: EngineRecord): StreamRecord[] {
    const { arn, viewType, now } = this.#options;
    const { Keys, NewImage, OldImage, SizeBytes } = dynamodb;
    if (eventName === 'MODIFY' && isDeepStrictEqual(NewImage, OldImage)) return [];
    const SequenceNumber = wide(dynamodb.SequenceNumber);
    return [
      {
        eventID: createHash('md5').update(`${arn} ${SequenceNumber}`).digest('hex'),
        eventName,
        eventVersion: '1.1',
        eventSource: 'aws:dynamodb',
        awsRegion: REGION,
        dynamodb: {
          ApproximateCreationDateTime: Math.floor(now() / 1000),
          Keys,
          ...(NewImage && viewType.startsWith('NEW') ? { NewImage } : {}),
          ...(OldImage && viewType.endsWith('OLD_IMAGES') ? { OldImage } : {}),
          ...(OldImage && viewType === 'OLD_IMAGE' ? { OldImage } : {}),
          SequenceNumber,
          SizeBytes,
          StreamViewType: viewType,
        },
        eventSourceARN: arn,
      },
    ];
  }
}
