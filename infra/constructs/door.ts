import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Effect, PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, type Code, Function as Lambda, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { allExecutionsOf, answerFor, EVERY_EXECUTION } from '../answer-for.ts';
import { type DoorName, doors } from '../doors.ts';
import { rights, type Subject } from '../rights.ts';

export interface DoorProps {
  name: DoorName;
  code: Code;
  environment: Record<string, string>;
  /** All that the function may do besides writing its own log and traces. */
  rights: PolicyStatement[];
  logRetention: RetentionDays;
}

/** A Lambda function with a log and a role of its own. */
export class Door extends Construct {
  readonly lambda: Lambda;
  readonly role: Role;

  constructor(scope: Construct, id: string, props: DoorProps) {
    super(scope, id);
    const logGroup = new LogGroup(this, 'Log', {
      retention: props.logRetention,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      inlinePolicies: {
        rights: new PolicyDocument({ statements: [...props.rights, ...ownTracks(logGroup)] }),
      },
    });
    this.lambda = new Lambda(this, 'Function', {
      description: doors[props.name].description,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: 512,
      timeout: Duration.seconds(doors[props.name].seconds),
      code: props.code,
      handler: 'index.handler',
      // Whatever else the CDK would add to a role is left out: infra/rights.ts is all there is.
      role: this.role.withoutPolicyUpdates(),
      tracing: Tracing.ACTIVE,
      logGroup,
      environment: {
        POWERTOOLS_SERVICE_NAME: props.name,
        LOG_LEVEL: 'INFO',
        ...props.environment,
      },
    });
    this.answerForItsRights(props.name);
  }

  private answerForItsRights(name: DoorName): void {
    const isAbout = (subject: Subject): boolean => rights[name].some(({ on }) => on === subject);
    answerFor(this.role, {
      'IAM5[Resource::*]': isAbout('sending account')
        ? 'X-Ray takes traces, and SES tells what may still be sent, for the account as a whole: neither knows a narrower resource.'
        : 'X-Ray takes traces for the account as a whole: it knows no narrower resource.',
      ...(isAbout('executions') && { [allExecutionsOf(this, 'PlanLifecycle')]: EVERY_EXECUTION }),
      ...(isAbout('bulk executions') && { [allExecutionsOf(this, 'BulkWork')]: EVERY_EXECUTION }),
    });
  }
}

const ownTracks = (logGroup: LogGroup): PolicyStatement[] => [
  new PolicyStatement({
    effect: Effect.ALLOW,
    actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
    resources: [logGroup.logGroupArn],
  }),
  new PolicyStatement({
    effect: Effect.ALLOW,
    actions: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'],
    // X-Ray knows no narrower resource.
    resources: ['*'],
  }),
];
