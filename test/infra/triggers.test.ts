import { expect, test } from 'vitest';
import { all, type Json, service, target } from './templates.ts';

const mappings = new Map<string | undefined, Json>(
  all(service, 'AWS::Lambda::EventSourceMapping').map(([, { Properties }]) => [
    target(Properties.FunctionName)?.replace(/Function.*/, ''),
    Properties,
  ]),
);

test.each([
  ['Effects', ['start-workflow', 'stop-workflow', 'answer-task', 'publish']],
  ['Mailer', ['mail']],
])('%s is handed the outbox rows it takes care of, and nothing else', (name, kinds) => {
  expect(mappings.get(name).FilterCriteria.Filters.map(({ Pattern }: Json) => JSON.parse(Pattern))).toEqual([
    {
      eventName: ['INSERT', 'MODIFY'],
      dynamodb: { NewImage: { status: { S: ['PENDING'] }, kind: { S: kinds } } },
    },
  ]);
});

test('a batch that fails is taken apart, tried again, and in the end kept for somebody to look at', () => {
  expect([...mappings.keys()].sort()).toEqual(['Effects', 'Mailer']);
  for (const properties of mappings.values()) {
    expect(properties).toMatchObject({
      StartingPosition: 'TRIM_HORIZON',
      BatchSize: 10,
      BisectBatchOnFunctionError: true,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      MaximumRetryAttempts: 8,
    });
    expect(target(properties.DestinationConfig.OnFailure.Destination)).toMatch(/^Undelivered/);
  }
});

const rules = all(service, 'AWS::Events::Rule');

test('CDK-16: whatever a rule hands on is tried again, for a time that is said, and kept when nobody takes it', () => {
  const targets = rules.flatMap(([id, { Properties }]) => Properties.Targets.map((one: Json) => [id, one]));
  expect(targets.length).toBeGreaterThan(4);
  for (const [id, { RetryPolicy, DeadLetterConfig }] of targets) {
    expect(RetryPolicy, id).toEqual({
      MaximumEventAgeInSeconds: expect.any(Number),
      MaximumRetryAttempts: expect.any(Number),
    });
    expect(target(DeadLetterConfig.Arn), id).toMatch(/Undelivered/);
  }
});

test('CDK-16: the sweeper is called every 15 minutes, again when that fails, and a lost call is kept', () => {
  const rule = rules.find(([id]) => id.startsWith('SweepRule'))?.[1];
  expect(rule.Properties).toMatchObject({ ScheduleExpression: 'rate(15 minutes)', State: 'ENABLED' });
  expect(rule.Properties.Targets).toEqual([
    {
      Id: 'Target0',
      Arn: { 'Fn::GetAtt': [expect.stringMatching(/^SweeperFunction/), 'Arn'] },
      RetryPolicy: { MaximumEventAgeInSeconds: 600, MaximumRetryAttempts: 2 },
      DeadLetterConfig: { Arn: { 'Fn::GetAtt': [expect.stringMatching(/^UndeliveredSweeps/), 'Arn'] } },
    },
  ]);
});

test('CDK-15: what was not delivered is kept encrypted for two weeks, each kind in a queue of its own', () => {
  const queues = all(service, 'AWS::SQS::Queue');
  expect(queues.map(([id]) => id.replace(/Queue[0-9A-F]{8}$/, '')).sort()).toEqual([
    'UndeliveredEffects',
    'UndeliveredFeedback',
    'UndeliveredMail',
    'UndeliveredSweeps',
    'WatchUndeliveredNews',
  ]);
  for (const [, { Properties }] of queues) {
    expect(Properties).toMatchObject({ SqsManagedSseEnabled: true, MessageRetentionPeriod: 14 * 24 * 3600 });
  }
});

test('CDK-15: where each of them is, a deployment says', () => {
  expect(
    Object.keys(service.toJSON().Outputs)
      .filter((name) => name.startsWith('Undelivered'))
      .sort(),
  ).toEqual(['Effects', 'Feedback', 'Mail', 'News', 'Sweeps'].map((what) => `Undelivered${what}Url`));
});

test('CDK-15: no queue is reached without TLS', () => {
  const protectedQueues = all(service, 'AWS::SQS::QueuePolicy')
    .filter(([, { Properties }]) =>
      Properties.PolicyDocument.Statement.some(
        ({ Effect, Action, Condition }: Json) =>
          Effect === 'Deny' && Action === 'sqs:*' && Condition.Bool['aws:SecureTransport'] === 'false',
      ),
    )
    .flatMap(([, { Properties }]) => Properties.Queues.map(target));
  expect(protectedQueues.sort()).toEqual(
    all(service, 'AWS::SQS::Queue')
      .map(([id]) => id)
      .sort(),
  );
});
