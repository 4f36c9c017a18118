import type { HistoryEvent } from './execution-page.tsx';
import type { ConsoleOptions } from './world.ts';

/** The whole history of an execution, oldest event first. */
export const historyOf = (states: ConsoleOptions['states'], executionArn: string): HistoryEvent[] => {
  const read = states.getExecutionHistory as (input: object) => unknown;
  const events: HistoryEvent[] = [];
  let nextToken: string | undefined;
  do {
    const page = read.call(states, {
      executionArn,
      maxResults: 1000,
      ...(nextToken ? { nextToken } : {}),
    }) as {
      events: HistoryEvent[];
      nextToken?: string;
    };
    events.push(...page.events);
    nextToken = page.nextToken;
  } while (nextToken);
  return events;
};
