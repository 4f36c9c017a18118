import { expect, test } from 'vitest';
import { data, only } from './templates.ts';

const [tableId, table] = only(data, 'AWS::DynamoDB::Table');
const [secretId, secret] = only(data, 'AWS::SecretsManager::Secret');

test('CDK-3: the table is paid by use, encrypted, recoverable to any second and protected from deletion', () => {
  expect(table.Properties).toMatchObject({
    BillingMode: 'PAY_PER_REQUEST',
    SSESpecification: { SSEEnabled: true },
    PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    DeletionProtectionEnabled: true,
  });
});

test('CDK-3: the table and the keys of the links outlive their stack under ids that never change', () => {
  expect([tableId, secretId]).toEqual(['PlanTable', 'LinkSecret']);
  for (const kept of [table, secret]) {
    expect([kept.DeletionPolicy, kept.UpdateReplacePolicy]).toEqual(['Retain', 'Retain']);
  }
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

test('the first key of the links is generated, never written down', () => {
  expect(secret.Properties.GenerateSecretString).toEqual({
    SecretStringTemplate: '{"current":"k1"}',
    GenerateStringKey: 'k1',
    PasswordLength: 64,
    ExcludePunctuation: true,
  });
  expect(secret.Properties).not.toHaveProperty('SecretString');
});

test('the data stack holds nothing else', () => {
  expect(Object.keys(data.toJSON().Resources).sort()).toEqual(['LinkSecret', 'PlanTable']);
});
