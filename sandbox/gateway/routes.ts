import type { Resource } from '../types.ts';

export interface Route {
  /** As the template says it, e.g. `GET /l/{token}` or `$default`. */
  key: string;
  method: string;
  path: string;
  functionArn: string;
  isIam: boolean;
  /** Of a route that a JWT authorizer stands before. */
  jwt?: JwtRule;
  apiId: string;
}

export interface JwtRule {
  issuer: string;
  /** Any of which a token must be for. */
  audience: readonly string[];
  /** Any of which a token must have; none when the route asks for none. */
  scopes: readonly string[];
}

export interface RouteMatch {
  route: Route;
  parameters: Record<string, string>;
}

/** A template asks for something of API Gateway that the sandbox does not have; the message names it. */
export class UnsupportedRoute extends Error {}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const functionArnOf = (uri: string): string => /\/functions\/(arn:[^/]+)\/invocations$/.exec(uri)?.[1] ?? uri;

const integrationOf = (route: Resource, integrations: readonly Resource[]): Resource => {
  const id = text(route.properties.Target).replace(/^integrations\//, '');
  const integration = integrations.find(
    ({ logicalId, arn, stack }) =>
      arn === id || arn.endsWith(`/${id}`) || (logicalId === id && stack === route.stack),
  );
  if (!integration)
    throw new UnsupportedRoute(`${route.path}: no integration is behind '${route.properties.Target}'.`);
  const { IntegrationType, PayloadFormatVersion } = integration.properties;
  if (IntegrationType !== 'AWS_PROXY' || PayloadFormatVersion !== '2.0') {
    throw new UnsupportedRoute(
      `${integration.path}: the sandbox has AWS_PROXY integrations with payload format 2.0, not ${IntegrationType} ${PayloadFormatVersion}.`,
    );
  }
  return integration;
};

const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

const jwtRuleOf = (route: Resource, authorizers: readonly Resource[]): JwtRule => {
  const id = text(route.properties.AuthorizerId);
  const authorizer = authorizers.find(({ arn }) => id !== '' && arn.endsWith(`/${id}`));
  const { Issuer, Audience } = (authorizer?.properties.JwtConfiguration ?? {}) as Record<string, unknown>;
  if (!authorizer || typeof Issuer !== 'string')
    throw new UnsupportedRoute(`${route.path}: there is no JWT authorizer '${id}' with an issuer.`);
  return { issuer: Issuer, audience: texts(Audience), scopes: texts(route.properties.AuthorizationScopes) };
};

/** The routes of every HTTP API in the template. @throws UnsupportedRoute */
export const routesOf = (resources: readonly Resource[]): Route[] => {
  const integrations = resources.filter(({ type }) => type === 'AWS::ApiGatewayV2::Integration');
  const authorizers = resources.filter(({ type }) => type === 'AWS::ApiGatewayV2::Authorizer');
  const stages = resources.filter(({ type }) => type === 'AWS::ApiGatewayV2::Stage');
  for (const { path, properties } of stages) {
    if (properties.StageName !== '$default') {
      throw new UnsupportedRoute(
        `${path}: the sandbox has the stage $default only, not ${properties.StageName}.`,
      );
    }
  }
  return resources
    .filter(({ type }) => type === 'AWS::ApiGatewayV2::Route')
    .map((resource) => {
      const key = text(resource.properties.RouteKey);
      const authorization = text(resource.properties.AuthorizationType) || 'NONE';
      if (!['NONE', 'AWS_IAM', 'JWT'].includes(authorization)) {
        throw new UnsupportedRoute(`${resource.path}: the sandbox has no ${authorization} authorizer.`);
      }
      const [method = '', path = ''] = key === '$default' ? ['ANY', '/{proxy+}'] : key.split(' ');
      const integration = integrationOf(resource, integrations);
      return {
        key,
        method,
        path,
        functionArn: functionArnOf(text(integration.properties.IntegrationUri)),
        isIam: authorization === 'AWS_IAM',
        ...(authorization === 'JWT' ? { jwt: jwtRuleOf(resource, authorizers) } : {}),
        apiId: text(resource.properties.ApiId),
      };
    });
};

const decode = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};

const parametersOf = (pattern: string, path: string): Record<string, string> | undefined => {
  const wanted = pattern.split('/').slice(1);
  const given = path.split('/').slice(1);
  const parameters: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const name = /^\{(.+?)(\+?)\}$/.exec(part);
    const actual = given[index];
    if (name?.[2] === '+') {
      parameters[name[1] ?? ''] = given.slice(index).map(decode).join('/');
      return parameters;
    }
    if (actual === undefined || (name ? actual === '' : actual !== part)) return undefined;
    if (name) parameters[name[1] ?? ''] = decode(actual);
  }
  return given.length === wanted.length ? parameters : undefined;
};

/** Sorts before another when more specific: fixed parts before variables before `{proxy+}`, a method before ANY, $default last. */
const rank = ({ key, method, path }: Route): string =>
  key === '$default'
    ? '9'
    : `${path
        .split('/')
        .slice(1)
        .map((part) => (part.endsWith('+}') ? '3' : part.startsWith('{') ? '2' : '1'))
        .join('')}${method === 'ANY' ? '1' : '0'}`;

/** Chooses the most specific route, as API Gateway does. */
export const matchRoute = (routes: readonly Route[], method: string, path: string): RouteMatch | undefined =>
  routes
    .filter((route) => route.method === 'ANY' || route.method === method)
    .flatMap((route) => {
      const parameters = parametersOf(route.path, path);
      return parameters ? [{ route, parameters: route.key === '$default' ? {} : parameters }] : [];
    })
    .sort((a, b) => (rank(a.route) < rank(b.route) ? -1 : 1))[0];
