import { expect, test } from 'vitest';
import { type DoorName, doorNames } from '../../infra/doors.ts';
import { statementsFor } from '../../infra/grants.ts';
import { type Right, rights, type Subject, usesOfTheKey } from '../../infra/rights.ts';
import { all, doorOf, type Json, readTemplate, service } from './templates.ts';

interface Statement {
  Effect: string;
  Action: string | string[];
  Resource: Json;
  Condition?: Json;
}

const list = <T>(value: T | T[]): T[] => (Array.isArray(value) ? value : [value]);
const actionsOf = (statements: Statement[]): string[] => statements.flatMap(({ Action }) => list(Action));

const roles = all(service, 'AWS::IAM::Role');
const statementsOf = ([id, role]: [string, Json]): Statement[] => [
  ...(role.Properties.Policies ?? []).flatMap((policy: Json) => policy.PolicyDocument.Statement),
  ...all(service, 'AWS::IAM::Policy')
    .filter(([, policy]) => policy.Properties.Roles.some((used: Json) => used.Ref === id))
    .flatMap(([, policy]) => policy.Properties.PolicyDocument.Statement),
];
const granted = new Map(roles.map((role) => [doorOf(role[1]), statementsOf(role)]));
const rolesThat = (action: RegExp): string[] =>
  [...granted]
    .filter(([, statements]) => actionsOf(statements).some((each) => action.test(each)))
    .map(([name]) => name);

const ownTracks = [
  'logs:CreateLogStream on own log',
  'logs:PutLogEvents on own log',
  'xray:PutTelemetryRecords on *',
  'xray:PutTraceSegments on *',
];

