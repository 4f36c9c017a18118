import { Stack, Token, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/**
 * Answers for findings of cdk-nag on a construct and everything in it.
 *
 * @param findings reasons by finding, such as `IAM5[Resource::*]`; each says why it is right here
 * @example answerFor(queue, { SQS3: 'It takes what others have given up, and nothing is taken out of it by itself.' })
 */
export function answerFor(construct: IConstruct, findings: Record<string, string>): void {
  for (const [id, reason] of Object.entries(findings))
    Validations.of(construct).acknowledge({ id: `AwsSolutions-${id}`, reason });
}

/** The finding of a right to all executions of a workflow; `/*` for those that a map run of it starts. */
export function allExecutionsOf(scope: IConstruct, logicalId: string, which: ':*' | '/*' = ':*'): string {
  const { partition, region, account } = Stack.of(scope);
  const known = (value: string, otherwise: string): string => (Token.isUnresolved(value) ? otherwise : value);
  const from = `arn:${known(partition, '<AWS::Partition>')}:states:${known(region, '<AWS::Region>')}:${known(account, '<AWS::AccountId>')}`;
  return `IAM5[Resource::${from}:execution:<${logicalId}.Name>${which}]`;
}

/** Why a right cannot name the executions it is about. */
export const EVERY_EXECUTION =
  'Each run of a plan or of bulk work is an execution with a name of its own, made long after the policy; the right ends at one state machine of this stage.';
