import type { Caller, Clock, Functions, Iam, Permission, Resource } from '../types.ts';
import type { EngineClient } from './client.ts';
import { EventSource, type Poisoned } from './event-source.ts';
import type { Journal } from './journal.ts';
import { StreamReader } from './stream-reader.ts';
import { tableName } from './tables.ts';

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
  /** Told of every change of the tables that are followed. */
  journal?: Pick<Journal, 'add'>;
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
  /**
   * Looks whether the mappings of other templates can be taken on.
   *
   * @param iam judges by the roles of those templates.
   * @returns what takes them on: one that is new is given what is written from then on.
   * @throws AwsError, UnknownPattern
   */
  prepare(resources: readonly Resource[], iam: Iam): () => void;
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
  const { client, clock, functions } = options;
  const sourceOf = (mapping: Resource): EventSource =>
    new EventSource({
      mapping,
      clock,
      functions,
      duplicate: options.duplicate ?? (() => false),
      giveUp: options.giveUp,
    });
  const readers = new Map<string, { reader: StreamReader; table: string }>();
  let sources: EventSource[] = [];
  let isDirty = false;

  const prepare: Streams['prepare'] = (resources, iam) => {
    const mappings = resources.filter(({ type }) => type === 'AWS::Lambda::EventSourceMapping');
    const next = mappings.map((mapping) => {
      const caller = callerFor(`${mapping.properties.FunctionName}`, resources);
      for (const permission of neededBy(mapping)) iam.check(caller, permission);
      const fresh = sourceOf(mapping);
      return { mapping, source: sources.find((one) => one.mapping.arn === mapping.arn) ?? fresh };
    });
    return () => {
      for (const { mapping, source } of next) source.redefine(mapping);
      sources = next.map(({ source }) => source);
    };
  };
  prepare(options.resources, options.iam)();

  clock.beforeIdle(async () => {
    let worked = false;
    if (isDirty) {
      isDirty = false;
      for (const [arn, { reader, table }] of readers) {
        const records = await reader.read((changes) => options.journal?.add(table, clock.now(), changes));
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
      const isItsOwn = ({ streamArn }: EventSource) => streamArn.startsWith(`${table.arn}/stream/`);
      const arn = sources.find(isItsOwn)?.streamArn ?? `${table.arn}/stream/`;
      const reader = new StreamReader({ client, engineArn, arn, viewType: StreamViewType, now: clock.now });
      await reader.skip();
      readers.set(arn, { reader, table: tableName(table) });
    },
    clear: () => {
      isDirty = false;
      for (const source of sources) source.clear();
    },
    prepare,
  };
};
