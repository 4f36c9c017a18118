import { expect, test } from 'vitest';
import { routes as listed } from '../../infra/routes.ts';
import { matchRoute } from '../../sandbox/gateway/routes.ts';
import { all, only, service, target } from './templates.ts';

const integrations = new Map(all(service, 'AWS::ApiGatewayV2::Integration'));
const routes = all(service, 'AWS::ApiGatewayV2::Route').map(([, { Properties }]) => {
  const [, integration] = Properties.Target['Fn::Join'][1];
  const lambda = target(integrations.get(integration.Ref)?.Properties.IntegrationUri) ?? '';
  return [Properties.RouteKey, Properties.AuthorizationType, lambda.replace(/Function.*/, '')];
});
const [, stage] = only(service, 'AWS::ApiGatewayV2::Stage');
const [, api] = only(service, 'AWS::ApiGatewayV2::Api');

const known = listed.flatMap(({ path, methods, door, admits }) =>
  methods.map((method) => ({ key: `${method} ${path}`, path, door, admits })),
);

test('CDK-6: what is listed is answered, and nothing else: there is no catch-all', () => {
  expect(routes.sort()).toEqual(
    known
      .map(({ key, door, admits }) => [
        key,
        admits === 'token' ? 'JWT' : 'NONE',
        `${door[0]?.toUpperCase()}${door.slice(1)}`,
      ])
      .sort(),
  );
  expect(known.filter(({ key }) => key.includes('+}') || key.includes('$default'))).toEqual([]);
});

test('CDK-6: API Gateway checks a token before every call of the API, and lets only pages through without one', () => {
  const without = routes.filter(([, authorization]) => authorization === 'NONE');
  expect([...new Set(without.map(([, , door]) => door))].sort()).toEqual(['Admin', 'Executions', 'Pages']);
  expect(routes.filter(([, , door]) => door === 'Api').every(([, type]) => type === 'JWT')).toBe(true);
  const pages = known.filter(({ door }) => door === 'pages').map(({ path }) => path.split('/')[1]);
  expect([...new Set(pages)].sort()).toEqual(['assets', 'l', 'p']);
  const site = known.filter(({ door }) => door === 'admin' || door === 'executions');
  expect(site.filter(({ path }) => !path.startsWith('/admin')).map(({ key }) => key)).toEqual([
    'GET /api/docs',
  ]);
});

test('a fixed name goes before a variable one: trying a draft out is not a plan of that id', () => {
  const templates = listed.flatMap(({ path, methods }) =>
    methods.map((method) => ({
      key: `${method} ${path}`,
      method,
      path,
      functionArn: '',
      isIam: false,
      apiId: '',
    })),
  );
  const takes = (method: string, path: string) => matchRoute(templates, method, path)?.route.key;
  expect(takes('POST', '/api/plans/preview')).toBe('POST /api/plans/preview');
  expect(takes('GET', '/api/plans/plnabc')).toBe('GET /api/plans/{planId}');
  expect(takes('GET', '/p/check-in-2027-01-19/response')).toBe('GET /p/{requestId}/response');
  expect(takes('POST', '/p/decision')).toBe('POST /p/{requestId}');
  expect(takes('PUT', '/api/plans/preview')).toBeUndefined();
});

test('functions get requests in the shape they are written for', () => {
  for (const { Properties } of integrations.values()) {
    expect(Properties).toMatchObject({ IntegrationType: 'AWS_PROXY', PayloadFormatVersion: '2.0' });
  }
});

test('CDK-7: calls are logged by route, never by path, query or person', () => {
  const format = JSON.parse(stage.Properties.AccessLogSettings.Format);
  expect(format.routeKey).toBe('$context.routeKey');
  expect(Object.values(format).join(' ')).not.toMatch(/path|query|authorizer|identity|sourceIp/i);
});

test('CDK-7: the stage limits how fast anybody can call', () => {
  expect(stage.Properties.DefaultRouteSettings).toEqual({
    ThrottlingBurstLimit: 100,
    ThrottlingRateLimit: 50,
  });
});

test('SEC-11: a new link is asked for more slowly than anything else, once its routes exist', () => {
  const slow = { ThrottlingRateLimit: 25, ThrottlingBurstLimit: 50 };
  const pages = ['', '/adjustment', '/response', '/change', '/saved', '/plan', '/calendar.ics', '/new'];
  const forms = ['', '/new', ...[...pages, '/wrong-person'].map((below) => `/in${below}`)].map(
    (below) => `POST /l/{token}${below}`,
  );
  expect(stage.Properties.RouteSettings).toEqual(Object.fromEntries(forms.map((form) => [form, slow])));
  const before = stage.DependsOn.map(
    (id: string) =>
      all(service, 'AWS::ApiGatewayV2::Route').find(([known]) => known === id)?.[1].Properties.RouteKey,
  );
  expect(before).toEqual(expect.arrayContaining(forms));
});

test('CDK-8: no other site may call it from a browser', () => {
  expect(api.Properties).not.toHaveProperty('CorsConfiguration');
});
