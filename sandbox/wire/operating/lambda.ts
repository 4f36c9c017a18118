import { createTriggers, type Triggers } from '../../triggers.ts';
import type { Functions, Resource, WireService } from '../../types.ts';
import { AwsError } from '../../types.ts';
import { jsonReply } from '../protocol.ts';
import { restRoutes } from '../rest.ts';

const NAMED = '/2015-03-31/functions/{FunctionName}';
const MAPPING = '/2015-03-31/event-source-mappings/{UUID}';

const withBody = restRoutes([
  ['GET', `${NAMED}/configuration`, 'GetFunctionConfiguration'],
  ['GET', MAPPING, 'GetEventSourceMapping'],
  ['PUT', MAPPING, 'UpdateEventSourceMapping'],
]);
const invocation = restRoutes([['POST', `${NAMED}/invocations`, 'Invoke']]);

const payloadOf = (body: Buffer): unknown => {
  try {
    return JSON.parse(body.toString('utf8') || '{}');
  } catch {
    throw new AwsError('InvalidRequestContentException', 'Could not parse request body into json');
  }
};

const lastOf = (arn: string): string => arn.slice(arn.lastIndexOf(':') + 1);

/**
 * AWS Lambda: calls a function of the templates and waits for its answer, tells how it is set up, and switches what feeds
 * it.
 */
export const lambdaService = (options: {
  resources: readonly Resource[];
  functions: Pick<Functions, 'invoke'>;
  triggers?: Triggers;
}): WireService => {
  const { resources, triggers = createTriggers() } = options;
  const known = (type: string, wanted: unknown): Resource | undefined =>
    resources.find((one) => one.type === type && (one.arn === wanted || lastOf(one.arn) === wanted));
  const named = (wanted: unknown): Resource => {
    const found = known('AWS::Lambda::Function', wanted);
    if (found) return found;
    throw new AwsError('ResourceNotFoundException', `Function not found: ${String(wanted)}`, 404);
  };
  const mapping = (wanted: unknown): Resource => {
    const found = known('AWS::Lambda::EventSourceMapping', wanted);
    if (found) return found;
    throw new AwsError('ResourceNotFoundException', 'The resource you requested does not exist.', 404);
  };
  const shown = (feed: Resource) => ({
    UUID: lastOf(feed.arn),
    EventSourceArn: feed.properties.EventSourceArn,
    FunctionArn: known('AWS::Lambda::Function', feed.properties.FunctionName)?.arn,
    State: triggers.isOn(feed) ? 'Enabled' : 'Disabled',
  });
  const answers: Record<string, (input: Record<string, unknown>) => Record<string, unknown>> = {
    GetFunctionConfiguration: ({ FunctionName }) => {
      const { arn, properties } = named(FunctionName);
      const { Runtime, Handler, Timeout, MemorySize, LoggingConfig, Environment, Role } = properties;
      return {
        ...{ FunctionName: lastOf(arn), FunctionArn: arn, Version: '$LATEST', State: 'Active' },
        ...{ Runtime, Handler, Timeout, MemorySize, LoggingConfig, Environment, Role },
      };
    },
    GetEventSourceMapping: ({ UUID }) => shown(mapping(UUID)),
    UpdateEventSourceMapping: ({ UUID, Enabled }) => {
      const feed = mapping(UUID);
      if (typeof Enabled === 'boolean') triggers.turn(feed, Enabled);
      return shown(feed);
    },
  };
  return {
    target: 'rest:lambda',
    signingName: 'lambda',
    // What a function is called with is no part of what is asked of Lambda.
    route: (request) => {
      const { action, input } = invocation({ ...request, body: Buffer.alloc(0) }) ?? {};
      return action && input ? { action, input } : withBody(request);
    },
    permissions: (action, { FunctionName, UUID }) => [
      UUID === undefined
        ? {
            action: action === 'Invoke' ? 'lambda:InvokeFunction' : `lambda:${action}`,
            resource: known('AWS::Lambda::Function', FunctionName)?.arn ?? String(FunctionName),
          }
        : {
            action: `lambda:${action}`,
            resource: known('AWS::Lambda::EventSourceMapping', UUID)?.arn ?? String(UUID),
          },
    ],
    handle: async (action, input, _caller, { body }) => {
      const answer = answers[action];
      if (answer) return jsonReply(answer(input));
      const { payload, error } = await options.functions.invoke(
        named(input.FunctionName).arn,
        payloadOf(body),
      );
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
