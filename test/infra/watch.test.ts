import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { expect, test } from 'vitest';
import { ALARMS, descriptionOf, type Each, NOTICES, SERVICE_ALARMS } from '../../infra/alarm-list.ts';
import { CertificateAlarm } from '../../infra/constructs/edge-alarms.ts';
import { FEEDS } from '../../infra/constructs/watched.ts';
import { doorNames } from '../../infra/doors.ts';
import { logMetricNames, logMetrics, patternOf } from '../../infra/log-metrics.ts';
import { compile } from '../../sandbox/events/pattern.ts';
import { hosted, hostedConfig } from './hosted.ts';
import { all, type Json, only, service, target } from './templates.ts';

const PREFIX = 'pip-follow-up-dev-';
const WORKFLOWS = ['plan-lifecycle', 'bulk-work'];
const QUEUES = ['effects', 'feedback', 'mail', 'news', 'sweeps'];
const EACH: Partial<Record<Each, readonly string[]>> = {
  function: [...doorNames],
  workflow: WORKFLOWS,
  queue: QUEUES,
  feed: [...FEEDS],
};

const alarms = new Map<string, Json>(
  all(service, 'AWS::CloudWatch::Alarm').map(([, { Properties }]) => [
    String(Properties.AlarmName).slice(PREFIX.length),
    Properties,
  ]),
);
const alarm = (name: string): Json => alarms.get(name) ?? expect.unreachable(`no alarm ${name}`);
const measured = (name: string): Json => {
  const { Threshold, ComparisonOperator, Period, Statistic, ExtendedStatistic, Namespace, MetricName } =
    alarm(name);
  return [Namespace, MetricName, Statistic ?? ExtendedStatistic, Period, ComparisonOperator, Threshold];
};
const [topicId] = only(service, 'AWS::SNS::Topic');
const { service: production, edge } = hosted();

test('CDK-20: every alarm of the list is there, once or for each that it is about, and no other', () => {
  const expected = SERVICE_ALARMS.flatMap((note) =>
    'each' in note && note.each ? (EACH[note.each] ?? []).map((which) => `${note.id}-${which}`) : [note.id],
  );
  expect([...alarms.keys()].sort()).toEqual(expected.sort());
});

test('CDK-20: operators are told when an alarm goes off, and when all is well again', () => {
  for (const [name, { AlarmActions, OKActions }] of alarms) {
    expect([AlarmActions, OKActions], name).toEqual([[{ Ref: topicId }], [{ Ref: topicId }]]);
  }
});

test('CDK-20: an alarm says what it means, what people feel of it and which page says what to do', () => {
  for (const note of SERVICE_ALARMS) {
    const described = [...alarms].filter(
      ([, { AlarmDescription }]) => AlarmDescription === descriptionOf(note),
    );
    expect(
      described.map(([name]) => name.startsWith(note.id)),
      note.id,
    ).toContain(true);
    expect(descriptionOf(note).length).toBeLessThan(1024);
  }
  const ids = [...ALARMS, ...NOTICES].map(({ id }) => id);
  expect(ids.filter((id) => !/^[a-z]+(-[a-z]+)*$/.test(id))).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
});

const AT_LEAST = 'GreaterThanOrEqualToThreshold';
const OURS = 'PipFollowUp/dev';

test.each([
  ['mail-bounce-rate', ['AWS/SES', 'Reputation.BounceRate', 'Maximum', 3600, AT_LEAST, 0.05]],
  ['mail-complaint-rate', ['AWS/SES', 'Reputation.ComplaintRate', 'Maximum', 3600, AT_LEAST, 0.001]],
  ['mail-complaint', ['AWS/SES', 'Complaint', 'Sum', 300, AT_LEAST, 1]],
  ['mail-rejected', ['AWS/SES', 'Reject', 'Sum', 300, AT_LEAST, 1]],
  ['mail-quota', [OURS, 'SendingQuotaPercent', 'Maximum', 900, AT_LEAST, 80]],
  ['mail-given-up', [OURS, 'MailsGivenUp', 'Sum', 300, AT_LEAST, 1]],
  ['outbox-late', [OURS, 'OldestPendingMinutes', 'Maximum', 900, AT_LEAST, 15]],
])('SES-10: %s goes off at its figure', (name, expected) => {
  expect(measured(name)).toEqual(expected);
});

