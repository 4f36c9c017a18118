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

/**
 * Of the language of filters, the part for plain terms: each of `"words" "more words"` stands in the line, and one of
 * `?these ?terms`.
 */
const matching = (pattern: string): ((line: string) => boolean) => {
  const terms = [...pattern.matchAll(/(\?)?(?:"([^"]*)"|([^\s"?]+))/g)].map(([, any, quoted, plain]) => ({
    term: quoted ?? plain ?? '',
    isChoice: any !== undefined,
  }));
  const choices = terms.filter(({ isChoice }) => isChoice);
  return (line) =>
    terms.every(({ term, isChoice }) => isChoice || line.includes(term)) &&
    (choices.length === 0 || choices.some(({ term }) => line.includes(term)));
};

/** Amazon CloudWatch Logs, read only: what the functions have written, by their log groups. */
export const logsService = (options: {
  stacks: readonly DeployedStack[];
  functions: Pick<Functions, 'logs'>;
}): WireService => {
  // A deployment may bring others.
  const find = (wanted: unknown) => groupsOf(options.stacks).find(({ name }) => name === wanted);
  return {
    target: 'Logs_20140328',
    signingName: 'logs',
    permissions: (action, { logGroupName }) => [
      { action: `logs:${action}`, resource: find(logGroupName)?.arn ?? '*' },
    ],
    handle: async (action, input) => {
      if (action !== 'FilterLogEvents') throw unknownAction('logs', action, ['FilterLogEvents']);
      requireMembers(input, ['logGroupName']);
      const group = find(input.logGroupName);
      if (!group) throw new AwsError('ResourceNotFoundException', 'The specified log group does not exist.');
      const isMeant = matching(String(input.filterPattern ?? ''));
      const [from, to] = [Number(input.startTime ?? 0), Number(input.endTime ?? Number.POSITIVE_INFINITY)];
      const events = options.functions
        .logs()
        .filter((log) => log.function === group.function && log.at >= from && log.at <= to)
        .filter(({ line }) => isMeant(line))
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
