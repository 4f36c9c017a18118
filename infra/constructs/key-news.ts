import { EventField } from 'aws-cdk-lib/aws-events';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { newsRule } from './news-rule.ts';

export interface KeyNewsProps {
  key: IKey;
  operators: ITopic;
  undelivered: IQueue;
}

/** What makes the record unreadable, at once or in some days, or lets somebody else decide over it. */
export const AGAINST_THE_KEY = ['DisableKey', 'ScheduleKeyDeletion', 'DisableKeyRotation', 'PutKeyPolicy'];

/**
 * Tells operators that the key of the record was disabled or is to be deleted. Without it every read fails, and a
 * deleted key is the end of every plan. EventBridge learns of it from CloudTrail: the account needs a trail.
 */
export class KeyNews extends Construct {
  constructor(scope: Construct, id: string, { key, operators, undelivered }: KeyNewsProps) {
    super(scope, id);
    const call = EventField.fromPath('$.detail.eventName');
    newsRule(this, 'Rule', {
      description: 'Calls that take the key of the record away',
      pattern: {
        source: ['aws.kms'],
        detailType: ['AWS API Call via CloudTrail'],
        detail: {
          eventSource: ['kms.amazonaws.com'],
          eventName: AGAINST_THE_KEY,
          resources: { ARN: [key.keyArn] },
        },
      },
      says: `Somebody called ${call} on the key that every plan is encrypted with. If nobody meant to, undo it now: docs/runbooks/key-in-danger.md`,
      operators,
      undelivered,
    });
  }
}