const subjects: [Subject | 'own log' | 'key', RegExp][] = [
  ['key', /^{"Fn::ImportValue":"[^"]+GetAttDataKeyArn\w+"}$/],
  ['index due', /PlanTableArn\w+"},"\/index\/due"\]\]}$/],
  ['index plans', /PlanTableArn\w+"},"\/index\/plans"\]\]}$/],
  ['table', /^{"Fn::ImportValue":"[^"]+GetAttPlanTableArn\w+"}$/],
  ['table stream', /^{"Fn::ImportValue":"[^"]+GetAttPlanTableStreamArn\w+"}$/],
  ['link secret', /^{"Fn::ImportValue":"[^"]+RefLinkSecret\w+"}$/],
  ['session secret', /^{"Fn::ImportValue":"[^"]+RefSessionSecret\w+"}$/],
  ['bulk state machine', /^{"Ref":"BulkWork"}$/],
  ['bulk executions', /:execution:",{"Fn::GetAtt":\["BulkWork","Name"\]},":\*"\]\]}$/],
  ['state machine', /^{"Ref":"PlanLifecycle"}$/],
  ['executions', /:execution:",{"Fn::GetAtt":\["PlanLifecycle","Name"\]},":\*"\]\]}$/],
  ['event bus', /^{"Fn::GetAtt":\["Bus\w+","Arn"\]}$/],
  ['sender identities', /:(identity\/agency\.example\.org|configuration-set\/pip-follow-up-dev)"\]\]}$/],
  ['undelivered', /^{"Fn::GetAtt":\["Undelivered\w+","Arn"\]}$/],
  ['own log', /^{"Fn::GetAtt":\["\w+Log\w+","Arn"\]}$/],
];

const ROWS_OF_PLANS = { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['PLAN#*'] } };

/** What SES knows no narrower resource for. */
const OF_THE_ACCOUNT = ['ses:DeleteSuppressedDestination', 'ses:GetAccount'];

/** Which subject of infra/rights.ts an ARN in the template is, under this condition; the ARN itself when it is none. */
const subjectOf = (action: string, arn: Json, condition: Json): string => {
  const found = subjects.find(([, looks]) => looks.test(JSON.stringify(arn)))?.[0] ?? `${arn}`;
  if (found === '*' && condition === undefined && OF_THE_ACCOUNT.includes(action)) return 'sending account';
  if (found === 'key') return `key through ${condition?.StringEquals?.['kms:ViaService']?.split('.')[0]}`;
  return found === 'table' && JSON.stringify(condition) === JSON.stringify(ROWS_OF_PLANS)
    ? 'rows of plans'
    : found;
};

/** What this deployment has: people sign in with a client that has no secret, and nothing stands before the API. */
const here = (door: DoorName): Right[] =>
  rights[door].filter(({ on }) => on !== 'client secret' && on !== 'origin secret');

test('CDK-1: every role is written out here: nothing managed, nothing shared, one service may take it', () => {
  expect([...granted.keys()].sort()).toEqual([...doorNames, 'bulkwork', 'workflow'].sort());
  for (const [, role] of roles) {
    expect(role.Properties).not.toHaveProperty('ManagedPolicyArns');
    expect(role.Properties.AssumeRolePolicyDocument.Statement).toHaveLength(1);
  }
});

test.each(doorNames)(
  'CDK-13: %s may do what infra/rights.ts lists, and leave its tracks, nothing else',
  (door) => {
    const listed = [...here(door), ...usesOfTheKey(here(door))].flatMap(({ on, may }) =>
      may.map((action) => `${action} on ${on}`),
    );
    const found = granted
      .get(door)
      ?.flatMap(({ Action, Resource, Condition }) =>
        list(Action).flatMap((action) =>
          list(Resource).map((resource) => `${action} on ${subjectOf(action, resource, Condition)}`),
        ),
      );
    expect([...new Set(found)].sort()).toEqual([...listed, ...ownTracks].sort());
  },
);

test('CDK-13: no action is a wildcard, and only tracing, log delivery and what SES has once for the account know no narrower resource', () => {
  const statements = [...granted.values()].flat();
  expect(actionsOf(statements).filter((action) => action.includes('*'))).toEqual([]);
  const everywhere = statements.filter(({ Resource }) => list(Resource).includes('*'));
  expect(
    actionsOf(everywhere)
      .filter((action) => !/^(xray|logs):/.test(action))
      .sort(),
  ).toEqual(OF_THE_ACCOUNT);
});

test('CDK-13: a function writes to no log but its own', () => {
  for (const door of doorNames) {
    const logging = granted
      .get(door)
      ?.filter(({ Action }) => list(Action).some((each) => each.startsWith('logs:')));
    expect(logging).toEqual([
      {
        Effect: 'Allow',
        Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        Resource: { 'Fn::GetAtt': [expect.stringMatching(new RegExp(`^${door}Log`, 'i')), 'Arn'] },
      },
    ]);
  }
});

test('CDK-13: nobody can scan the table, and only the sweeper, which ends retention, can delete from it', () => {
  expect(rolesThat(/^dynamodb:(Scan|BatchWriteItem|PartiQL)/)).toEqual([]);
  expect(rolesThat(/^dynamodb:DeleteItem/)).toEqual(['sweeper']);
});

test('CDK-13: what the public reaches, what the workflow asks and what hears from SES touch rows of plans alone', () => {
  const limited = doorNames.filter((door) => rights[door].some(({ on }) => on === 'rows of plans'));
  expect(limited).toEqual(['pages', 'lifecycle', 'feedback']);
  for (const door of limited) expect(rights[door].map(({ on }) => on)).not.toContain('table');
  // Whoever works on imports, drafts or saved views as well would need every pattern there is; an index has no such rows.
  const whole = doorNames.filter((door) => rights[door].some(({ on }) => on === 'table'));
  expect(whole).toEqual(['api', 'admin', 'executions', 'jobs', 'effects', 'mailer', 'sweeper']);
});

test('CDK-13: only effects can wake a waiting workflow or start one; it and operators can stop one', () => {
  const mayWith = (action: string, arn: RegExp) =>
    [...granted]
      .filter(([, statements]) =>
        statements.some(
          ({ Action, Resource }) => list(Action).includes(action) && arn.test(JSON.stringify(Resource)),
        ),
      )
      .map(([name]) => name)
      .sort();
  expect(rolesThat(/^states:SendTask/)).toEqual(['effects']);
  expect(mayWith('states:StartExecution', /PlanLifecycle/)).toEqual(['effects']);
  expect(mayWith('states:StopExecution', /PlanLifecycle/)).toEqual(['effects', 'executions']);
  expect(mayWith('states:StartExecution', /BulkWork/)).toEqual(['admin', 'api', 'bulkwork']);
});

test('CDK-13: only the mailer can send, from one address, by its domain and its configuration set', () => {
  expect(rolesThat(/^ses:Send/)).toEqual(['mailer']);
  const [send] =
    granted.get('mailer')?.filter(({ Action }) => list(Action).includes('ses:SendRawEmail')) ?? [];
  expect(send?.Condition).toEqual({ StringEquals: { 'ses:FromAddress': 'follow-up@agency.example.org' } });
  expect(list(send?.Resource).map((arn: Json) => arn['Fn::Join'][1].at(-1))).toEqual([
    ':configuration-set/pip-follow-up-dev',
    ':identity/agency.example.org',
  ]);
});

test('only those who make or check links can read their keys, and only the site those of sessions', () => {
  const readers = (secret: RegExp) =>
    [...granted]
      .filter(([, statements]) => statements.some(({ Resource }) => secret.test(JSON.stringify(Resource))))
      .map(([name]) => name)
      .sort();
  expect(readers(/LinkSecret/)).toEqual(['mailer', 'pages']);
  expect(readers(/SessionSecret/)).toEqual(['admin', 'executions']);
  expect(rolesThat(/^secretsmanager:/).sort()).toEqual(['admin', 'executions', 'mailer', 'pages']);
});

test('the workflow may invoke one function, and it is the lifecycle', () => {
  const invoke = granted
    .get('workflow')
    ?.filter(({ Action }) => list(Action).some((each) => each.startsWith('lambda:')));
  expect(invoke).toEqual([
    {
      Effect: 'Allow',
      Action: 'lambda:InvokeFunction',
      Resource: { 'Fn::GetAtt': [expect.stringMatching(/^LifecycleFunction/), 'Arn'] },
    },
  ]);
});

test('no policy but these hands out rights', () => {
  const types = Object.values(readTemplate('pip-follow-up-dev-service').Resources).map(
    ({ Type }: Json) => Type,
  );
  expect(types.filter((type) => /IAM::(?!Role|Policy)/.test(type))).toEqual([]);
});

test('a function is not given rights on something it is not connected to', () => {
  const table = { arns: ['arn:aws:dynamodb:us-east-1:123456789012:table/plans'] };
  expect(() => statementsFor('pages', { 'rows of plans': table })).toThrow(/pages rights on link secret/);
});
