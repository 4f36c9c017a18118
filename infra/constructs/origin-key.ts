import { CfnOutput, RemovalPolicy, Stack, Token } from 'aws-cdk-lib';
import { type CfnSecret, Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { answerFor } from '../answer-for.ts';
import { EDGE_REGION } from '../edge-region.ts';

/** What the secret of a stage's origin keys is called; the edge finds it by that name, in a region of its own. */
export const originSecretName = (stage: string): string => `pip-follow-up-${stage}-origin-key`;

/**
 * The keys by which functions know that a request came through CloudFront: `{"k1": "<64 characters>"}`. CloudFront shows
 * the one that `hosts.originKey` names, and every key of the secret is taken, so that keys can be changed in between.
 */
export class OriginKey extends Construct {
  readonly secret: Secret;

  constructor(scope: Construct, id: string, { stage }: { stage: string }) {
    super(scope, id);
    const { region } = Stack.of(this);
    this.secret = new Secret(this, 'Secret', {
      secretName: originSecretName(stage),
      description: 'Keys that CloudFront shows to the functions behind it',
      generateSecretString: {
        secretStringTemplate: '{}',
        generateStringKey: 'k1',
        passwordLength: 64,
        excludePunctuation: true,
      },
      // CloudFormation reads a secret only in the region of the stack that needs it.
      replicaRegions: !Token.isUnresolved(region) && region === EDGE_REGION ? [] : [{ region: EDGE_REGION }],
      // A new one is as good; the name would stand in the way of it.
      removalPolicy: RemovalPolicy.DESTROY,
    });
    (this.secret.node.defaultChild as CfnSecret).overrideLogicalId('OriginSecret');
    new CfnOutput(Stack.of(this), 'OriginSecretName', {
      value: originSecretName(stage),
      description: 'Keys that CloudFront shows',
    });
    answerFor(this.secret, {
      SMG4: 'CloudFront shows it as deployed, so that a key that went by itself would close both hosts; people renew it in two deployments.',
    });
  }
}
