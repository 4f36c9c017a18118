/** What a Task's `Resource` names. */
export type Resource =
  | { kind: 'function'; arn: string }
  | { kind: 'lambda'; resource: 'invoke' | 'invoke.waitForTaskToken' }
  | { kind: 'states'; resource: 'startExecution' | 'startExecution.sync:2' };

const FUNCTION_ARN = /^arn:[\w-]+:lambda:[\w-]*:\d{12}:function:[\w-]+(:[\w$-]+)?$/;
const INTEGRATION = /^arn:[\w-]+:states:[\w-]*:\d*:(lambda|states):(.+)$/;

/** Answers undefined for a resource the sandbox does not run. */
export function parseResource(arn: string): Resource | undefined {
  if (FUNCTION_ARN.test(arn)) return { kind: 'function', arn };
  const [, service, resource] = INTEGRATION.exec(arn) ?? [];
  if (service === 'lambda' && (resource === 'invoke' || resource === 'invoke.waitForTaskToken')) {
    return { kind: 'lambda', resource };
  }
  if (service === 'states' && (resource === 'startExecution' || resource === 'startExecution.sync:2')) {
    return { kind: 'states', resource };
  }
  return undefined;
}
