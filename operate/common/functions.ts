import { FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { GetFunctionConfigurationCommand } from '@aws-sdk/client-lambda';
import { doorNames } from '../../infra/doors.ts';
import type { Aws } from './aws.ts';
import type { Deployment } from './deployment.ts';
import { Cannot } from './exit.ts';

/** The physical name of a function. @throws Cannot for one there is not */
export async function functionNamed(deployment: Deployment, wanted: string): Promise<string> {
  const found = (await functionsOf(deployment)).find(({ door }) => door === wanted);
  if (found) return found.name;
  throw new Cannot(`There is no function "${wanted}".`, `There are ${doorNames.join(', ')}.`);
}

/** Every function, by the name it has in commands. */
export async function functionsOf(deployment: Deployment): Promise<{ door: string; name: string }[]> {
  const all = await deployment.resources('AWS::Lambda::Function');
  return doorNames.flatMap((door) => {
    const found = all.find(({ LogicalResourceId = '' }) =>
      LogicalResourceId.toLowerCase().startsWith(`${door.toLowerCase()}function`),
    );
    return found?.PhysicalResourceId ? [{ door, name: found.PhysicalResourceId }] : [];
  });
}

export interface LogQuery {
  /** Epoch milliseconds. */
  since: number;
  /** Terms that stand in the line, as CloudWatch Logs writes filters. */
  pattern?: string;
  most: number;
}

export interface Line {
  /** Epoch milliseconds. */
  at: number;
  text: string;
}

/** What a function wrote, oldest first; `isMore` when there is more than `most`. */
export async function linesOf(
  aws: Aws,
  FunctionName: string,
  { since, pattern, most }: LogQuery,
): Promise<{ lines: Line[]; isMore: boolean }> {
  const set = await aws.lambda().send(new GetFunctionConfigurationCommand({ FunctionName }));
  const logGroupName = set.LoggingConfig?.LogGroup ?? `/aws/lambda/${FunctionName}`;
  const lines: Line[] = [];
  let nextToken: string | undefined;
  do {
    const page = await aws.logs().send(
      new FilterLogEventsCommand({
        logGroupName,
        startTime: since,
        ...(pattern !== undefined && { filterPattern: pattern }),
        ...(nextToken !== undefined && { nextToken }),
      }),
    );
    for (const { timestamp = 0, message = '' } of page.events ?? [])
      lines.push({ at: timestamp, text: message.trimEnd() });
    nextToken = page.nextToken;
  } while (nextToken !== undefined && lines.length <= most);
  return { lines: lines.slice(0, most), isMore: nextToken !== undefined || lines.length > most };
}
