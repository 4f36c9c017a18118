import { expect, test } from 'vitest';
import { doorNames } from '../../infra/doors.ts';
import { rights, usesOfTheKey } from '../../infra/rights.ts';
import { all, data, doorOf, type Json, only, service, target } from './templates.ts';

const [keyId, key] = only(data, 'AWS::KMS::Key');
const KEY = { 'Fn::ImportValue': expect.stringMatching(/:ExportsOutputFnGetAttDataKeyArn\w+$/) };
const LOGS = { 'Fn::Join': ['', ['arn:aws:logs:us-east-1:', { Ref: 'AWS::AccountId' }, ':*']] };
const list = <T>(value: T | T[]): T[] => (Array.isArray(value) ? value : [value]);

test('CDK-14: the key is made anew every year, outlives its stack, and is there for a month after somebody deleted it', () => {
  expect(keyId).toBe('DataKey');
  expect([key.DeletionPolicy, key.UpdateReplacePolicy]).toEqual(['Retain', 'Retain']);
  expect(key.Properties).toMatchObject({
    EnableKeyRotation: true,
    RotationPeriodInDays: 365,
    PendingWindowInDays: 30,
  });
  expect(only(data, 'AWS::KMS::Alias')[1].Properties).toEqual({
    AliasName: 'alias/pip-follow-up-dev',
    TargetKeyId: { 'Fn::GetAtt': ['DataKey', 'Arn'] },
  });
});

test('CDK-14: its policy names the account, whose roles say the rest, and the delivery of logs; nobody else', () => {
  const root = ['arn:aws:iam::', { Ref: 'AWS::AccountId' }, ':root'];
  expect(key.Properties.KeyPolicy.Statement).toEqual([
    {
      Sid: 'TheAccountDecides',
      Effect: 'Allow',
      Principal: { AWS: { 'Fn::Join': ['', root] } },
      Action: 'kms:*',
      Resource: '*',
    },
    {
      Sid: 'LogsAreDelivered',
      Effect: 'Allow',
      Principal: { Service: 'delivery.logs.amazonaws.com' },
      Action: 'kms:Decrypt',
      Resource: '*',
      Condition: { StringEquals: { 'kms:EncryptionContext:SourceArn': LOGS } },
    },
  ]);
});

test.each(all(data, 'AWS::SecretsManager::Secret'))('CDK-14: %s is encrypted with it', (_, secret) => {
  expect(secret.Properties.KmsKeyId).toEqual({ 'Fn::GetAtt': ['DataKey', 'Arn'] });
});

test('CDK-17: nothing is kept in a bucket', () => {
  for (const template of [data, service]) expect(all(template, 'AWS::S3::Bucket')).toEqual([]);
});

/** Every statement about KMS, by the function or workflow whose role has it. */
const statements = [
  ...all(service, 'AWS::IAM::Role').flatMap(([, role]) =>
    (role.Properties.Policies ?? []).flatMap(({ PolicyDocument }: Json) =>
      PolicyDocument.Statement.map((each: Json) => ({ who: doorOf(role), ...each })),
    ),
  ),
  ...all(service, 'AWS::IAM::Policy').flatMap(([, policy]) =>
    policy.Properties.PolicyDocument.Statement.map((each: Json) => ({ who: doorOf(policy), ...each })),
  ),
].filter(({ Action }) => list<string>(Action).some((action) => action.startsWith('kms:')));

const ofDoor = (door: string) => statements.filter(({ who }) => who === door);
const viaOf = ({ Condition }: Json): string => Condition.StringEquals['kms:ViaService'];

test('CDK-13: every right on a key is on this one', () => {
  expect(statements.length).toBeGreaterThan(doorNames.length);
  for (const { who, Resource } of statements) expect(Resource, who).toEqual(KEY);
});

test.each(doorNames)(
  'CDK-13: %s may only have something decrypted, by the services whose data it is given',
  (door) => {
    // No host stands before the API here, so there is no key of the edge to be read.
    const given = rights[door].filter(({ on }) => on !== 'origin secret');
    const wanted = usesOfTheKey(given).map(
      ({ on }) => `${on.replace('key through ', '')}.us-east-1.amazonaws.com`,
    );
    expect(ofDoor(door).map(viaOf).sort()).toEqual(wanted.sort());
    for (const { Action, Condition } of ofDoor(door)) {
      expect(Action).toBe('kms:Decrypt');
      expect(Object.keys(Condition)).toEqual(['StringEquals']);
      expect(Object.keys(Condition.StringEquals)).toEqual(['kms:ViaService']);
    }
  },
);

test('CDK-13: who reads secrets and who sees executions is a short list', () => {
  const through = (name: string) =>
    doorNames.filter((door) => ofDoor(door).some((each) => viaOf(each).startsWith(`${name}.`)));
  expect(through('secretsmanager')).toEqual(['pages', 'admin', 'executions', 'mailer']);
  expect(through('states')).toEqual(['executions', 'effects']);
});

test.each([
  ['workflow', 'PlanLifecycle'],
  ['bulkwork', 'BulkWork'],
])(
  'CDK-4, CDK-13: the role of the %s may use the key for its own executions and its log, called by nobody on its behalf',
  (who, machine) => {
    const arn = { Ref: machine };
    expect(ofDoor(who).map(({ Action, Condition }) => ({ Action, Condition }))).toEqual(
      expect.arrayContaining([
        {
          Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
          Condition: {
            StringLike: {
              'kms:EncryptionContext:aws:states:stateMachineArn': [arn, { 'Fn::Join': ['', [arn, '/*']] }],
            },
          },
        },
        {
          Action: 'kms:GenerateDataKey',
          Condition: { StringEquals: { 'kms:EncryptionContext:SourceArn': LOGS } },
        },
      ]),
    );
    expect(ofDoor(who)).toHaveLength(2);
  },
);

test('CDK-13: the state machines can be made before the policy that names them: no circle', () => {
  for (const [id, { DependsOn }] of all(service, 'AWS::StepFunctions::StateMachine')) {
    const waitsFor = list<string>(DependsOn);
    const naming = all(service, 'AWS::IAM::Policy').filter(([, policy]) =>
      JSON.stringify(policy.Properties.PolicyDocument).includes(`{"Ref":"${id}"}`),
    );
    expect(naming.map(([policy]) => policy).filter((policy) => waitsFor.includes(policy))).toEqual([]);
  }
});

test('the data stack refers to nothing of the service stack', () => {
  expect(JSON.stringify(data.toJSON().Resources)).not.toContain('Fn::ImportValue');
  expect(target(key.Properties.KeyPolicy)).toBeUndefined();
});
