import type { Poisoned } from '../dynamodb/streams.ts';
import { requestId } from '../lambda/function-spec.ts';
import type { Resource } from '../types.ts';

/** A message in a queue of what was given up. */
export interface DeadLetter {
  body: string;
  /** Of EventBridge: why it could not call. */
  attributes: Record<string, string>;
}

interface StreamRecord {
  eventSourceARN?: string;
  dynamodb?: { SequenceNumber?: string; ApproximateCreationDateTime?: number };
}

const moment = (seconds: number | undefined): string | undefined =>
  seconds === undefined ? undefined : new Date(seconds * 1000).toISOString();

/** What both kinds of Lambda's messages say of the call. */
const callOf = (one: Poisoned, condition: string) => ({
  version: '1.0',
  timestamp: one.at,
  requestContext: {
    requestId: requestId(one.source, Date.parse(one.at)),
    functionArn: one.function,
    condition,
  },
  responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
});

/** Of a batch that a feed gave up, Lambda tells where in the stream it lies, and nothing of what was in it. */
function ofBatch(one: Poisoned): DeadLetter {
  const records = one.records as StreamRecord[];
  const [first, last] = [records[0], records.at(-1)];
  const batch = {
    shardId: 'shardId-00000000000000000000-00000000',
    startSequenceNumber: first?.dynamodb?.SequenceNumber,
    endSequenceNumber: last?.dynamodb?.SequenceNumber,
    approximateArrivalOfFirstRecord: moment(first?.dynamodb?.ApproximateCreationDateTime),
    approximateArrivalOfLastRecord: moment(last?.dynamodb?.ApproximateCreationDateTime),
    batchSize: records.length,
    streamArn: first?.eventSourceARN,
  };
  const body = { ...callOf(one, 'RetryAttemptsExhausted'), DDBStreamBatchInfo: batch };
  return { body: JSON.stringify(body), attributes: {} };
}

/** Of a call that nobody waited for and that failed to the end, Lambda tells what it was called with and what came back. */
function ofCall(one: Poisoned): DeadLetter {
  const [errorType = 'Error', ...words] = one.error.split(': ');
  const body = {
    ...callOf(one, 'RetriesExhausted'),
    requestPayload: one.records[0],
    responsePayload: { errorType, errorMessage: words.join(': ') },
  };
  return { body: JSON.stringify(body), attributes: {} };
}

/** Of an event that a rule could not hand over, EventBridge keeps the event itself; why stands beside it. */
const ofEvent = (one: Poisoned, rule: Resource, code: string): DeadLetter => ({
  body: JSON.stringify(one.records[0]),
  attributes: {
    RULE_ARN: rule.arn,
    TARGET_ARN: one.function,
    ERROR_CODE: code,
    ERROR_MESSAGE: one.error,
  },
});

const destinationOf = ({ properties }: Resource): string | undefined => {
  const config = properties.DestinationConfig as { OnFailure?: { Destination?: string } } | undefined;
  return config?.OnFailure?.Destination;
};

const isOf = (functionArn: string, name: unknown): boolean =>
  functionArn === name || functionArn.endsWith(`:${String(name)}`);

/**
 * The message that what was given up becomes in a queue, in the shape of whoever puts it there; `undefined` when it is not
 * this queue that is told, or nobody is: a call that failed is told of by its function's own configuration alone, never by
 * the rule that made it.
 */
export function deadLetterIn(
  queueArn: string,
  one: Poisoned,
  resources: readonly Resource[],
): DeadLetter | undefined {
  const source = resources.find(({ logicalId }) => logicalId === one.source);
  if (!source) return undefined;
  if (source.type === 'AWS::Lambda::EventSourceMapping')
    return destinationOf(source) === queueArn ? ofBatch(one) : undefined;
  if (one.code) {
    const targets = [source.properties.Targets].flat() as {
      Arn?: string;
      DeadLetterConfig?: { Arn?: string };
    }[];
    const target = targets.find(({ Arn }) => Arn === one.function);
    return target?.DeadLetterConfig?.Arn === queueArn ? ofEvent(one, source, one.code) : undefined;
  }
  const calls = resources.find(
    ({ type, properties }) =>
      type === 'AWS::Lambda::EventInvokeConfig' && isOf(one.function, properties.FunctionName),
  );
  return calls && destinationOf(calls) === queueArn ? ofCall(one) : undefined;
}
