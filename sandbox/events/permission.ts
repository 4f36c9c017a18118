import type { Resource } from '../types.ts';

/** Whether a function's own policy lets a rule of EventBridge call it; no role is taken for that. */
export const mayBeCalledBy = (
  rule: Resource,
  functionArn: string,
  resources: readonly Resource[],
): boolean => {
  const names = [functionArn, functionArn.slice(functionArn.lastIndexOf(':') + 1)];
  return resources.some(
    ({ type, properties: { Action, FunctionName, Principal, SourceArn } }) =>
      type === 'AWS::Lambda::Permission' &&
      Action === 'lambda:InvokeFunction' &&
      Principal === 'events.amazonaws.com' &&
      names.includes(`${FunctionName}`) &&
      (SourceArn === undefined || SourceArn === rule.arn),
  );
};
