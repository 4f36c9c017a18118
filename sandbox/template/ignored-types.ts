import { arnOf, byArn, byId, type Identify, named } from './identity.ts';

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
const MAILED = 'every mail goes to the inbox of the sandbox, whatever its identity';
const QUEUED = 'takes what was given up; the sandbox lists that as `poisoned`';
const TOLD = 'tells operators of the deployed system; nothing to run here';
const RESOURCE_POLICY = 'who may call from outside is not checked; what a role allows is';

export const IGNORED: Record<string, IgnoredType> = Object.fromEntries([
  ignored('AWS::CDK::Metadata', 'usage figures for AWS'),
  ignored('AWS::Lambda::Permission', RESOURCE_POLICY),
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
  ignored('AWS::SES::EmailIdentity', MAILED, (_, { EmailIdentity }) => {
    const identity = `${EmailIdentity}`;
    const arn = arnOf('ses', `identity/${identity}`);
    return { arn, ref: identity, attributes: { Arn: arn } };
  }),
  ignored(
    'AWS::SES::ConfigurationSet',
    MAILED,
    named((name) => arnOf('ses', `configuration-set/${name}`)),
    'Name',
  ),
  ignored('AWS::SES::ConfigurationSetEventDestination', MAILED),
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
  ignored(
    'AWS::KMS::Key',
    'encryption at rest does not show from outside',
    byId(
      32,
      (id) => arnOf('kms', `key/${id}`),
      (id) => ({ KeyId: id }),
    ),
  ),
  ignored('AWS::Cognito::ManagedLoginBranding', 'the sandbox has its own sign-in page'),
  ignored('AWS::KMS::Alias', 'encryption at rest does not show from outside'),
  ignored('AWS::Events::Archive', 'events are recorded by the sandbox itself'),
  ignored('AWS::Scheduler::ScheduleGroup', 'a label'),
]);
