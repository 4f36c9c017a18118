import type { Functions, Resource, WireService } from '../../types.ts';
import { AwsError } from '../../types.ts';
import { jsonReply } from '../protocol.ts';

const FUNCTIONS = /^\/2015-03-31\/functions\/([^/]+)\/(invocations|configuration)$/;

const payloadOf = (body: Buffer): unknown => {
  try {
    return JSON.parse(body.toString('utf8') || '{}');
  } catch {
    throw new AwsError('InvalidRequestContentException', 'Could not parse request body into json');
  }
};

/** AWS Lambda: calls a function of the templates and waits for its answer, or tells how it is set up. */
export const lambdaService = (options: {
  resources: readonly Resource[];
  functions: Pick<Functions, 'invoke'>;
}): WireService => {
  const functions = options.resources.filter(({ type }) => type === 'AWS::Lambda::Function');
  const nameOf = ({ arn }: Resource): string => arn.slice(arn.lastIndexOf(':') + 1);
  const find = (wanted: unknown): Resource => {
    const found = functions.find((one) => one.arn === wanted || nameOf(one) === wanted);
    if (found) return found;
    throw new AwsError('ResourceNotFoundException', `Function not found: ${String(wanted)}`, 404);
  };
  return {
    target: 'rest:lambda',
    signingName: 'lambda',
    route: ({ method, path }) => {
      const [, name, what] = FUNCTIONS.exec(path) ?? [];
      if (name === undefined) return undefined;
      const input = { FunctionName: decodeURIComponent(name) };
      if (method === 'POST' && what === 'invocations') return { action: 'Invoke', input };
      return method === 'GET' && what === 'configuration'
        ? { action: 'GetFunctionConfiguration', input }
        : undefined;
    },
    permissions: (action, { FunctionName }) => [
      {
        action: action === 'Invoke' ? 'lambda:InvokeFunction' : `lambda:${action}`,
        resource: functions.find((one) => nameOf(one) === FunctionName)?.arn ?? String(FunctionName),
      },
    ],
    handle: async (action, { FunctionName }, _caller, { body }) => {
      const found = find(FunctionName);
      const { Runtime, Handler, Timeout, MemorySize, LoggingConfig, Environment, Role } = found.properties;
      if (action === 'GetFunctionConfiguration')
        return jsonReply({
          ...{ FunctionName: nameOf(found), FunctionArn: found.arn, Version: '$LATEST', State: 'Active' },
          ...{ Runtime, Handler, Timeout, MemorySize, LoggingConfig, Environment, Role },
        });
      const { payload, error } = await options.functions.invoke(found.arn, payloadOf(body));
      return {
        status: 200,
        headers: {
          'content-type': 'application/json',
          'x-amz-executed-version': '$LATEST',
          ...(error ? { 'x-amz-function-error': 'Unhandled' } : {}),
        },
        body: JSON.stringify(error ?? payload ?? null),
      };
    },
  };
};
