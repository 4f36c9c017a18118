import { expect, test } from 'vitest';
import { all, type Json, service, target } from './templates.ts';

/** Who may call which function, and for which API or rule. The sandbox does not ask for these, AWS does. */
const permissions = all(service, 'AWS::Lambda::Permission').map(([, { Properties }]) => ({
  action: Properties.Action,
  function: target(Properties.FunctionName),
  principal: Properties.Principal,
  source: Properties.SourceArn,
}));

/** Any stage, method and route of one API. */
const ofApi = (api: string) => {
  const parts = [':execute-api:', { Ref: 'AWS::Region' }, ':', { Ref: 'AWS::AccountId' }, ':', { Ref: api }];
  return { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ...parts, '/*/*/*']] };
};

const integrations = all(service, 'AWS::ApiGatewayV2::Integration').map(([, { Properties }]) => ({
  action: 'lambda:InvokeFunction',
  function: target(Properties.IntegrationUri),
  principal: 'apigateway.amazonaws.com',
  source: ofApi(Properties.ApiId.Ref),
}));

const targets = all(service, 'AWS::Events::Rule').flatMap(([rule, { Properties }]) =>
  Properties.Targets.map(({ Arn }: Json) => ({
    action: 'lambda:InvokeFunction',
    function: target(Arn),
    principal: 'events.amazonaws.com',
    source: { 'Fn::GetAtt': [rule, 'Arn'] },
  })),
);

test('every integration of the API and every target of a rule may call its function, and nobody else may', () => {
  expect(integrations).toHaveLength(4);
  expect(targets).toHaveLength(1);
  const inOrder = (each: object[]) => each.map((one) => JSON.stringify(one)).sort();
  expect(inOrder(permissions)).toEqual(inOrder([...integrations, ...targets]));
});
