// biome-ignore-all lint/suspicious/noTemplateCurlyInString: CloudFormation writes its placeholders this way.
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { definitionOf } from '../../sandbox/template/definition.ts';
import { resolve, type Scope, Unresolvable } from '../../sandbox/template/intrinsics.ts';
import { loadAssembly, NotSupported } from '../../sandbox/template/load.ts';
import { NoAssembly, readAssembly } from '../../sandbox/template/read-assembly.ts';
import type { Resource } from '../../sandbox/types.ts';
import { littleApp } from './fixtures/app.ts';
import { writeAssembly } from './fixtures/assembly.ts';

const URL = 'http://127.0.0.1:4020';

const load = (Resources: Record<string, unknown>, more: Record<string, unknown> = {}) =>
  loadAssembly(writeAssembly({ app: { template: { Resources, ...more } } }), URL);

const problemsOf = (run: () => unknown): string[] => {
  try {
    run();
  } catch (error) {
    if (error instanceof NotSupported) return error.problems;
    throw error;
  }
  return [];
};

const bus = (Name: unknown, more: Record<string, unknown> = {}) => ({
  Type: 'AWS::Events::EventBus',
  Properties: { Name },
  ...more,
});

describe('intrinsic functions', () => {
  const scope: Scope = {
    ref: (id) => ({ 'AWS::Region': 'us-east-1', Table: 'plans', List: ['a', 'b'] })[id],
    attribute: (id, name) => `${id}/${name}`,
    importValue: (name) => `imported ${name}`,
    condition: (name) => name === 'Yes',
    mapping: (...path) => path.join('.'),
  };

  test.each([
    [{ Ref: 'Table' }, 'plans'],
    [{ 'Fn::GetAtt': ['Table', 'Arn'] }, 'Table/Arn'],
    [{ 'Fn::GetAtt': 'Table.StreamArn' }, 'Table/StreamArn'],
    [{ 'Fn::Join': ['-', ['a', { Ref: 'Table' }, 1]] }, 'a-plans-1'],
    [
      { 'Fn::Sub': 'arn:${AWS::Region}:${Table}:${Table.Arn}:${!Literal}' },
      'arn:us-east-1:plans:Table/Arn:${Literal}',
    ],
    [{ 'Fn::Sub': ['${own}-${Table}', { own: { 'Fn::Select': [1, { Ref: 'List' }] } }] }, 'b-plans'],
    [{ 'Fn::Select': ['1', { 'Fn::Split': [':', 'a:b:c'] }] }, 'b'],
    [{ 'Fn::ImportValue': { 'Fn::Join': [':', ['data', 'Out']] } }, 'imported data:Out'],
    [{ 'Fn::FindInMap': ['Map', { Ref: 'Table' }, 'c'] }, 'Map.plans.c'],
    [{ 'Fn::Base64': 'hi' }, 'aGk='],
    [{ 'Fn::If': ['Yes', { Ref: 'Table' }, 2] }, 'plans'],
    [{ 'Fn::If': ['No', 1, { Ref: 'AWS::NoValue' }] }, undefined],
    [{ a: { Ref: 'AWS::NoValue' }, b: [1, { Ref: 'AWS::NoValue' }] }, { b: [1] }],
    [{ 'Fn::And': [{ Condition: 'Yes' }, { 'Fn::Not': [{ Condition: 'No' }] }] }, true],
    [{ 'Fn::Or': [{ Condition: 'No' }, { 'Fn::Equals': [{ Ref: 'Table' }, 'plans'] }] }, true],
    [
      { Effect: 'Allow', Condition: { StringEquals: { a: { Ref: 'Table' } } } },
      { Effect: 'Allow', Condition: { StringEquals: { a: 'plans' } } },
    ],
    [{ Condition: { StringEquals: { a: 'b' } } }, { Condition: { StringEquals: { a: 'b' } } }],
  ])('%j', (written, expected) => {
    expect(resolve(written, scope)).toEqual(expected);
  });

  test.each([
    [{ 'Fn::Transform': {} }, 'Fn::Transform is not supported'],
    [{ 'Fn::Select': [5, ['a']] }, 'Fn::Select has no element 5'],
    [{ 'Fn::Join': ['', [{ a: 1 }]] }, 'Fn::Join needs text, got {"a":1}'],
  ])('%j is refused', (written, message) => {
    expect(() => resolve(written, scope)).toThrow(new Unresolvable(message));
  });
});

