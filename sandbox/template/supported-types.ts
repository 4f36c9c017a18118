import { patternFault } from '../events/pattern.ts';
import { EDGE_TYPES } from './edge-types.ts';
import { arnOf, byArn, byId, idFrom, named } from './identity.ts';
import { MAIL_TYPES } from './mail-types.ts';
import { SIGN_IN_TYPES } from './sign-in-types.ts';
import { isNot, type SupportedType } from './supported-type.ts';

const LABEL = 'a label';
const ENCRYPTED = 'encryption at rest does not show from outside';
const OPERATED = 'for operating the deployed system; nothing to run here';
const THROTTLED = 'the sandbox does not throttle';

export const SUPPORTED: Record<string, SupportedType> = {
  ...EDGE_TYPES,
  ...SIGN_IN_TYPES,
  ...MAIL_TYPES,
  'AWS::DynamoDB::Table': {
    nameProperty: 'TableName',
    longestName: 255,
    identify: (name) => {
      const arn = arnOf('dynamodb', `table/${name}`);
      return { arn, ref: name, attributes: { Arn: arn, StreamArn: `${arn}/stream/2026-01-01T00:00:00.000` } };
    },
    used: [
      ...[
        'TableName',
        'KeySchema',
        'AttributeDefinitions',
        'GlobalSecondaryIndexes',
        'LocalSecondaryIndexes',
      ],
      ...['BillingMode', 'ProvisionedThroughput', 'StreamSpecification', 'PointInTimeRecoverySpecification'],
      'SSESpecification',
    ],
    ignored: {
      DeletionProtectionEnabled: OPERATED,
      ContributorInsightsSpecification: OPERATED,
      TableClass: 'a matter of price',
      OnDemandThroughput: THROTTLED,
      WarmThroughput: THROTTLED,
      TimeToLiveSpecification: 'items do not expire; AWS promises no moment for it either',
      Tags: LABEL,
    },
  },
  'AWS::Lambda::Function': {
    nameProperty: 'FunctionName',
    longestName: 64,
    identify: named((name) => arnOf('lambda', `function:${name}`)),
    used: [
      ...['FunctionName', 'Code', 'Handler', 'Runtime', 'Role', 'Environment', 'Timeout', 'MemorySize'],
      'ReservedConcurrentExecutions',
    ],
    ignored: {
      Architectures: 'bundles are JavaScript',
      Description: LABEL,
      Tags: LABEL,
      TracingConfig: OPERATED,
      LoggingConfig: 'every line is kept, as written',
      KmsKeyArn: ENCRYPTED,
      EphemeralStorage: 'the temporary folder of this machine is used',
      DeadLetterConfig: 'what an asynchronous call gave up is listed as `poisoned`',
      RecursiveLoop: OPERATED,
      RuntimeManagementConfig: OPERATED,
      CodeSigningConfigArn: OPERATED,
    },
    refuse: (properties) =>
      isNot(properties, 'Runtime', ['nodejs24.x', 'nodejs22.x']) ?? isNot(properties, 'PackageType', ['Zip']),
  },
  'AWS::Lambda::Permission': {
    identify: byId(12, (id) => arnOf('lambda', `permission:${id}`)),
    // Only rules of EventBridge are asked for theirs.
    used: ['Action', 'FunctionName', 'Principal', 'SourceArn', 'SourceAccount'],
  },
  'AWS::Lambda::EventInvokeConfig': {
    identify: byId(12, (id) => arnOf('lambda', `event-invoke-config:${id}`)),
    used: ['FunctionName', 'Qualifier', 'MaximumRetryAttempts'],
    ignored: {
      MaximumEventAgeInSeconds: 'two attempts after the first end well within it',
      DestinationConfig: 'what an asynchronous call gave up is listed as `poisoned`',
    },
    refuse: (properties) => isNot(properties, 'Qualifier', ['$LATEST']),
  },
  'AWS::Lambda::EventSourceMapping': {
    identify: byId(
      12,
      (id) => arnOf('lambda', `event-source-mapping:${id}`),
      (id) => ({ Id: id }),
    ),
    used: [
      ...['EventSourceArn', 'FunctionName', 'Enabled', 'BatchSize', 'StartingPosition', 'FilterCriteria'],
      ...['BisectBatchOnFunctionError', 'MaximumRetryAttempts', 'MaximumRecordAgeInSeconds'],
      'FunctionResponseTypes',
    ],
    ignored: {
      MaximumBatchingWindowInSeconds: 'a batch is delivered as soon as it is there',
      ParallelizationFactor: 'batches are delivered one at a time',
      DestinationConfig: 'a record that was given up is listed as `poisoned`',
      KmsKeyArn: ENCRYPTED,
      MetricsConfig: OPERATED,
      Tags: LABEL,
    },
    refuse: ({ EventSourceArn }) =>
      /^arn:aws:dynamodb:.*\/stream\//.test(`${EventSourceArn}`)
        ? undefined
        : `EventSourceArn ${EventSourceArn} (supported: the stream of a DynamoDB table)`,
  },
  'AWS::StepFunctions::StateMachine': {
    nameProperty: 'StateMachineName',
    longestName: 80,
    identify: byArn(
      (name) => arnOf('states', `stateMachine:${name}`),
      (name) => ({ Name: name, StateMachineRevisionId: 'INITIAL' }),
    ),
    used: [
      'StateMachineName',
      'StateMachineType',
      'Definition',
      'DefinitionString',
      'DefinitionSubstitutions',
      'RoleArn',
      'LoggingConfiguration',
      'EncryptionConfiguration',
    ],
    ignored: {
      TracingConfiguration: OPERATED,
      Tags: LABEL,
    },
    refuse: (properties) => isNot(properties, 'StateMachineType', ['STANDARD']),
  },
  'AWS::ApiGatewayV2::Api': {
    identify: (name) => {
      const id = idFrom(name, 10);
      return {
        arn: `arn:aws:apigateway:us-east-1::/apis/${id}`,
        ref: id,
        attributes: { ApiId: id, ApiEndpoint: `https://${id}.execute-api.us-east-1.amazonaws.com` },
      };
    },
    used: ['Name', 'ProtocolType'],
    ignored: {
      Description: LABEL,
      Tags: LABEL,
      DisableExecuteApiEndpoint: 'the sandbox serves at its own address',
    },
    refuse: (properties) => isNot(properties, 'ProtocolType', ['HTTP']),
  },
  'AWS::ApiGatewayV2::Route': {
    identify: byId(
      7,
      (id) => `arn:aws:apigateway:us-east-1::/routes/${id}`,
      (id) => ({ RouteId: id }),
    ),
    used: ['ApiId', 'RouteKey', 'Target', 'AuthorizationType', 'AuthorizerId', 'AuthorizationScopes'],
    refuse: (properties) => isNot(properties, 'AuthorizationType', ['NONE', 'AWS_IAM', 'JWT']),
  },
  'AWS::ApiGatewayV2::Integration': {
    identify: byId(
      7,
      (id) => `arn:aws:apigateway:us-east-1::/integrations/${id}`,
      (id) => ({ IntegrationId: id }),
    ),
    used: ['ApiId', 'IntegrationType', 'IntegrationUri', 'IntegrationMethod', 'PayloadFormatVersion'],
    ignored: { TimeoutInMillis: 'the time limit of the function is kept', Description: LABEL },
    refuse: (properties) =>
      isNot(properties, 'IntegrationType', ['AWS_PROXY']) ??
      isNot(properties, 'PayloadFormatVersion', ['2.0']),
  },
  'AWS::ApiGatewayV2::Stage': {
    identify: (name) => ({ arn: `arn:aws:apigateway:us-east-1::/stages/${name}`, ref: name, attributes: {} }),
    nameProperty: 'StageName',
    used: ['ApiId', 'StageName', 'AutoDeploy'],
    ignored: {
      DefaultRouteSettings: THROTTLED,
      RouteSettings: THROTTLED,
      AccessLogSettings: OPERATED,
      Description: LABEL,
      Tags: LABEL,
    },
  },
  'AWS::Events::EventBus': {
    nameProperty: 'Name',
    identify: named(
      (name) => arnOf('events', `event-bus/${name}`),
      (name) => ({ Name: name }),
    ),
    used: ['Name'],
    ignored: {
      Description: LABEL,
      Tags: LABEL,
      KmsKeyIdentifier: ENCRYPTED,
      DeadLetterConfig: OPERATED,
      LogConfig: OPERATED,
    },
  },
  'AWS::Events::Rule': {
    nameProperty: 'Name',
    longestName: 64,
    identify: named((name) => arnOf('events', `rule/${name}`)),
    used: ['Name', 'ScheduleExpression', 'EventPattern', 'State', 'Targets', 'EventBusName'],
    ignored: { Description: LABEL, Tags: LABEL },
    refuse: ({ EventPattern }) => (EventPattern === undefined ? undefined : patternFault(EventPattern)),
  },
  'AWS::Scheduler::Schedule': {
    nameProperty: 'Name',
    longestName: 64,
    identify: named((name) => arnOf('scheduler', `schedule/default/${name}`)),
    used: ['Name', 'ScheduleExpression', 'ScheduleExpressionTimezone', 'State', 'Target'],
    ignored: {
      FlexibleTimeWindow: 'every run starts at its exact moment',
      GroupName: LABEL,
      Description: LABEL,
      KmsKeyArn: ENCRYPTED,
    },
  },
  'AWS::SecretsManager::Secret': {
    nameProperty: 'Name',
    identify: (name) => {
      const arn = arnOf('secretsmanager', `secret:${name}-${idFrom(name, 6)}`);
      return { arn, ref: arn, attributes: { Id: arn, Arn: arn } };
    },
    used: ['Name', 'SecretString', 'GenerateSecretString', 'KmsKeyId'],
    ignored: { Description: LABEL, Tags: LABEL, ReplicaRegions: OPERATED },
  },
  'AWS::KMS::Key': {
    identify: byId(
      32,
      (id) => arnOf('kms', `key/${id}`),
      (id) => ({ KeyId: id }),
    ),
    used: ['KeyPolicy'],
    ignored: {
      Description: LABEL,
      Tags: LABEL,
      EnableKeyRotation: ENCRYPTED,
      RotationPeriodInDays: ENCRYPTED,
      PendingWindowInDays: OPERATED,
    },
  },
  'AWS::IAM::Role': {
    nameProperty: 'RoleName',
    longestName: 64,
    identify: named(
      (name) => `arn:aws:iam::123456789012:role/${name}`,
      (name) => ({ RoleId: `AROA${idFrom(name, 17).toUpperCase()}` }),
    ),
    used: ['RoleName', 'Policies', 'ManagedPolicyArns'],
    ignored: {
      AssumeRolePolicyDocument: 'who may take the role is not checked',
      Description: LABEL,
      Tags: LABEL,
      MaxSessionDuration: 'sessions do not end',
      Path: LABEL,
    },
  },
  'AWS::IAM::Policy': {
    identify: named((name) => `arn:aws:iam::123456789012:policy/${name}`),
    used: ['PolicyName', 'PolicyDocument', 'Roles'],
  },
  'AWS::IAM::ManagedPolicy': {
    nameProperty: 'ManagedPolicyName',
    longestName: 128,
    identify: byArn((name) => `arn:aws:iam::123456789012:policy/${name}`),
    used: ['ManagedPolicyName', 'PolicyDocument', 'Roles'],
    ignored: { Description: LABEL, Path: LABEL },
  },
};
