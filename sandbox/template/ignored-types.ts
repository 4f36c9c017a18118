import { EDGE_IGNORED } from './edge-types.ts';
import { arnOf, byArn, type Identify, named } from './identity.ts';

/** A type of resource the sandbox knows and does not start. */
export interface IgnoredType {
  reason: string;
  /** How others refer to it. */
  identify: Identify;
  nameProperty?: string;
}

const generic = (type: string): Identify => {
  const [, service = '', kind = ''] = type.split('::');
  return named((name) => arnOf(service.toLowerCase(), `${kind.toLowerCase()}/${name}`));
};

const ignored = (type: string, reason: string, identify = generic(type), nameProperty?: string) =>
  [type, { reason, identify, ...(nameProperty ? { nameProperty } : {}) }] as const;

const WATCHED = 'for watching the deployed system; nothing to run here';
const QUEUED = 'takes what was given up; the sandbox lists that as `poisoned`';
const TOLD = 'tells operators of the deployed system; nothing to run here';
const RESOURCE_POLICY = 'who may call from outside is not checked; what a role allows is';

export const IGNORED: Record<string, IgnoredType> = Object.fromEntries([
  ...Object.entries(EDGE_IGNORED),
  ignored('AWS::CDK::Metadata', 'usage figures for AWS'),
  ignored('AWS::SQS::QueuePolicy', RESOURCE_POLICY),
  ignored('AWS::SNS::TopicPolicy', RESOURCE_POLICY),
  ignored('AWS::Events::EventBusPolicy', RESOURCE_POLICY),
  ignored('AWS::SecretsManager::ResourcePolicy', RESOURCE_POLICY),
  ignored('AWS::Logs::ResourcePolicy', RESOURCE_POLICY),
  ignored(
    'AWS::Logs::LogGroup',
    'log lines are kept by the sandbox itself',
    (name) => {
      const arn = `${arnOf('logs', `log-group:${name}`)}:*`;
      return { arn, ref: name, attributes: { Arn: arn } };
    },
    'LogGroupName',
  ),
  ignored('AWS::Logs::MetricFilter', WATCHED),
  ignored(
    'AWS::CloudWatch::Alarm',
    WATCHED,
    named((name) => arnOf('cloudwatch', `alarm:${name}`)),
    'AlarmName',
  ),
  ignored('AWS::CloudWatch::CompositeAlarm', WATCHED),
  ignored('AWS::CloudWatch::Dashboard', WATCHED),
  ignored('AWS::XRay::Group', WATCHED),
  ignored(
    'AWS::SQS::Queue',
    QUEUED,
    (name) => {
      const arn = arnOf('sqs', name);
      const url = `https://sqs.us-east-1.amazonaws.com/123456789012/${name}`;
      return { arn, ref: url, attributes: { Arn: arn, QueueName: name, QueueUrl: url } };
    },
    'QueueName',
  ),
  ignored(
    'AWS::SNS::Topic',
    TOLD,
    byArn(
      (name) => arnOf('sns', name),
      (name) => ({ TopicName: name }),
    ),
    'TopicName',
  ),
  ignored('AWS::SNS::Subscription', TOLD),
  ignored('AWS::Budgets::Budget', TOLD),
  ignored(
    'AWS::StepFunctions::StateMachineVersion',
    'executions are started of the state machine itself',
    byArn((name) => arnOf('states', `stateMachine:${name}:1`)),
  ),
  ignored('AWS::Cognito::ManagedLoginBranding', 'the sandbox has its own sign-in page'),
  ignored('AWS::KMS::Alias', 'encryption at rest does not show from outside'),
  ignored('AWS::Events::Archive', 'events are recorded by the sandbox itself'),
  ignored('AWS::Scheduler::ScheduleGroup', 'a label'),
]);
