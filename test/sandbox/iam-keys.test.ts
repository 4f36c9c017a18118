import { expect, test } from 'vitest';
import { UnknownPolicy } from '../../sandbox/iam/policies.ts';
import { createIam } from '../../sandbox/iam.ts';
import type { AwsError, Resource } from '../../sandbox/types.ts';

const HERE = 'us-east-1:123456789012';
const KEY = `arn:aws:kms:${HERE}:key/k`;
const TABLE = `arn:aws:dynamodb:${HERE}:table/plans`;
const SECRET = `arn:aws:secretsmanager:${HERE}:secret:links-AbCdEf`;
const MACHINE = `arn:aws:states:${HERE}:stateMachine:lifecycle`;
const EXECUTION = `arn:aws:states:${HERE}:execution:lifecycle:pln-r1`;
const OWNER = 'arn:aws:iam::123456789012:root';
const LOGS = { 'kms:EncryptionContext:SourceArn': `arn:aws:logs:${HERE}:*` };

const resource = (type: string, arn: string, properties: Record<string, unknown>): Resource => ({
  stack: 'app',
  logicalId: arn.slice(arn.lastIndexOf('/') + 1),
  type,
  arn,
  path: 'app',
  properties,
});

type Statement = Record<string, unknown>;
const allow = (Action: string | string[], Resource: string, Condition?: unknown): Statement => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...(Condition ? { Condition } : {}),
});
const via = (service: string) => ({
  StringEquals: { 'kms:ViaService': `${service}.us-east-1.amazonaws.com` },
});
const ofMachine = { StringEquals: { 'kms:EncryptionContext:aws:states:stateMachineArn': MACHINE } };

const role = (name: string, Statement: Statement[]) =>
  resource('AWS::IAM::Role', `arn:aws:iam::123456789012:role/${name}`, {
    Policies: [{ PolicyDocument: { Statement } }],
  });

const LEFT_TO_THE_ACCOUNT: Statement = { Effect: 'Allow', Principal: { AWS: OWNER }, Action: 'kms:*' };
const DELIVERED: Statement = {
  Effect: 'Allow',
  Principal: { Service: 'delivery.logs.amazonaws.com' },
  Action: 'kms:Decrypt',
  Condition: { StringEquals: LOGS },
};

const MACHINE_RIGHTS = [
  allow(['kms:Decrypt', 'kms:GenerateDataKey'], KEY, ofMachine),
  allow('kms:GenerateDataKey', KEY, { StringEquals: LOGS }),
];

interface Given {
  caller?: Statement[];
  machine?: Statement[];
  keyPolicy?: Statement[];
}

const iamOf = ({
  caller = [],
  machine = MACHINE_RIGHTS,
  keyPolicy = [LEFT_TO_THE_ACCOUNT, DELIVERED],
}: Given) =>
  createIam([
    resource('AWS::KMS::Key', KEY, { KeyPolicy: { Statement: keyPolicy } }),
    resource('AWS::DynamoDB::Table', TABLE, { SSESpecification: { KMSMasterKeyId: KEY } }),
    // As `Ref` of a key would name it.
    resource('AWS::SecretsManager::Secret', SECRET, { KmsKeyId: 'k' }),
    resource('AWS::StepFunctions::StateMachine', MACHINE, {
      RoleArn: 'arn:aws:iam::123456789012:role/Machine',
      EncryptionConfiguration: { Type: 'CUSTOMER_MANAGED_KMS_KEY', KmsKeyId: KEY },
      LoggingConfiguration: { Level: 'ALL' },
    }),
    role('Caller', caller),
    role('Machine', machine),
  ]);

const CALLER = { name: 'Pages', roleArn: 'arn:aws:iam::123456789012:role/Caller' };

const refusal = (run: () => void): Pick<AwsError, 'code' | 'message'> | undefined => {
  try {
    run();
  } catch (error) {
    return error as AwsError;
  }
  return undefined;
};

const ACTIONS: [string, string, string][] = [
  ['dynamodb:GetItem', TABLE, 'dynamodb'],
  ['dynamodb:PutItem', TABLE, 'dynamodb'],
  ['dynamodb:Query', `${TABLE}/index/due`, 'dynamodb'],
  ['dynamodb:GetRecords', `${TABLE}/stream/2026-01-01T00:00:00.000`, 'dynamodb'],
  ['secretsmanager:GetSecretValue', SECRET, 'secretsmanager'],
  ['states:DescribeExecution', EXECUTION, 'states'],
  ['states:GetExecutionHistory', EXECUTION, 'states'],
  ['states:DescribeStateMachine', MACHINE, 'states'],
];

