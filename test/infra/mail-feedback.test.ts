import { expect, test } from 'vitest';
import { all, type Json, service, target } from './templates.ts';

const rules = all(service, 'AWS::Events::Rule').filter(([, { Properties }]) =>
  Properties.EventPattern?.source?.includes('aws.ses'),
);

test('SES-3: what SES says of our mail, and nothing about reading it, comes to one function', () => {
  expect(rules.map(([, { Properties }]) => Properties.EventPattern)).toEqual([
    {
      source: ['aws.ses'],
      'detail-type': [
        'Email Sent',
        'Email Delivered',
        'Email Delivery Delayed',
        'Email Bounced',
        'Email Complaint Received',
        'Email Rejected',
        'Email Rendering Failed',
      ],
      detail: { mail: { tags: { 'ses:configuration-set': ['pip-follow-up-dev'] } } },
    },
  ]);
  expect(rules[0]?.[1].Properties).not.toHaveProperty('EventBusName');
});

test('CDK-16, SES-3: an event that cannot be handed over is tried for a day, and then kept', () => {
  expect(rules[0]?.[1].Properties.Targets).toEqual([
    {
      Id: 'Target0',
      Arn: { 'Fn::GetAtt': [expect.stringMatching(/^FeedbackFunction/), 'Arn'] },
      RetryPolicy: { MaximumEventAgeInSeconds: 86_400, MaximumRetryAttempts: 185 },
      DeadLetterConfig: { Arn: { 'Fn::GetAtt': [expect.stringMatching(/^UndeliveredFeedback/), 'Arn'] } },
    },
  ]);
});

test('SES-3: an event that the function fails on is brought twice more, and then kept in the same queue', () => {
  const ours = all(service, 'AWS::Lambda::EventInvokeConfig').filter(([, { Properties }]) =>
    target(Properties.FunctionName)?.startsWith('Feedback'),
  );
  expect(ours.map(([, { Properties }]) => Properties)).toEqual([
    {
      FunctionName: { Ref: expect.stringMatching(/^FeedbackFunction/) },
      Qualifier: '$LATEST',
      MaximumRetryAttempts: 2,
      MaximumEventAgeInSeconds: 6 * 3600,
      DestinationConfig: {
        OnFailure: {
          Destination: { 'Fn::GetAtt': [expect.stringMatching(/^UndeliveredFeedback/), 'Arn'] },
        },
      },
    },
  ]);
});

test('the function is called by that rule alone', () => {
  const callers = all(service, 'AWS::Lambda::Permission')
    .map(([, { Properties }]) => Properties)
    .filter(({ FunctionName }: Json) => target(FunctionName)?.startsWith('Feedback'));
  expect(callers).toEqual([
    {
      Action: 'lambda:InvokeFunction',
      FunctionName: { 'Fn::GetAtt': [expect.stringMatching(/^FeedbackFunction/), 'Arn'] },
      Principal: 'events.amazonaws.com',
      SourceArn: { 'Fn::GetAtt': [rules[0]?.[0], 'Arn'] },
    },
  ]);
});