describe('an assembly', () => {
  test('is loaded with every intrinsic resolved, across stacks, those depended on first', () => {
    const { resources, asset } = loadAssembly(littleApp(), URL);
    expect([...new Set(resources.map(({ stack }) => stack))]).toEqual(['data', 'service']);
    const find = (id: string) => resources.find(({ logicalId }) => logicalId === id);
    const table = 'arn:aws:dynamodb:us-east-1:123456789012:table/data-Table';
    expect(find('Table')?.arn).toBe(table);
    expect(find('Feed')?.properties).toMatchObject({
      EventSourceArn: `${table}/stream/2026-01-01T00:00:00.000`,
      FunctionName: 'service-Reader',
    });
    expect(find('Writer')).toEqual({
      stack: 'service',
      logicalId: 'Writer',
      type: 'AWS::Lambda::Function',
      arn: 'arn:aws:lambda:us-east-1:123456789012:function:service-Writer',
      path: 'Writer',
      properties: {
        Code: { S3Bucket: 'assets', S3Key: 'app.zip' },
        Handler: 'index.writer',
        Runtime: 'nodejs24.x',
        Timeout: 20,
        Role: 'arn:aws:iam::123456789012:role/service-WriterRole',
        Environment: { Variables: { TABLE_NAME: 'data-Table' } },
      },
    });
    expect(asset('app.zip')).toBe(join(import.meta.dirname, 'fixtures/handlers/app'));
  });

  test('a definition has its placeholders filled in; one without substitution is refused', () => {
    const { resources } = loadAssembly(littleApp(), URL);
    const machine = resources.find(({ logicalId }) => logicalId === 'Machine') as Resource;
    expect(JSON.parse(definitionOf(machine)).States['Write it down'].Arguments.FunctionName).toBe(
      'arn:aws:lambda:us-east-1:123456789012:function:service-Writer',
    );
    const bare = { ...machine, properties: { ...machine.properties, DefinitionSubstitutions: {} } };
    expect(problemsOf(() => definitionOf(bare))).toEqual([
      'service: Machine (AWS::StepFunctions::StateMachine): its definition has no substitution for writer',
    ]);
  });

  test('the address of the HTTP API becomes that of the sandbox, however it is written', () => {
    const { resources } = load({
      Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { Name: 'x', ProtocolType: 'HTTP' } },
      One: bus({ 'Fn::Join': ['', ['at ', { 'Fn::GetAtt': ['Api', 'ApiEndpoint'] }, '/l/']] }),
      Two: bus({
        'Fn::Sub': 'at https://${Api}.execute-api.${AWS::Region}.${AWS::URLSuffix}/l/',
      }),
    });
    expect(resources.slice(1).map(({ properties }) => properties.Name)).toEqual([
      `at ${URL}/l/`,
      `at ${URL}/l/`,
    ]);
  });

  test('a user pool’s issuer and domain become addresses of the sandbox, however they are written', () => {
    const pool = { Ref: 'People' };
    const issuerIs = (written: unknown) => bus({ 'Fn::Join': ['', ['at ', written, '/x']] });
    const { resources } = load({
      People: { Type: 'AWS::Cognito::UserPool', Properties: {} },
      Site: { Type: 'AWS::Cognito::UserPoolClient', Properties: { UserPoolId: pool } },
      Domain: { Type: 'AWS::Cognito::UserPoolDomain', Properties: { UserPoolId: pool, Domain: 'pip-dev' } },
      ByAttribute: issuerIs({ 'Fn::GetAtt': ['People', 'ProviderURL'] }),
      ByName: issuerIs({ 'Fn::Sub': 'https://${People.ProviderName}' }),
      ByRef: issuerIs({ 'Fn::Sub': 'https://cognito-idp.${AWS::Region}.${AWS::URLSuffix}/${People}' }),
      ByDomain: issuerIs({ 'Fn::Sub': 'https://${Domain}.auth.${AWS::Region}.amazoncognito.com' }),
      Client: bus({ Ref: 'Site' }),
      Arn: bus({ 'Fn::GetAtt': ['People', 'Arn'] }),
    });
    const at = (logicalId: string) => resources.find((one) => one.logicalId === logicalId)?.properties.Name;
    const id = resources[0]?.arn.split('/')[1];
    expect(id).toMatch(/^us-east-1_[a-z0-9]{9}$/);
    const issuer = `at ${URL}/_sandbox/oidc/${id}/x`;
    expect([at('ByAttribute'), at('ByName'), at('ByRef')]).toEqual([issuer, issuer, issuer]);
    expect(at('ByDomain')).toBe(`at ${URL}/_sandbox/oidc/pip-dev/x`);
    expect(at('Client')).toMatch(/^[a-z0-9]{26}$/);
    expect(at('Arn')).toBe(`arn:aws:cognito-idp:us-east-1:123456789012:userpool/${id}`);
  });

  test('conditions, parameters, mappings and pseudo parameters are worked out', () => {
    const { resources } = load(
      {
        There: bus({ 'Fn::Sub': '${Stage}-${AWS::StackName}-${AWS::AccountId}' }, { Condition: 'IsHere' }),
        Gone: bus('x', { Condition: 'IsNot' }),
        Mapped: bus({ 'Fn::FindInMap': ['Names', { Ref: 'AWS::Region' }, 'bus'] }),
      },
      {
        Parameters: { Stage: { Type: 'String', Default: 'dev' } },
        Mappings: { Names: { 'us-east-1': { bus: 'mapped' } } },
        Conditions: {
          IsHere: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'us-east-1'] },
          IsNot: { 'Fn::Not': [{ Condition: 'IsHere' }] },
        },
      },
    );
    expect(resources.map(({ logicalId, properties }) => [logicalId, properties.Name])).toEqual([
      ['There', 'dev-app-123456789012'],
      ['Mapped', 'mapped'],
    ]);
  });

  test('names are made of stack and logical id, cut to what the service allows, and always the same', () => {
    const long = `Function${'x'.repeat(80)}`;
    const Properties = { Runtime: 'nodejs24.x', Handler: 'index.handler', Code: {}, Role: 'r' };
    const names = () =>
      load({
        [long]: { Type: 'AWS::Lambda::Function', Properties },
        [`${long}2`]: { Type: 'AWS::Lambda::Function', Properties },
      }).resources.map(({ arn }) => arn.slice(arn.lastIndexOf(':') + 1));
    const [one = '', two = ''] = names();
    expect(one).toMatch(/^app-Functionx+-[a-z0-9]{8}$/);
    expect([one.length, two.length, one === two]).toEqual([64, 64, false]);
    expect(names()).toEqual([one, two]);
  });

  test('everything that is not supported is named at once', () => {
    const problems = problemsOf(() =>
      load({
        Bucket: { Type: 'AWS::S3::Bucket' },
        Reading: bus({ Ref: 'Bucket' }),
        Odd: bus('x', { Properties: { Name: 'x', Policy: {} } }),
        Old: { Type: 'AWS::Lambda::Function', Properties: { Runtime: 'python3.13', VpcConfig: {} } },
        Express: { Type: 'AWS::StepFunctions::StateMachine', Properties: { StateMachineType: 'EXPRESS' } },
        Queue: { Type: 'AWS::SQS::Queue' },
        FromQueue: {
          Type: 'AWS::Lambda::EventSourceMapping',
          Properties: { EventSourceArn: { 'Fn::GetAtt': ['Queue', 'Arn'] } },
        },
        Guarded: {
          Type: 'AWS::ApiGatewayV2::Route',
          Properties: { AuthorizationType: 'CUSTOM', AuthorizerId: 'a', ModelSelectionExpression: 'b' },
        },
        Custom: {
          Type: 'AWS::ApiGatewayV2::Authorizer',
          Properties: { AuthorizerType: 'REQUEST', IdentitySource: ['$request.querystring.token'] },
        },
        Client: {
          Type: 'AWS::Cognito::UserPoolClient',
          Properties: { AllowedOAuthFlows: ['code', 'implicit'] },
        },
        Pool: { Type: 'AWS::Cognito::UserPool', Properties: { LambdaConfig: {} } },
        Nowhere: bus({ Ref: 'Missing' }),
      }),
    );
    expect(problems).toEqual([
      'app: Bucket (AWS::S3::Bucket): this type is not supported',
      'app: Reading (AWS::Events::EventBus): Bucket is of the unsupported type AWS::S3::Bucket',
      'app: Odd (AWS::Events::EventBus): property Policy is not supported',
      'app: Old (AWS::Lambda::Function): property VpcConfig is not supported',
      'app: Old (AWS::Lambda::Function): Runtime "python3.13" (supported: nodejs24.x, nodejs22.x)',
      'app: Express (AWS::StepFunctions::StateMachine): StateMachineType "EXPRESS" (supported: STANDARD)',
      'app: FromQueue (AWS::Lambda::EventSourceMapping): EventSourceArn arn:aws:sqs:us-east-1:123456789012:app-Queue (supported: the stream of a DynamoDB table)',
      'app: Guarded (AWS::ApiGatewayV2::Route): property ModelSelectionExpression is not supported',
      'app: Guarded (AWS::ApiGatewayV2::Route): AuthorizationType "CUSTOM" (supported: NONE, AWS_IAM, JWT)',
      'app: Custom (AWS::ApiGatewayV2::Authorizer): AuthorizerType "REQUEST" (supported: JWT)',
      'app: Client (AWS::Cognito::UserPoolClient): AllowedOAuthFlows ["code","implicit"] (supported: code, client_credentials)',
      'app: Pool (AWS::Cognito::UserPool): property LambdaConfig is not supported',
      'app: Nowhere (AWS::Events::EventBus): there is no resource Missing',
    ]);
  });

  test('what is left out is listed, with the reason', () => {
    const { resources, ignored } = load({
      Log: { Type: 'AWS::Logs::LogGroup', Properties: { RetentionInDays: 30 } },
      Bus: bus('x', { Properties: { Name: 'x', Description: { 'Fn::GetAtt': ['Log', 'Arn'] } } }),
    });
    expect(resources.map(({ logicalId }) => logicalId)).toEqual(['Bus']);
    expect(ignored).toEqual([
      {
        stack: 'app',
        logicalId: 'Log',
        type: 'AWS::Logs::LogGroup',
        reason: 'log lines are kept by the sandbox itself',
      },
      {
        stack: 'app',
        logicalId: 'Bus',
        type: 'AWS::Events::EventBus',
        property: 'Description',
        reason: 'a label',
      },
    ]);
  });

  test('a folder nobody synthesized is refused with what to do', () => {
    expect(() => readAssembly('/nowhere')).toThrow(
      new NoAssembly('There is no manifest.json in /nowhere. Run: npx cdk synth -q -o /nowhere'),
    );
    expect(() => readAssembly(writeAssembly({}))).toThrow(/manifest\.json names no stack\.$/);
  });
});

test.each([
  ['aws://210987654321/eu-central-1', 'us-east-1:123456789012'],
  ['aws://unknown-account/eu-central-1', 'us-east-1:210987654321'],
  ['aws://unknown-account/unknown-region', 'eu-central-1:210987654321'],
])('a stack meant for %s is read as one of the only region and account there is', (environment, where) => {
  const Name = 'eu-central-1:210987654321';
  const folder = writeAssembly({ app: { template: { Resources: { Bus: bus(Name) } }, environment } });
  expect(readAssembly(folder)[0]?.template.Resources?.Bus?.Properties).toEqual({ Name: where });
});