test.each(ACTIONS)(
  '%s takes the right to use the key, by its own service alone',
  (action, about, service) => {
    const check = (caller: Statement[]) => () =>
      iamOf({ caller: [allow(action, about), ...caller] }).check(CALLER, { action, resource: about });
    const code = service === 'states' ? 'KmsAccessDeniedException' : 'AccessDeniedException';
    expect(refusal(check([]))).toMatchObject({
      code,
      message: expect.stringContaining(`not authorized to perform: kms:Decrypt on resource: ${KEY}`),
    });
    const other = service === 'dynamodb' ? 'states' : 'dynamodb';
    expect(refusal(check([allow('kms:Decrypt', KEY, via(other))]))?.code).toBe(code);
    expect(refusal(check([allow('kms:Decrypt', KEY, via(service))]))).toBeUndefined();
  },
);

test.each([
  ['dynamodb:DescribeTable', TABLE],
  ['dynamodb:DescribeStream', `${TABLE}/stream/2026-01-01T00:00:00.000`],
  ['secretsmanager:DescribeSecret', SECRET],
  ['states:ListExecutions', MACHINE],
  ['states:StopExecution', EXECUTION],
  ['states:StartExecution', MACHINE],
  ['states:SendTaskSuccess', MACHINE],
])('%s shows nothing that is encrypted: the caller needs no key', (action, about) => {
  const iam = iamOf({ caller: [allow(action, about)] });
  iam.check(CALLER, { action, resource: about });
  expect(iam.denied()).toEqual([]);
});

test.each(['states:StartExecution', 'states:SendTaskSuccess', 'states:RedriveExecution'])(
  '%s fails when the role of the state machine may not use the key, whoever calls',
  (action) => {
    for (const caller of [CALLER, { name: 'sandbox-user' }]) {
      const iam = iamOf({
        caller: [allow(action, MACHINE)],
        machine: [allow('kms:Decrypt', KEY, ofMachine)],
      });
      expect(refusal(() => iam.check(caller, { action, resource: MACHINE }))?.code).toBe(
        'KmsAccessDeniedException',
      );
      expect(iam.denied()).toEqual([
        { caller: expect.stringContaining('lifecycle'), action: 'kms:GenerateDataKey', resource: KEY },
      ]);
    }
  },
);

test('an execution calls KMS as its own role: a right by way of Step Functions is none', () => {
  const machine = [allow(['kms:Decrypt', 'kms:GenerateDataKey'], KEY, via('states'))];
  const iam = iamOf({ caller: [allow('states:StartExecution', MACHINE)], machine });
  const start = () => iam.check(CALLER, { action: 'states:StartExecution', resource: MACHINE });
  expect(refusal(start)?.code).toBe('KmsAccessDeniedException');
});

test('a key that lets nobody deliver logs is noticed, though no call fails', () => {
  const iam = iamOf({
    caller: [allow('states:StartExecution', MACHINE)],
    keyPolicy: [LEFT_TO_THE_ACCOUNT],
  });
  iam.check(CALLER, { action: 'states:StartExecution', resource: MACHINE });
  expect(iam.denied()).toEqual([
    { caller: 'delivery.logs.amazonaws.com', action: 'kms:Decrypt', resource: KEY },
  ]);
});

const READ = allow('dynamodb:GetItem', TABLE);
const USE = allow('kms:Decrypt', KEY, via('dynamodb'));

test('a key whose policy does not leave it to the account is used by those that it names, whatever their own say', () => {
  const named = { ...LEFT_TO_THE_ACCOUNT, Principal: { AWS: CALLER.roleArn } };
  const read = (caller: Statement[], keyPolicy: Statement[]) =>
    refusal(() => iamOf({ caller, keyPolicy }).check(CALLER, { action: 'dynamodb:GetItem', resource: TABLE }))
      ?.message;
  expect(read([READ, USE], [DELIVERED])).toMatch(/no resource-based policy allows the kms:Decrypt action$/);
  expect(read([READ], [named])).toBeUndefined();
  expect(read([READ, USE], [LEFT_TO_THE_ACCOUNT, { ...named, Effect: 'Deny' }])).toMatch(
    /explicit deny in a resource-based policy$/,
  );
});

test('rights to use a key that nothing needed are named like any other', () => {
  const spare = allow('kms:GenerateDataKey', KEY, via('dynamodb'));
  const iam = iamOf({ caller: [READ, USE, spare], machine: [] });
  iam.check(CALLER, { action: 'dynamodb:GetItem', resource: TABLE });
  expect(iam.unused().map(({ action }) => action)).toEqual(['kms:GenerateDataKey']);
});

test('a key policy that cannot be judged is refused, naming the key', () => {
  const keyPolicy = [{ Effect: 'Allow', NotPrincipal: { AWS: OWNER }, Action: 'kms:*' }];
  expect(() => iamOf({ keyPolicy })).toThrow(UnknownPolicy);
});
