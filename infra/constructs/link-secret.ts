import { RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { type CfnSecret, Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { answerFor } from '../answer-for.ts';

const firstKey = 'k1';

/**
 * The keys that links are sealed with: `{"current": "k1", "k1": "<64 characters>"}`. `current` names the key for
 * new links; the others still open links that were sent before. A lost key ends every link sealed with it.
 */
export class LinkSecret extends Construct {
  readonly secret: Secret;

  constructor(scope: Construct, id: string, { key }: { key: IKey }) {
    super(scope, id);
    this.secret = keys(this, 'LinkSecret', key, 'Keys that the links in e-mails are sealed with');
  }
}

/** The keys that sign-in sessions are sealed with, in the same form. A lost key signs everybody out, and no more. */
export class SessionSecret extends Construct {
  readonly secret: Secret;

  constructor(scope: Construct, id: string, { key }: { key: IKey }) {
    super(scope, id);
    this.secret = keys(this, 'SessionSecret', key, 'Keys that sign-in sessions are sealed with');
  }
}

function keys(scope: Construct, logicalId: string, key: IKey, description: string): Secret {
  const secret = new Secret(scope, 'Secret', {
    description,
    generateSecretString: {
      secretStringTemplate: JSON.stringify({ current: firstKey }),
      generateStringKey: firstKey,
      passwordLength: 64,
      excludePunctuation: true,
    },
    // A first deployment that fails leaves no key behind that nothing was ever sealed with.
    removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
  });
  (secret.node.defaultChild as CfnSecret).overrideLogicalId(logicalId);
  encrypted(secret, key);
  answerFor(secret, {
    SMG4: 'A key that went by itself would end every link and session made with it; people rotate it, with both keys alive until the old one has served its time.',
  });
  return secret;
}

/** Given to the CDK the key would get a policy that lets the whole account use it; infra/rights.ts says who does. */
export function encrypted(secret: Secret, key: IKey): void {
  (secret.node.defaultChild as CfnSecret).kmsKeyId = key.keyArn;
}