const expressionOf = (name: string): [string, string[]] => {
  const { Metrics } = alarm(name);
  const { Expression } = Metrics.find((each: Json) => each.Expression);
  return [Expression, Metrics.flatMap(({ MetricStat }: Json) => MetricStat?.Metric.MetricName ?? [])];
};

test('SES-10: an unknown outcome counts whether the mailer met it or the sweeper found it', () => {
  expect(expressionOf('mail-unknown')).toEqual([
    'FILL(atOnce, 0) + FILL(later, 0)',
    ['MailsUnknown', 'MailsFoundUnknown'],
  ]);
});

test('SES-8: a pause counts whether a mail met it or the sweeper asked', () => {
  expect(expressionOf('mail-paused')).toEqual([
    'MAX([FILL(asked, 0), FILL(met, 0)])',
    ['SendingPaused', 'MailPaused'],
  ]);
});

const STATES = 'AWS/States';

test.each([
  ['executions-failed', 'ExecutionsFailed'],
  ['executions-timed-out', 'ExecutionsTimedOut'],
  ['executions-throttled', 'ExecutionThrottled'],
])('SFN-9: %s goes off with the first one of either workflow', (id, metric) => {
  for (const [workflow, logicalId] of [
    ['plan-lifecycle', 'PlanLifecycle'],
    ['bulk-work', 'BulkWork'],
  ]) {
    const name = `${id}-${workflow}`;
    expect(measured(name)).toEqual([STATES, metric, 'Sum', 300, AT_LEAST, 1]);
    expect(alarm(name).Dimensions).toEqual([{ Name: 'StateMachineArn', Value: { Ref: logicalId } }]);
  }
});

test('SFN-9: executions that the record itself ended are not counted as aborted', () => {
  expect(expressionOf('executions-aborted-plan-lifecycle')).toEqual([
    'aborted - FILL(ordered, 0)',
    ['ExecutionsAborted', 'StopsOrdered'],
  ]);
  expect(measured('executions-aborted-bulk-work')).toEqual([
    STATES,
    'ExecutionsAborted',
    'Sum',
    3600,
    AT_LEAST,
    3,
  ]);
});

test('SFN-9: executions that drive no plan any more are noticed when they are more than a matter of moments', () => {
  expect(measured('executions-orphaned')).toEqual([OURS, 'OrphanExecutions', 'Sum', 3600, AT_LEAST, 3]);
});

test('SFN-9: late plans show from the line of the sweeper, and between two rounds nobody knows better', () => {
  expect(measured('plans-stuck')).toEqual([OURS, 'StuckPlans', 'Maximum', 900, AT_LEAST, 1]);
  expect(measured('plans-overdue')).toEqual([OURS, 'OldestOverdueMinutes', 'Maximum', 900, AT_LEAST, 60]);
  expect(alarm('plans-stuck').TreatMissingData).toBe('ignore');
});

test('SFN-9: a sweeper that has not run for 45 minutes is missed', () => {
  expect(measured('sweep-missing')).toEqual([
    OURS,
    'OldestPendingMinutes',
    'SampleCount',
    2700,
    'LessThanThreshold',
    1,
  ]);
  expect(alarm('sweep-missing').TreatMissingData).toBe('breaching');
});

test('CDK-15: each queue of what was given up has an alarm on its first message', () => {
  const watched = [...alarms].filter(([name]) => name.startsWith('queue-not-empty'));
  const queues = watched.map(([, { Dimensions }]) => target(Dimensions[0].Value)).sort();
  expect(queues).toEqual(
    all(service, 'AWS::SQS::Queue')
      .map(([id]) => id)
      .sort(),
  );
  for (const [name] of watched)
    expect(measured(name).slice(1)).toEqual([
      'ApproximateNumberOfMessagesVisible',
      'Maximum',
      300,
      AT_LEAST,
      1,
    ]);
});

