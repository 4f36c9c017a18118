import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  ApiMapping,
  type CfnRoute,
  type CfnStage,
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  type HttpRoute,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { answerFor } from '../answer-for.ts';
import type { DoorName } from '../doors.ts';
import { routes, throttles } from '../routes.ts';
import type { Config } from '../settings.ts';
import { OriginDomain } from './origin-domain.ts';

export interface FrontProps {
  config: Pick<Config, 'hosts' | 'zone' | 'certificates' | 'logRetentionDays'>;
}

/** Whose tokens the API takes, and whom they must be meant for. */
export interface Tokens {
  issuer: string;
  audience: string[];
}

/** The HTTP API in front of the functions that people and programs talk to. */
export class Front extends Construct {
  readonly api: HttpApi;
  /** The origin that the links in e-mails lead to, without a slash at the end. */
  readonly baseUrl: string;
  /** The origin that people sign in at and programs call. */
  readonly adminUrl: string;
  private readonly stage: CfnStage;
  private tokens: HttpJwtAuthorizer | undefined;

  constructor(scope: Construct, id: string, { config }: FrontProps) {
    super(scope, id);
    const { hosts, zone, certificates } = config;
    this.api = new HttpApi(this, 'Api', {
      apiName: Stack.of(this).stackName,
      createDefaultStage: false,
      // With hosts there is one way in, and the firewall stands before it.
      disableExecuteApiEndpoint: hosts !== undefined,
    });
    this.baseUrl = hosts ? `https://${hosts.participants}` : this.api.apiEndpoint;
    this.adminUrl = hosts ? `https://${hosts.admin}` : this.api.apiEndpoint;
    const domain = hosts && new OriginDomain(this, 'Origin', { hosts, zone, certificates });
    const stage = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: 50, burstLimit: 100 },
      accessLogSettings: {
        destination: new LogGroupLogDestination(
          new LogGroup(this, 'AccessLog', {
            logGroupName: `/aws/vendedlogs/apis/${Stack.of(this).stackName}`,
            retention: config.logRetentionDays,
            removalPolicy: RemovalPolicy.DESTROY,
          }),
        ),
        format: AccessLogFormat.custom(JSON.stringify(accessLog)),
      },
    });
    this.stage = stage.node.defaultChild as CfnStage;
    // Asked to make it, the stage would wait for the name, and with it for its certificate.
    if (domain) new ApiMapping(this, 'Mapping', { api: this.api, stage, domainName: domain.name });
  }

  /** From here on routes for programs take these tokens, and nothing else. */
  take({ issuer, audience }: Tokens): void {
    this.tokens = new HttpJwtAuthorizer('Tokens', issuer, { jwtAudience: audience });
  }

  /** Opens the routes of infra/routes.ts that lead to this function. */
  open(name: DoorName, lambda: IFunction): void {
    const integration = new HttpLambdaIntegration(`To-${name}`, lambda, { scopePermissionToRoute: false });
    for (const route of routes.filter(({ door }) => door === name)) {
      const opened = this.api.addRoutes({
        path: route.path,
        methods: route.methods.map((method) => HttpMethod[method]),
        integration,
        authorizer: route.admits === 'token' ? this.authorizer() : new HttpNoneAuthorizer(),
      });
      for (const one of opened) this.slowDown(one);
      if (route.admits !== 'token') {
        for (const one of opened) answerFor(one, { APIG4: UNGUARDED[route.admits] });
      }
    }
  }

  private authorizer(): HttpJwtAuthorizer {
    if (!this.tokens) throw new Error('Nobody has said whose tokens the API takes.');
    return this.tokens;
  }

  /** A stage can only name a route that is there already. */
  private slowDown(route: HttpRoute): void {
    const { routeKey } = route.node.defaultChild as CfnRoute;
    const limit = throttles[routeKey];
    if (!limit) return;
    this.stage.routeSettings = { ...(this.stage.routeSettings as object | undefined), [routeKey]: limit };
    this.stage.node.addDependency(route);
  }
}

/** Why API Gateway asks for nothing on the way to a function, by what the function asks for itself. */
const UNGUARDED = {
  link: 'People come by the link in their e-mail, without an account; the function checks its seal, its plan and its time.',
  session:
    'People come with a browser; the function checks their session, and sends whoever has none to sign in.',
  open: 'Style sheets, the way to sign in and the description of the API: there is nothing in it to guard.',
};

/** The route instead of the path, because a path can hold a link; nobody's address, because it is nobody's business. */
const accessLog = {
  at: '$context.requestTime',
  requestId: '$context.requestId',
  routeKey: '$context.routeKey',
  status: '$context.status',
  milliseconds: '$context.responseLatency',
  integrationError: '$context.integrationErrorMessage',
};
