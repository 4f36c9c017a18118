import type { Caller, Clock, Functions, Iam, Permission, Resource } from '../types.ts';
import type { EngineClient } from './client.ts';
import { EventSource, type Poisoned } from './event-source.ts';
import { StreamReader } from './stream-reader.ts';

export type { Poisoned } from './event-source.ts';

/** What Lambda calls on behalf of a function that is fed by a table's stream. */
const STREAM_CALLS = ['DescribeStream', 'GetShardIterator', 'GetRecords', 'ListStreams'];

export interface StreamsOptions {
  client: EngineClient;
  clock: Clock;
  iam: Iam;
  functions: Functions;
  resources: readonly Resource[];
  duplicate?: (functionName: string) => boolean;
  giveUp(poisoned: Poisoned): void;
  /** Told of rows that are not to be touched before a moment (epoch milliseconds). */
  kept?: (moment: number) => void;
}

export interface Streams {
  /** Something was written: look at the streams before the world counts as settled. */
  poke(): void;
  /** Starts to read `table`, new and empty, whose stream the engine calls `engineArn`. */
  follow(table: Resource, engineArn: string): Promise<void>;
  /** Forgets what was not delivered yet. */
  clear(): void;
}

const callerFor = (functionName: string, resources: readonly Resource[]): Caller => {
  const found = resources.find(
    ({ type, arn, logicalId }) =>
      type === 'AWS::Lambda::Function' &&
      (arn === functionName || arn.endsWith(`:${functionName}`) || logicalId === functionName),
  );
  return { name: found?.logicalId ?? functionName, roleArn: `${found?.properties.Role}` };
};

/** What Lambda asks of the function's role before it takes a mapping on. */
const neededBy = ({ properties }: Resource): Permission[] => {
  const { OnFailure } = (properties.DestinationConfig ?? {}) as { OnFailure?: { Destination?: string } };
  const stream = `${properties.EventSourceArn}`;
  const queue = OnFailure?.Destination;
  return [
    ...STREAM_CALLS.map((call) => ({ action: `dynamodb:${call}`, resource: stream })),
    ...(queue?.startsWith('arn:aws:sqs:') ? [{ action: 'sqs:SendMessage', resource: queue }] : []),
  ];
};

/**
 * Feeds the functions that the event source mappings name from the streams of the tables. The stream is read from
 * the engine itself, not guessed from the calls that pass, so that what no call shows (an update that changed
 * nothing, a transaction that was cancelled) is right.
 *
 * @throws AwsError when a function's role may not read its stream, which would make the deployment fail.
 * @throws UnknownPattern
 */
export const createStreams = (options: StreamsOptions): Streams => {
  const { client, clock, iam, functions, resources } = options;
  const sources = resources
    .filter(({ type }) => type === 'AWS::Lambda::EventSourceMapping')
    .map(
      (mapping) =>
        new EventSource({
          mapping,
          clock,
          functions,
          duplicate: options.duplicate ?? (() => false),
          giveUp: options.giveUp,
        }),
    );
  const readers = new Map<string, StreamReader>();
  let isDirty = false;

  for (const { functionName, mapping } of sources) {
    const caller = callerFor(functionName, resources);
    for (const permission of neededBy(mapping)) iam.check(caller, permission);
  }

  clock.beforeIdle(async () => {
    let worked = false;
    if (isDirty) {
      isDirty = false;
      for (const [arn, reader] of readers) {
        const records = await reader.read();
        for (const { dynamodb } of records) {
          const { notBefore } = (dynamodb.NewImage ?? {}) as { notBefore?: { S?: string } };
          if (notBefore?.S) options.kept?.(Date.parse(notBefore.S));
        }
        for (const source of sources) if (source.streamArn === arn) source.take(records);
      }
    }
    for (const source of sources) worked = (await source.deliver()) || worked;
    return worked || isDirty;
  });

  return {
    poke: () => {
      isDirty = true;
    },
    follow: async (table, engineArn) => {
      const { StreamViewType = 'NEW_AND_OLD_IMAGES' } = (table.properties.StreamSpecification ?? {}) as {
        StreamViewType?: string;
      };
      const arn = sources.find(({ streamArn }) => streamArn.startsWith(`${table.arn}/stream/`))?.streamArn;
      if (!arn) return;
      const reader = new StreamReader({ client, engineArn, arn, viewType: StreamViewType, now: clock.now });
      await reader.skip();
      readers.set(arn, reader);
    },
    clear: () => {
      isDirty = false;
      for (const source of sources) source.clear();
    },
  };
};