test('both feeds of the stream are watched for falling behind', () => {
  expect(FEEDS.map((feed) => measured(`feed-behind-${feed}`))).toEqual(
    FEEDS.map(() => ['AWS/Lambda', 'IteratorAge', 'Maximum', 300, AT_LEAST, 300_000]),
  );
  const fed = all(service, 'AWS::Lambda::EventSourceMapping').map(([, { Properties }]) =>
    target(Properties.FunctionName),
  );
  expect(FEEDS.map((feed) => target(alarm(`feed-behind-${feed}`).Dimensions[0].Value)).sort()).toEqual(
    fed.sort(),
  );
});

test('each figure is taken from the log of the function that writes it', () => {
  const filters = all(service, 'AWS::Logs::MetricFilter').map(([, { Properties }]) => Properties);
  expect(
    Object.fromEntries(
      filters.map(({ LogGroupName, FilterPattern, MetricTransformations: [transformation] }: Json) => [
        transformation.MetricName,
        [
          target(LogGroupName)
            ?.replace(/Log[^a-z].*/, '')
            .toLowerCase(),
          FilterPattern,
        ],
      ]),
    ),
  ).toEqual(
    Object.fromEntries(
      logMetricNames.map((name) => [name, [logMetrics[name].door, patternOf(logMetrics[name])]]),
    ),
  );
});

test('operators are written to, and nobody but services of this account may write to their topic', () => {
  const addresses = all(production, 'AWS::SNS::Subscription').map(([, { Properties }]) => [
    Properties.Protocol,
    Properties.Endpoint,
  ]);
  expect(addresses).toEqual(hostedConfig.operators.map((address) => ['email', address]));
  const [, policy] = only(service, 'AWS::SNS::TopicPolicy');
  const statements: Json[] = policy.Properties.PolicyDocument.Statement;
  expect(statements.filter(({ Effect }) => Effect === 'Deny')).toMatchObject([
    { Action: 'sns:Publish', Principal: '*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
  ]);
  const allowed = statements.filter(({ Effect }) => Effect === 'Allow');
  const services = new Set(allowed.map(({ Principal }) => Principal.Service));
  expect([...services].sort()).toEqual(
    ['budgets', 'cloudwatch', 'events'].map((one) => `${one}.amazonaws.com`),
  );
  for (const { Action, Condition, Principal } of allowed) {
    expect(Action).toBe('sns:Publish');
    if (Principal.Service !== 'events.amazonaws.com')
      expect(Condition).toEqual({ StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } });
  }
});

const rules = new Map<string, Json>(
  all(service, 'AWS::Events::Rule').map(([id, { Properties }]) => [
    id.replace(/[0-9A-F]{8}$/, ''),
    Properties,
  ]),
);

test('INV-15: an execution that fails, takes too long or is stopped by nobody of ours is news to operators', () => {
  const patternsOf = (id: string) => rules.get(id).EventPattern;
  const machines = { stateMachineArn: [{ Ref: 'PlanLifecycle' }, { Ref: 'BulkWork' }] };
  const states = { source: ['aws.states'], 'detail-type': ['Step Functions Execution Status Change'] };
  expect(patternsOf('WatchExecutionsFailed')).toEqual({
    ...states,
    detail: { ...machines, status: ['FAILED', 'TIMED_OUT'] },
  });
  expect(patternsOf('WatchExecutionsAborted')).toEqual({
    ...states,
    detail: {
      ...machines,
      status: ['ABORTED'],
      error: [
        { 'anything-but': ['Superseded', 'ReplacedByOperator', 'StoppedByOperator', 'Stopped'] },
        { exists: false },
        null,
      ],
    },
  });
});

test('INV-15: a stop is news whenever nobody of ours gave the reason, and also when nobody gave any', () => {
  const { detail } = rules.get('WatchExecutionsAborted').EventPattern;
  const isNews = compile({ detail: { error: detail.error } });
  const stopped = (error?: unknown) =>
    isNews({ detail: { name: 'x', ...(error !== undefined && { error }) } });
  expect([stopped(), stopped(null), stopped('ByHand'), stopped('Superseded')]).toEqual([
    true,
    true,
    true,
    false,
  ]);
});

test('CDK-14: whoever takes the key of the record away is noticed', () => {
  expect(rules.get('WatchKeyRule').EventPattern.detail).toMatchObject({
    eventName: ['DisableKey', 'ScheduleKeyDeletion', 'DisableKeyRotation', 'PutKeyPolicy'],
    resources: { ARN: [{ 'Fn::ImportValue': expect.stringContaining('DataKey') }] },
  });
});

