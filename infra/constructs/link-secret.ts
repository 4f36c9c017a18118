import { RemovalPolicy } from 'aws-cdk-lib';
import { type CfnSecret, Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';

const firstKey = 'k1';

/**
 * The keys that links are sealed with: `{"current": "k1", "k1": "<64 characters>"}`. `current` names the key for
 * new links; the others still open links that were sent before. A lost key ends every link sealed with it.
 */
export class LinkSecret extends Construct {
  readonly secret: Secret;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.secret = keys(this, 'LinkSecret', 'Keys that the links in e-mails are sealed with');
  }
}

/** The keys that sign-in sessions are sealed with, in the same form. A lost key signs everybody out, and no more. */
export class SessionSecret extends Construct {
  readonly secret: Secret;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.secret = keys(this, 'SessionSecret', 'Keys that sign-in sessions are sealed with');
  }
}

function keys(scope: Construct, logicalId: string, description: string): Secret {
  const secret = new Secret(scope, 'Secret', {
    description,
    generateSecretString: {
      secretStringTemplate: JSON.stringify({ current: firstKey }),
      generateStringKey: firstKey,
      passwordLength: 64,
      excludePunctuation: true,
    },
    removalPolicy: RemovalPolicy.RETAIN,
  });
  (secret.node.defaultChild as CfnSecret).overrideLogicalId(logicalId);
  return secret;
}
