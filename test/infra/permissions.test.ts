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
  const parts = ['arn:aws:execute-api:us-east-1:', { Ref: 'AWS::AccountId' }, ':', { Ref: api }, '/*/*/*'];
  return { 'Fn::Join': ['', parts] };
};

const integrations = all(service, 'AWS::ApiGatewayV2::Integration').map(([, { Properties }]) => ({
  action: 'lambda:InvokeFunction',
  function: target(Properties.IntegrationUri),
  principal: 'apigateway.amazonaws.com',
  source: ofApi(Properties.ApiId.Ref),
}));

const isFunction = (arn: Json) => all(service, 'AWS::Lambda::Function').some(([id]) => id === target(arn));

const targets = all(service, 'AWS::Events::Rule').flatMap(([rule, { Properties }]) =>
  Properties.Targets.filter(({ Arn }: Json) => isFunction(Arn)).map(({ Arn }: Json) => ({
    action: 'lambda:InvokeFunction',
    function: target(Arn),
    principal: 'events.amazonaws.com',
    source: { 'Fn::GetAtt': [rule, 'Arn'] },
  })),
);

test('every integration of the API and every target of a rule may call its function, and nobody else may', () => {
  expect(integrations).toHaveLength(4);
  expect(targets.map((each) => `${each.function}`.replace(/Function.*/, '')).sort()).toEqual([
    'Feedback',
    'Sweeper',
  ]);
  const inOrder = (each: object[]) => each.map((one) => JSON.stringify(one)).sort();
  expect(inOrder(permissions)).toEqual(inOrder([...integrations, ...targets]));
});
