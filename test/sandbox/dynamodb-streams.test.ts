import { describe, expect, test } from 'vitest';
import { createClock } from '../../sandbox/clock.ts';
import { EventSource, type Poisoned } from '../../sandbox/dynamodb/event-source.ts';
import { recordFilter, UnknownPattern } from '../../sandbox/dynamodb/filter.ts';
import type { StreamRecord } from '../../sandbox/dynamodb/stream-reader.ts';
import type { InvokeResult } from '../../sandbox/types.ts';

const START = Date.parse('2027-01-05T14:00:00.000Z');

const record = (number: number, image: Record<string, unknown> = {}): StreamRecord => ({
  eventID: `${number}`,
  eventName: 'INSERT',
  eventVersion: '1.1',
  eventSource: 'aws:dynamodb',
  awsRegion: 'us-east-1',
  eventSourceARN: 'stream',
  dynamodb: {
    ApproximateCreationDateTime: START / 1000,
    Keys: {},
    NewImage: image,
    SequenceNumber: `${number}`,
    SizeBytes: 1,
    StreamViewType: 'NEW_IMAGE',
  },
});

const OK: InvokeResult = { payload: null };
const FAILED: InvokeResult = { payload: null, error: { errorType: 'Error', errorMessage: 'no' } };
const failures = (...ids: number[]): InvokeResult => ({
  payload: { batchItemFailures: ids.map((id) => ({ itemIdentifier: `${id}` })) },
});

/** A mapping to a function that answers by `answer`; `calls` holds the record numbers of each batch and when it came. */
const mapping = (
  properties: Record<string, unknown>,
  answer: (numbers: number[], call: number) => InvokeResult = () => OK,
  duplicate = () => false,
) => {
  const clock = createClock(START);
  const calls: { records: number[]; after: number }[] = [];
  const poisoned: Poisoned[] = [];
  const source = new EventSource({
    mapping: {
      stack: 'app',
      logicalId: 'Feed',
      type: 'AWS::Lambda::EventSourceMapping',
      arn: 'x',
      path: 'x',
      properties: { FunctionName: 'Mailer', EventSourceArn: 'stream', ...properties },
    },
    clock,
    functions: {
      invoke: async (_, payload) => {
        const { Records } = payload as { Records: StreamRecord[] };
        const records = Records.map(({ eventID }) => Number(eventID));
        calls.push({ records, after: (clock.now() - START) / 1000 });
        return answer(records, calls.length);
      },
      logs: () => [],
    },
    duplicate,
    giveUp: (given) => void poisoned.push(given),
  });
  clock.beforeIdle(() => source.deliver());
  const play = async (...numbers: number[]) => {
    source.take(numbers.map((number) => record(number)));
    await clock.advanceTo(START + 3_600_000);
    return calls.map(({ records }) => records);
  };
  return { play, calls, poisoned, source, clock };
};

test('records come in order, in batches no larger than asked', async () => {
  expect(await mapping({ BatchSize: 2 }).play(1, 2, 3, 4, 5)).toEqual([[1, 2], [3, 4], [5]]);
});

test('a failed batch comes again, later and later, and holds up those behind it', async () => {
  const { play, calls } = mapping({ BatchSize: 2 }, (_, call) => (call < 4 ? FAILED : OK));
  await play(1, 2, 3);
  expect(calls).toEqual([
    { records: [1, 2], after: 0 },
    { records: [1, 2], after: 1 },
    { records: [1, 2], after: 3 },
    { records: [1, 2], after: 7 },
    { records: [3], after: 7 },
  ]);
});

test('after the last attempt allowed the batch is given up, visibly, and the next one goes on', async () => {
  const { play, poisoned } = mapping({ BatchSize: 2, MaximumRetryAttempts: 2 }, (records) =>
    records.includes(1) ? FAILED : OK,
  );
  expect(await play(1, 2, 3)).toEqual([[1, 2], [1, 2], [1, 2], [3]]);
  expect(poisoned).toEqual([
    {
      at: '2027-01-05T14:00:03.000Z',
      source: 'Feed',
      function: 'Mailer',
      records: [record(1), record(2)],
      error: 'Error: no',
    },
  ]);
});

test('a function that reports failed items gets only those from the first one again', async () => {
  const properties = { FunctionResponseTypes: ['ReportBatchItemFailures'] };
  const { play, poisoned } = mapping(properties, (_, call) => (call === 1 ? failures(3, 2) : OK));
  expect(await play(1, 2, 3)).toEqual([
    [1, 2, 3],
    [2, 3],
  ]);
  expect(poisoned).toEqual([]);
});

test('a report that names none of the batch fails the whole batch; without the setting no report counts', async () => {
  const properties = { FunctionResponseTypes: ['ReportBatchItemFailures'] };
  expect(await mapping(properties, (_, call) => (call === 1 ? failures(9) : OK)).play(1, 2)).toEqual([
    [1, 2],
    [1, 2],
  ]);
  expect(await mapping({}, () => failures(1)).play(1, 2)).toEqual([[1, 2]]);
});

