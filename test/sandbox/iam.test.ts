import { expect, test } from 'vitest';
import { createIam } from '../../sandbox/iam.ts';
import { AwsError, type Resource } from '../../sandbox/types.ts';

const TABLE = 'arn:aws:dynamodb:us-east-1:123456789012:table/plans';
const ROLE_ARN = 'arn:aws:iam::123456789012:role/app-MailerRole';
const mailer = { name: 'Mailer', roleArn: ROLE_ARN };

const role = (properties: Record<string, unknown>): Resource => ({
  stack: 'app',
  logicalId: 'MailerRole',
  type: 'AWS::IAM::Role',
  arn: ROLE_ARN,
  path: 'app/Mailer/Role',
  properties,
});

const allowing = (...Statement: Record<string, unknown>[]) =>
  createIam([role({ Policies: [{ PolicyName: 'rights', PolicyDocument: { Statement } }] })]);

const allow = (Action: string | string[], Resource: string | string[], Condition?: unknown) => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...(Condition ? { Condition } : {}),
});

const refusal = (run: () => void): AwsError | undefined => {
  try {
    run();
  } catch (error) {
    return error as AwsError;
  }
  return undefined;
};

test('what a role allows passes, anything else is refused by function, action and resource, and remembered', () => {
  const iam = allowing(allow('dynamodb:GetItem', TABLE));
  iam.check(mailer, { action: 'dynamodb:GetItem', resource: TABLE });
  const refused = refusal(() => iam.check(mailer, { action: 'dynamodb:PutItem', resource: TABLE }));
  expect(refused).toBeInstanceOf(AwsError);
  expect(refused).toMatchObject({
    code: 'AccessDeniedException',
    status: 400,
    message:
      'User: arn:aws:sts::123456789012:assumed-role/app-MailerRole/Mailer is not authorized to perform: ' +
      `dynamodb:PutItem on resource: ${TABLE} because no identity-based policy allows the dynamodb:PutItem action`,
  });
  expect(iam.denied()).toEqual([{ caller: 'Mailer', action: 'dynamodb:PutItem', resource: TABLE }]);
});

test('the right action on another resource is refused', () => {
  const iam = allowing(allow('dynamodb:Query', TABLE));
  for (const resource of [`${TABLE}/index/due`, `${TABLE}2`, TABLE.slice(0, -1)])
    expect(refusal(() => iam.check(mailer, { action: 'dynamodb:Query', resource }))?.code).toBe(
      'AccessDeniedException',
    );
});

test('people at the sandbox may do everything; a role nobody synthesized may do nothing', () => {
  const iam = allowing();
  iam.check({ name: 'sandbox-user' }, { action: 'dynamodb:DeleteTable', resource: TABLE });
  const stranger = { name: 'x', roleArn: 'arn:aws:iam::123456789012:role/other' };
  expect(refusal(() => iam.check(stranger, { action: 'dynamodb:GetItem', resource: TABLE }))?.code).toBe(
    'AccessDeniedException',
  );
});

test('a wildcard covers what it says and nothing beside it', () => {
  const iam = allowing(allow('dynamodb:BatchGet*', `${TABLE}/index/*`));
  iam.check(mailer, { action: 'dynamodb:BatchGetItem', resource: `${TABLE}/index/due` });
  expect(
    refusal(() => iam.check(mailer, { action: 'dynamodb:BatchWriteItem', resource: `${TABLE}/index/due` }))
      ?.code,
  ).toBe('AccessDeniedException');
  expect(refusal(() => iam.check(mailer, { action: 'dynamodb:BatchGetItem', resource: TABLE }))?.code).toBe(
    'AccessDeniedException',
  );
});

test('a deny wins over an allow', () => {
  const iam = allowing(allow('dynamodb:*', '*'), {
    Effect: 'Deny',
    Action: 'dynamodb:DeleteItem',
    Resource: TABLE,
  });
  iam.check(mailer, { action: 'dynamodb:PutItem', resource: TABLE });
  expect(
    refusal(() => iam.check(mailer, { action: 'dynamodb:DeleteItem', resource: TABLE }))?.message,
  ).toContain('explicit deny');
});

test.each([
  ['StringEquals', 'hr@example.org', 'hr@example.org', true],
  ['StringEquals', 'hr@example.org', 'ceo@example.org', false],
  ['StringEquals', 'hr@example.org', undefined, false],
  ['StringLike', '*@example.org', 'ceo@example.org', true],
  ['StringLike', '*@example.org', 'ceo@example.com', false],
  ['StringNotEquals', 'hr@example.org', 'ceo@example.org', true],
  ['StringNotEquals', 'hr@example.org', 'hr@example.org', false],
  ['StringEqualsIfExists', 'hr@example.org', undefined, true],
  ['ForAllValues:StringEquals', 'hr@example.org', undefined, true],
  ['ForAllValues:StringEquals', 'hr@example.org', 'ceo@example.org', false],
  ['ForAllValues:StringLike', 'hr@*', 'hr@example.org', true],
  ['ForAnyValue:StringLike', 'hr@*', undefined, false],
] as const)('condition %s %s with %s: %s', (operator, wanted, from, passes) => {
  const iam = allowing(allow('ses:SendRawEmail', '*', { [operator]: { 'ses:FromAddress': wanted } }));
  const call = {
    action: 'ses:SendRawEmail',
    resource: 'arn:aws:ses:us-east-1:123456789012:identity/example.org',
    ...(from ? { context: { 'ses:FromAddress': from } } : {}),
  };
  expect(refusal(() => iam.check(mailer, call)) === undefined).toBe(passes);
});

test('a condition it cannot judge is refused at boot, by name', () => {
  expect(() => allowing(allow('s3:GetObject', '*', { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } }))).toThrow(
    'MailerRole: condition operator IpAddress is not supported',
  );
});

