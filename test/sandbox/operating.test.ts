import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { CloudWatchClient, DescribeAlarmsCommand } from '@aws-sdk/client-cloudwatch';
import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { describe, expect, test } from 'vitest';
import type { Poisoned } from '../../sandbox/dynamodb/streams.ts';
import { bootSandbox } from '../../sandbox/sandbox.ts';
import type { Resource } from '../../sandbox/types.ts';
import { deadLetterIn } from '../../sandbox/wire/dead-letters.ts';
import { littleApp } from './fixtures/app.ts';

const QUEUE = 'arn:aws:sqs:us-east-1:123456789012:lost';
const FUNCTION = 'arn:aws:lambda:us-east-1:123456789012:function:feedback';
const AT = '2027-01-05T14:03:00.000Z';

const resource = (logicalId: string, type: string, properties: Record<string, unknown>): Resource => ({
  ...{ stack: 'app', logicalId, type, properties, path: logicalId },
  arn: `arn:aws:events:us-east-1:123456789012:rule/${logicalId}`,
});
const feed = resource('Feed', 'AWS::Lambda::EventSourceMapping', {
  DestinationConfig: { OnFailure: { Destination: QUEUE } },
});
const rule = resource('Rule', 'AWS::Events::Rule', {
  Targets: [{ Arn: FUNCTION, DeadLetterConfig: { Arn: QUEUE } }],
});
const calls = resource('Calls', 'AWS::Lambda::EventInvokeConfig', {
  FunctionName: 'feedback',
  DestinationConfig: { OnFailure: { Destination: QUEUE } },
});
const gaveUp = (source: string, records: unknown[], more: Partial<Poisoned> = {}): Poisoned => ({
  ...{ at: AT, source, function: FUNCTION, records, error: 'StoreBusy: words of somebody' },
  ...more,
});
const event = { 'detail-type': 'Email Bounced', detail: { mail: { messageId: '1' } } };
const read = (one: Poisoned, resources: Resource[]) => {
  const letter = deadLetterIn(QUEUE, one, resources);
  return letter && { ...letter, body: JSON.parse(letter.body) as unknown };
};

describe('what was given up lies in its queue in the words of whoever puts it there', () => {
  test('of a batch of the stream, where it lay and not what was in it', () => {
    const records = [1, 2].map((number) => ({
      eventSourceARN: 'stream',
      dynamodb: {
        SequenceNumber: `${number}`,
        ApproximateCreationDateTime: 1_798_000_000,
        NewImage: { secret: 1 },
      },
    }));
    expect(read(gaveUp('Feed', records), [feed])).toEqual({
      attributes: {},
      body: {
        version: '1.0',
        timestamp: AT,
        requestContext: {
          requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
          functionArn: FUNCTION,
          condition: 'RetryAttemptsExhausted',
        },
        responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
        DDBStreamBatchInfo: {
          shardId: expect.stringMatching(/^shardId-/),
          startSequenceNumber: '1',
          endSequenceNumber: '2',
          approximateArrivalOfFirstRecord: '2026-12-23T04:26:40.000Z',
          approximateArrivalOfLastRecord: '2026-12-23T04:26:40.000Z',
          batchSize: 2,
          streamArn: 'stream',
        },
      },
    });
  });

  test('CDK-16: of an event that could not be handed over, the event itself, with the reason beside it', () => {
    expect(read(gaveUp('Rule', [event], { code: 'NO_PERMISSIONS', error: 'why' }), [rule, calls])).toEqual({
      body: event,
      attributes: {
        RULE_ARN: rule.arn,
        TARGET_ARN: FUNCTION,
        ERROR_CODE: 'NO_PERMISSIONS',
        ERROR_MESSAGE: 'why',
      },
    });
  });

  test('of a call that failed to the end, what it was called with and what came back', () => {
    expect(read(gaveUp('Rule', [event]), [rule, calls])).toMatchObject({
      attributes: {},
      body: {
        requestContext: { functionArn: FUNCTION, condition: 'RetriesExhausted' },
        requestPayload: event,
        responsePayload: { errorType: 'StoreBusy', errorMessage: 'words of somebody' },
      },
    });
  });

  test('the queue of a rule is not told of a function that failed', () => {
    expect(read(gaveUp('Rule', [event]), [rule])).toBeUndefined();
    expect(deadLetterIn('another', gaveUp('Feed', []), [feed])).toBeUndefined();
  });
});

test('after a deployment the services that tell of one tell of the new one', async () => {
  const sandbox = await bootSandbox({ assembly: littleApp(), start: AT, scheduleEvery: 'PT0S' });
  try {
    const settings = {
      region: 'us-east-1',
      credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
      endpoint: sandbox.url,
    };
    const told = async () => {
      const { Stacks = [] } = await new CloudFormationClient(settings).send(
        new DescribeStacksCommand({ StackName: 'service' }),
      );
      const { MetricAlarms = [] } = await new CloudWatchClient(settings).send(new DescribeAlarmsCommand({}));
      const outputs = (Stacks[0]?.Outputs ?? []).map(({ OutputKey }) => OutputKey);
      return [outputs.includes('LostUrl'), MetricAlarms.map(({ AlarmName }) => AlarmName)];
    };
    expect(await told()).toEqual([false, []]);
    await sandbox.deploy(
      littleApp((service) => {
        Object.assign(service.Resources as object, {
          Lost: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'lost' } },
          Late: { Type: 'AWS::CloudWatch::Alarm', Properties: { AlarmName: 'late' } },
        });
        service.Outputs = { ...(service.Outputs as object), LostUrl: { Value: { Ref: 'Lost' } } };
      }),
    );
    expect(await told()).toEqual([true, ['late']]);
    const QueueUrl = 'https://sqs.us-east-1.amazonaws.com/123456789012/lost';
    const { Attributes } = await new SQSClient(settings).send(
      new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }),
    );
    expect(Attributes?.ApproximateNumberOfMessages).toBe('0');
  } finally {
    await sandbox.close();
  }
});