test('halving lets the good records of a batch get past the bad one', async () => {
  const { play, poisoned } = mapping(
    { BisectBatchOnFunctionError: true, MaximumRetryAttempts: 1, BatchSize: 4 },
    (records) => (records.includes(3) ? FAILED : OK),
  );
  expect(await play(1, 2, 3, 4)).toEqual([[1, 2, 3, 4], [1, 2], [3, 4], [3], [3], [4]]);
  expect(poisoned.map(({ records }) => records)).toEqual([[record(3)]]);
});

test('a record too old is given up', async () => {
  const { play, poisoned } = mapping({ MaximumRecordAgeInSeconds: 60 }, () => FAILED);
  await play(1);
  expect(poisoned.map(({ at }) => at)).toEqual(['2027-01-05T14:01:03.000Z']);
});

test('a batch can be delivered twice, as AWS may', async () => {
  const once = [true];
  expect(await mapping({}, undefined, () => once.pop() ?? false).play(1, 2)).toEqual([
    [1, 2],
    [1, 2],
  ]);
});

test('a mapping that is switched off delivers nothing, and switched on goes on where it stopped', async () => {
  const { play, source, clock } = mapping({ Enabled: false });
  expect(await play(1, 2)).toEqual([]);
  source.mapping.properties.Enabled = true;
  expect(await play(3)).toEqual([[1, 2, 3]]);
  source.mapping.properties.Enabled = false;
  await play(4);
  await clock.advanceTo(START + 26 * 3_600_000);
  source.mapping.properties.Enabled = true;
  await clock.settle();
  // A stream keeps a day.
  expect(await play()).toEqual([[1, 2, 3]]);
});

describe('filters', () => {
  const passes = (pattern: unknown, value: unknown) =>
    recordFilter({ Filters: [{ Pattern: JSON.stringify(pattern) }] })(value);
  const pending = {
    eventName: 'INSERT',
    dynamodb: { NewImage: { kind: { S: 'mail' }, tries: 3, none: null } },
  };
  const image = (pattern: unknown) => ({ dynamodb: { NewImage: pattern } });

  test.each([
    ['one of several values', { eventName: ['MODIFY', 'INSERT'] }, true],
    ['none of the values', { eventName: ['MODIFY', 'REMOVE'] }, false],
    ['all of several fields', { eventName: ['INSERT'], ...image({ kind: { S: ['mail'] } }) }, true],
    ['not all of several fields', { eventName: ['INSERT'], ...image({ kind: { S: ['publish'] } }) }, false],
    ['a field that is not there', { dynamodb: { OldImage: { kind: { S: ['mail'] } } } }, false],
    ['prefix', image({ kind: { S: [{ prefix: 'ma' }] } }), true],
    ['wrong prefix', image({ kind: { S: [{ prefix: 'am' }] } }), false],
    ['suffix', image({ kind: { S: [{ suffix: 'il' }] } }), true],
    ['equals-ignore-case', image({ kind: { S: [{ 'equals-ignore-case': 'MAIL' }] } }), true],
    ['exists', image({ kind: { S: [{ exists: true }] } }), true],
    ['exists not', image({ sentAt: { S: [{ exists: false }] } }), true],
    ['exists not, but does', image({ kind: { S: [{ exists: false }] } }), false],
    ['anything-but', image({ kind: { S: [{ 'anything-but': ['publish'] }] } }), true],
    ['anything-but it', image({ kind: { S: [{ 'anything-but': 'mail' }] } }), false],
    ['anything-but a prefix', image({ kind: { S: [{ 'anything-but': { prefix: 'ma' } }] } }), false],
    ['anything-but of nothing', image({ sentAt: { S: [{ 'anything-but': 'x' }] } }), false],
    ['numeric', image({ tries: [{ numeric: ['>', 2, '<=', 3] }] }), true],
    ['numeric outside', image({ tries: [{ numeric: ['>', 3] }] }), false],
    ['null', image({ none: [null] }), true],
    ['$or', { $or: [{ eventName: ['REMOVE'] }, image({ kind: { S: ['mail'] } })] }, true],
  ])('%s', (_, pattern, expected) => {
    expect(passes(pattern, pending)).toBe(expected);
  });

  test('any one of several filters is enough, and without one everything passes', () => {
    const criteria = (...patterns: unknown[]) => ({
      Filters: patterns.map((each) => ({ Pattern: JSON.stringify(each) })),
    });
    expect(recordFilter(criteria({ eventName: ['REMOVE'] }, { eventName: ['INSERT'] }))(pending)).toBe(true);
    expect(recordFilter(undefined)(pending)).toBe(true);
  });

  test('a pattern it does not know is refused', () => {
    expect(() => passes({ kind: [{ wildcard: 'm*l' }] }, pending)).toThrow(
      new UnknownPattern('{"wildcard":"m*l"}'),
    );
    expect(() => passes({ kind: 'mail' }, pending)).toThrow(UnknownPattern);
  });

  test('only what passes is handed on', async () => {
    const { source, clock, calls } = mapping({
      FilterCriteria: { Filters: [{ Pattern: JSON.stringify(image({ kind: { S: ['mail'] } })) }] },
    });
    source.take([record(1, { kind: { S: 'mail' } }), record(2, { kind: { S: 'publish' } }), record(3)]);
    await clock.settle();
    expect(calls).toEqual([{ records: [1], after: 0 }]);
  });
});
