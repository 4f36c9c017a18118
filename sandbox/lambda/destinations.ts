import type { Iam, Resource } from '../types.ts';

/**
 * Looks, as Lambda does before it takes on where failed asynchronous calls are to go, whether the role of each function may
 * send there.
 *
 * @throws AwsError
 */
export const checkDestinations = (resources: readonly Resource[], iam: Iam): void => {
  for (const { type, properties } of resources) {
    if (type !== 'AWS::Lambda::EventInvokeConfig') continue;
    const { OnFailure } = (properties.DestinationConfig ?? {}) as { OnFailure?: { Destination?: string } };
    const queue = OnFailure?.Destination;
    const found = resources.find(
      (each) =>
        each.type === 'AWS::Lambda::Function' &&
        (each.arn === properties.FunctionName || each.arn.endsWith(`:${properties.FunctionName}`)),
    );
    if (!found || !queue?.startsWith('arn:aws:sqs:')) continue;
    const caller = { name: found.logicalId, roleArn: `${found.properties.Role}` };
    iam.check(caller, { action: 'sqs:SendMessage', resource: queue });
  }
};
