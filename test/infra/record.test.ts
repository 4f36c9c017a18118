import { expect, test } from 'vitest';
import { graphOf, neededBy } from './deploy-graph.ts';
import { all, data, only } from './templates.ts';

const [tableId, table] = only(data, 'AWS::DynamoDB::Table');
const secrets = all(data, 'AWS::SecretsManager::Secret');
const pool = only(data, 'AWS::Cognito::UserPool');

test('CDK-3: whoever takes the record back into a lost stack needs nothing but it and its key', () => {
  const graph = graphOf(data);
  expect([...neededBy(graph, 'PlanTable')]).toEqual(['DataKey']);
});

test('CDK-3: the table is paid by use, encrypted with the key of the deployment, recoverable to any second and protected from deletion', () => {
  expect(table.Properties).toMatchObject({
    BillingMode: 'PAY_PER_REQUEST',
    SSESpecification: {
      SSEEnabled: true,
      SSEType: 'KMS',
      KMSMasterKeyId: { 'Fn::GetAtt': ['DataKey', 'Arn'] },
    },
    TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true },
    PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    DeletionProtectionEnabled: true,
  });
});

test('CDK-3: the table, the keys of links and sessions, and the people outlive their stack under ids that never change', () => {
  expect([tableId, pool[0], ...secrets.map(([id]) => id).sort()]).toEqual([
    'PlanTable',
    'People',
    'LinkSecret',
    'SessionSecret',
  ]);
  for (const kept of [table, pool[1]])
    expect([kept.DeletionPolicy, kept.UpdateReplacePolicy]).toEqual(['Retain', 'Retain']);
  // Nothing was ever sealed with a key whose first deployment failed.
  for (const [id, { DeletionPolicy, UpdateReplacePolicy }] of secrets)
    expect([DeletionPolicy, UpdateReplacePolicy], id).toEqual(['RetainExceptOnCreate', 'Retain']);
});

test('the table has the keys, indexes and stream that the store is written for', () => {
  const keys = (hash: string, range: string) => [
    { AttributeName: hash, KeyType: 'HASH' },
    { AttributeName: range, KeyType: 'RANGE' },
  ];
  const whole = { ProjectionType: 'ALL' };
  expect(table.Properties.KeySchema).toEqual(keys('pk', 'sk'));
  expect(table.Properties.GlobalSecondaryIndexes).toEqual([
    { IndexName: 'due', KeySchema: keys('duePk', 'dueSk'), Projection: whole },
    { IndexName: 'plans', KeySchema: keys('listPk', 'listSk'), Projection: whole },
  ]);
  expect(table.Properties.StreamSpecification).toEqual({ StreamViewType: 'NEW_IMAGE' });
  // No row of a record carries it: the contract of the store says so.
  expect(table.Properties.TimeToLiveSpecification).toEqual({ AttributeName: 'ttl', Enabled: true });
});

test.each(secrets)('the first key of %s is generated, never written down', (_, secret) => {
  expect(secret.Properties.GenerateSecretString).toEqual({
    SecretStringTemplate: '{"current":"k1"}',
    GenerateStringKey: 'k1',
    PasswordLength: 64,
    ExcludePunctuation: true,
  });
  expect(secret.Properties).not.toHaveProperty('SecretString');
});

test('the data stack holds what must be kept, and nothing else', () => {
  const types = Object.values(data.toJSON().Resources as Record<string, { Type: string }>).map(
    ({ Type }) => Type,
  );
  expect([...new Set(types)].sort()).toEqual([
    'AWS::Cognito::UserPool',
    'AWS::Cognito::UserPoolDomain',
    'AWS::Cognito::UserPoolGroup',
    'AWS::Cognito::UserPoolResourceServer',
    'AWS::DynamoDB::Table',
    'AWS::KMS::Alias',
    'AWS::KMS::Key',
    'AWS::SES::ConfigurationSet',
    'AWS::SES::ConfigurationSetEventDestination',
    'AWS::SES::EmailIdentity',
    'AWS::SecretsManager::Secret',
  ]);
});
