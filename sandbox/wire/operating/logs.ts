import type { DeployedStack } from '../../template/deployed-stack.ts';
import { AwsError, type Functions, type WireService } from '../../types.ts';
import { jsonReply, requireMembers, unknownAction } from '../protocol.ts';

interface Group {
  name: string;
  arn: string;
  /** Logical id of the function that writes to it. */
  function: string | undefined;
}

const groupsOf = (stacks: readonly DeployedStack[]): Group[] => {
  const resources = stacks.flatMap((stack) => stack.resources);
  const groupOf = (properties: Record<string, unknown>) =>
    (properties.LoggingConfig as { LogGroup?: string } | undefined)?.LogGroup;
  return resources
    .filter(({ type }) => type === 'AWS::Logs::LogGroup')
    .map(({ physicalId: name, arn }) => ({
      name,
      arn,
      function: resources.find(
        ({ type, properties }) => type === 'AWS::Lambda::Function' && groupOf(properties) === name,
      )?.logicalId,
    }));
};

/** `"words" "more words"`: each of them stands in the line. Of the language of filters, the part for plain terms. */
const termsOf = (pattern: string): string[] =>
  [...pattern.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');

/** Amazon CloudWatch Logs, read only: what the functions have written, by their log groups. */
export const logsService = (options: {
  stacks: readonly DeployedStack[];
  functions: Pick<Functions, 'logs'>;
}): WireService => {
  const groups = groupsOf(options.stacks);
  return {
    target: 'Logs_20140328',
    signingName: 'logs',
    permissions: (action, { logGroupName }) => [
      { action: `logs:${action}`, resource: groups.find(({ name }) => name === logGroupName)?.arn ?? '*' },
    ],
    handle: async (action, input) => {
      if (action !== 'FilterLogEvents') throw unknownAction('logs', action, ['FilterLogEvents']);
      requireMembers(input, ['logGroupName']);
      const group = groups.find(({ name }) => name === input.logGroupName);
      if (!group) throw new AwsError('ResourceNotFoundException', 'The specified log group does not exist.');
      const terms = termsOf(String(input.filterPattern ?? ''));
      const [from, to] = [Number(input.startTime ?? 0), Number(input.endTime ?? Number.POSITIVE_INFINITY)];
      const events = options.functions
        .logs()
        .filter((log) => log.function === group.function && log.at >= from && log.at <= to)
        .filter(({ line }) => terms.every((term) => line.includes(term)))
        .map(({ at, line }, index) => ({
          eventId: `${index}`,
          logStreamName: 'sandbox',
          timestamp: at,
          ingestionTime: at,
          message: line,
        }));
      return jsonReply({ events, searchedLogStreams: [] });
    },
  };
};
