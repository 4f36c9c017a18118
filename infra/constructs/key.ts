import { ArnFormat, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AccountRootPrincipal, PolicyDocument, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Alias, type CfnKey, Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';

/**
 * The key that the record, the secrets and the executions are encrypted with. Who may use it for what is written in
 * infra/rights.ts: its own policy leaves that to the roles of the account, and lets the logs of the workflows be delivered.
 */
export class DataKey extends Construct {
  readonly key: Key;

  constructor(scope: Construct, id: string, { stage }: { stage: string }) {
    super(scope, id);
    this.key = new Key(this, 'Key', {
      description: `PIP Follow-Up, stage ${stage}: the record, the secrets and the executions`,
      enableKeyRotation: true,
      rotationPeriod: Duration.days(365),
      // Without its key a table is noise: there is a month to notice.
      pendingWindow: Duration.days(30),
      removalPolicy: RemovalPolicy.RETAIN,
      policy: new PolicyDocument({ statements: [theAccountDecides(), logsAreDelivered(Stack.of(this))] }),
    });
    (this.key.node.defaultChild as CfnKey).overrideLogicalId('DataKey');
    new Alias(this, 'Alias', { aliasName: `alias/pip-follow-up-${stage}`, targetKey: this.key });
  }
}

const theAccountDecides = (): PolicyStatement =>
  new PolicyStatement({
    sid: 'TheAccountDecides',
    principals: [new AccountRootPrincipal()],
    actions: ['kms:*'],
    resources: ['*'],
  });

/** What a state machine hands to its log is encrypted with its key on the way there. */
const logsAreDelivered = (stack: Stack): PolicyStatement =>
  new PolicyStatement({
    sid: 'LogsAreDelivered',
    principals: [new ServicePrincipal('delivery.logs.amazonaws.com')],
    actions: ['kms:Decrypt'],
    resources: ['*'],
    conditions: { StringEquals: { 'kms:EncryptionContext:SourceArn': logsOf(stack) } },
  });

/** The encryption context of logs on their way: every log of the account and region, literally with a star. */
export const logsOf = (stack: Stack): string =>
  stack.formatArn({ service: 'logs', resource: '*', arnFormat: ArnFormat.COLON_RESOURCE_NAME });