test('policies attached by name and by ARN count', () => {
  const policy = (type: string, arn: string, properties: Record<string, unknown>): Resource => ({
    ...role(properties),
    logicalId: 'Extra',
    type,
    arn,
  });
  const own = 'arn:aws:iam::123456789012:policy/own';
  const iam = createIam([
    role({
      ManagedPolicyArns: ['arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole', own],
    }),
    policy('AWS::IAM::Policy', 'arn:aws:iam::123456789012:policy/x', {
      Roles: ['app-MailerRole'],
      PolicyDocument: { Statement: allow('dynamodb:GetItem', TABLE) },
    }),
    policy('AWS::IAM::ManagedPolicy', own, {
      PolicyDocument: { Statement: [allow('dynamodb:Query', TABLE)] },
    }),
  ]);
  iam.check(mailer, { action: 'dynamodb:GetItem', resource: TABLE });
  iam.check(mailer, { action: 'dynamodb:Query', resource: TABLE });
  iam.check(mailer, {
    action: 'logs:PutLogEvents',
    resource: 'arn:aws:logs:us-east-1:123456789012:log-group:x',
  });
  expect(() =>
    createIam([role({ ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'] })]),
  ).toThrow(
    'MailerRole: managed policy arn:aws:iam::aws:policy/AdministratorAccess is not known to the sandbox',
  );
});

test('grants nobody exercised are named, as written; those AWS itself uses are not', () => {
  const iam = allowing(
    allow(['dynamodb:GetItem', 'dynamodb:BatchGet*'], [TABLE, `${TABLE}/index/*`]),
    allow(['logs:PutLogEvents', 'xray:PutTraceSegments', 'logs:CreateLogDelivery'], '*'),
    allow('ses:SendRawEmail', [
      'arn:aws:ses:us-east-1:123456789012:identity/a',
      'arn:aws:ses:us-east-1:123456789012:identity/b',
    ]),
  );
  iam.check(mailer, { action: 'dynamodb:GetItem', resource: TABLE });
  iam.check(mailer, {
    action: 'ses:SendRawEmail',
    resource: 'arn:aws:ses:us-east-1:123456789012:identity/b',
  });
  expect(iam.unused()).toEqual([
    { role: 'MailerRole', action: 'dynamodb:GetItem', resource: `${TABLE}/index/*` },
    { role: 'MailerRole', action: 'dynamodb:BatchGet*', resource: TABLE },
    { role: 'MailerRole', action: 'dynamodb:BatchGet*', resource: `${TABLE}/index/*` },
  ]);
});

const IDENTITY = 'arn:aws:ses:us-east-1:123456789012:identity/example.org';

test.each([
  ['any action', allow('dynamodb:*', TABLE), ['dynamodb:*', TABLE]],
  ['a group of actions', allow('dynamodb:Get*', TABLE), ['dynamodb:Get*', TABLE]],
  ['any resource', allow('dynamodb:GetItem', '*'), ['dynamodb:GetItem', '*']],
  ['everything', allow('*', '*'), ['*', '*']],
  [
    'all actions but one',
    { Effect: 'Allow', NotAction: 'dynamodb:DeleteItem', Resource: TABLE },
    ['*', TABLE],
  ],
  [
    'all resources but one',
    { Effect: 'Allow', Action: 'dynamodb:GetItem', NotResource: `${TABLE}2` },
    ['dynamodb:GetItem', '*'],
  ],
  ['every log', allow('logs:*', '*'), ['logs:*', '*']],
  ['every key', allow('kms:Decrypt', '*'), ['kms:Decrypt', '*']],
  ['a sender that is any', allow('ses:SendRawEmail', '*'), ['ses:SendRawEmail', '*']],
])('a broad grant beside the narrow one is named: %s', (_, broad, [action, resource]) => {
  const narrow = [allow('dynamodb:GetItem', TABLE), allow('ses:SendRawEmail', IDENTITY)];
  for (const statements of [
    [broad, ...narrow],
    [...narrow, broad],
  ]) {
    const iam = allowing(...statements);
    iam.check(mailer, { action: 'dynamodb:GetItem', resource: TABLE });
    iam.check(mailer, { action: 'ses:SendRawEmail', resource: IDENTITY });
    expect(iam.unused()).toEqual([{ role: 'MailerRole', action, resource }]);
  }
});

test('a broad grant is used by what no narrower one allows', () => {
  const iam = allowing(allow('dynamodb:*', TABLE), allow('dynamodb:GetItem', TABLE));
  iam.check(mailer, { action: 'dynamodb:GetItem', resource: TABLE });
  iam.check(mailer, { action: 'dynamodb:PutItem', resource: TABLE });
  expect(iam.unused()).toEqual([]);
});

test('the same grant without its condition is named', () => {
  const narrow = allow('ses:SendRawEmail', IDENTITY, {
    StringEquals: { 'ses:FromAddress': 'hr@example.org' },
  });
  const iam = allowing(allow('ses:SendRawEmail', IDENTITY), narrow);
  const context = { 'ses:FromAddress': 'hr@example.org' };
  iam.check(mailer, { action: 'ses:SendRawEmail', resource: IDENTITY, context });
  expect(iam.unused()).toEqual([{ role: 'MailerRole', action: 'ses:SendRawEmail', resource: IDENTITY }]);
});

test('a refused call exercises no grant', () => {
  const iam = allowing(allow('dynamodb:PutItem', TABLE), { Effect: 'Deny', Action: '*', Resource: '*' });
  refusal(() => iam.check(mailer, { action: 'dynamodb:PutItem', resource: TABLE }));
  expect(iam.unused()).toEqual([{ role: 'MailerRole', action: 'dynamodb:PutItem', resource: TABLE }]);
});
