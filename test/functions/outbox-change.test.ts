import { expect, test } from 'vitest';
import { outboxChange } from '../../functions/outbox-change.ts';

const record = (sk: string, status: string) => ({
  dynamodb: {
    NewImage: {
      pk: { S: 'PLAN#p' },
      sk: { S: sk },
      duePk: { S: 'OUTBOX' },
      kind: { S: 'answer-task' },
      key: { S: '000006-wake' },
      version: { N: '6' },
      status: { S: status },
    },
  },
});

test('only an effect that is still to be done is taken from the stream, whatever the filter lets in', () => {
  expect(outboxChange(record('OUTBOX#000006-wake', 'PENDING'))).toEqual({
    kind: 'answer-task',
    key: '000006-wake',
    version: 6,
    status: 'PENDING',
  });
  expect(outboxChange(record('OUTBOX#000006-wake', 'SENDING'))).toBeUndefined();
  expect(outboxChange(record('EVENT#000006', 'PENDING'))).toBeUndefined();
  expect(outboxChange({})).toBeUndefined();
});