test('a month has a budget, told of at 80 % of it and when it will be passed; without one nothing is made', () => {
  const [, { Properties }] = only(service, 'AWS::Budgets::Budget');
  expect(Properties.Budget).toMatchObject({
    BudgetLimit: { Amount: 25, Unit: 'USD' },
    CostFilters: { TagKeyValue: ['user:application$pip-follow-up'] },
    TimeUnit: 'MONTHLY',
  });
  const told = Properties.NotificationsWithSubscribers.map(({ Notification, Subscribers }: Json) => [
    Notification.NotificationType,
    Notification.Threshold,
    Subscribers,
  ]);
  const subscribers = [{ SubscriptionType: 'SNS', Address: { Ref: topicId } }];
  expect(told).toEqual([
    ['ACTUAL', 80, subscribers],
    ['FORECASTED', 100, subscribers],
  ]);
});

test('there is one dashboard, and it shows every alarm', () => {
  const [, { Properties }] = only(service, 'AWS::CloudWatch::Dashboard');
  const body = JSON.stringify(Properties.DashboardBody);
  const shown = all(service, 'AWS::CloudWatch::Alarm').filter(([id]) => !body.includes(id));
  expect(shown).toEqual([]);
});

test('CDK-18: requests that do not show the key of CloudFront are counted, whichever function turned them away', () => {
  expect(expressionOf('past-the-edge')).toEqual([
    'FILL(pages, 0) + FILL(admin, 0) + FILL(executions, 0) + FILL(api, 0)',
    ['PastTheEdgePages', 'PastTheEdgeAdmin', 'PastTheEdgeExecutions', 'PastTheEdgeApi'],
  ]);
  expect(patternOf(logMetrics.PastTheEdgePages)).toBe(
    '{ ($.message = "refused") && ($.code = "past_the_edge") }',
  );
});

test('CDK-20: each host has an alarm where CloudFront counts, which tells the operators from there', () => {
  const [topic] = only(edge, 'AWS::SNS::Topic');
  const subscribed = all(edge, 'AWS::SNS::Subscription').map(([, { Properties }]) => Properties.Endpoint);
  expect(subscribed).toEqual(hostedConfig.operators);
  const hosts = all(edge, 'AWS::CloudFront::Distribution').map(([id]) => id);
  const watching = all(edge, 'AWS::CloudWatch::Alarm').map(([, { Properties }]) => Properties);
  expect(watching.map(({ AlarmName }) => AlarmName)).toEqual([
    'pip-follow-up-prod-2-edge-errors-participants',
    'pip-follow-up-prod-2-edge-errors-admin',
  ]);
  for (const [at, found] of watching.entries())
    expect(found).toMatchObject({
      Namespace: 'AWS/CloudFront',
      MetricName: '5xxErrorRate',
      Statistic: 'Average',
      Period: 300,
      EvaluationPeriods: 3,
      Threshold: 10,
      ComparisonOperator: AT_LEAST,
      TreatMissingData: 'notBreaching',
      Dimensions: [
        { Name: 'DistributionId', Value: { Ref: hosts[at] } },
        { Name: 'Region', Value: 'Global' },
      ],
      AlarmActions: [{ Ref: topic }],
      OKActions: [{ Ref: topic }],
    });
});

test('CDK-20: a certificate that the configuration names is watched for its last 30 days', () => {
  const stack = new Stack(new App(), 'service');
  const arn = 'arn:aws:acm:eu-west-1:123456789012:certificate/api';
  const operators = new Topic(stack, 'Operators');
  new CertificateAlarm(stack, 'Expiry', { stage: 'dev', which: 'api', arn, operators });
  const [, { Properties }] = only(Template.fromStack(stack), 'AWS::CloudWatch::Alarm');
  expect(Properties).toMatchObject({
    AlarmName: 'pip-follow-up-dev-certificate-expires-api',
    Namespace: 'AWS/CertificateManager',
    MetricName: 'DaysToExpiry',
    Dimensions: [{ Name: 'CertificateArn', Value: arn }],
    ComparisonOperator: 'LessThanThreshold',
    Threshold: 30,
  });
});
