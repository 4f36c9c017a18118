import type { Triggers } from '../triggers.ts';
import { AwsError, type Clock, type Resource, type WireService } from '../types.ts';
import { RULE_ACTIONS, ruleActions } from './event-rules.ts';
import { instant } from './instant.ts';
import { jsonReply, requireMembers, unknownAction } from './protocol.ts';

export interface PublishedEvent {
  id: string;
  at: string;
  bus: string;
  source: string;
  detailType: string;
  detail: unknown;
  resources: string[];
}

export interface EventLog {
  list(): PublishedEvent[];
  add(event: Omit<PublishedEvent, 'id'>): string;
  clear(): void;
}

/** @param onEvent told of everything that is put on a bus */
export const createEventLog = (onEvent: (event: PublishedEvent) => void = () => {}): EventLog => {
  let events: PublishedEvent[] = [];
  return {
    list: () => events,
    add: (event) => {
      const id = `00000000-0000-4000-8000-${String(events.length + 1).padStart(12, '0')}`;
      const published = { id, ...event };
      events.push(published);
      onEvent(published);
      return id;
    },
    clear: () => {
      events = [];
    },
  };
};

interface Entry {
  Source?: string;
  DetailType?: string;
  Detail?: string;
  EventBusName?: string;
  Resources?: string[];
  Time?: number;
}

const busName = (entry: Entry): string => entry.EventBusName?.replace(/^.*:event-bus\//, '') ?? 'default';

const entriesOf = (input: Record<string, unknown>): Entry[] =>
  Array.isArray(input.Entries) ? (input.Entries as Entry[]) : [];

const complaint = (entry: Entry): { ErrorCode: string; ErrorMessage: string } | undefined => {
  for (const name of ['Source', 'DetailType', 'Detail'] as const) {
    if (!entry[name]) {
      return {
        ErrorCode: 'InvalidArgument',
        ErrorMessage: `Parameter ${name} is not valid. Reason: ${name} is a required argument.`,
      };
    }
  }
  try {
    const detail: unknown = JSON.parse(entry.Detail ?? '');
    if (typeof detail === 'object' && detail !== null && !Array.isArray(detail)) return undefined;
  } catch {
    // Falls through to the one answer AWS has for a detail that is no JSON object.
  }
  return { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' };
};

export interface EventsOptions {
  clock: Pick<Clock, 'now'>;
  log: EventLog;
  resources: readonly Resource[];
  triggers?: Triggers;
  region: string;
  account: string;
}

/** Amazon EventBridge: `PutEvents` is checked and kept in the log, which tells the rules of it (sandbox/events). */
export const eventsService = (options: EventsOptions): WireService => {
  const { clock, log, resources, region, account } = options;
  const rules = ruleActions(resources, options.triggers);
  const busArn = (name: string): string => `arn:aws:events:${region}:${account}:event-bus/${name}`;
  // A deployment may bring others.
  const isThere = (arn: string): boolean =>
    arn === busArn('default') ||
    resources.some((each) => each.type === 'AWS::Events::EventBus' && each.arn === arn);
  return {
    target: 'AWSEvents',
    signingName: 'events',
    permissions: (action, input) => {
      if (RULE_ACTIONS.includes(action)) return [rules.permission(action, input)];
      return [...new Set(entriesOf(input).map((entry) => busArn(busName(entry))))].map((resource) => ({
        action: `events:${action}`,
        resource,
      }));
    },
    handle: async (action, input) => {
      if (RULE_ACTIONS.includes(action)) return rules.answer(action, input);
      if (action !== 'PutEvents') throw unknownAction('events', action, ['PutEvents', ...RULE_ACTIONS]);
      requireMembers(input, ['Entries']);
      const entries = entriesOf(input);
      if (entries.length < 1 || entries.length > 10) {
        throw new AwsError(
          'ValidationException',
          "1 validation error detected: Value at 'entries' failed to satisfy constraint: Member must have length between 1 and 10",
        );
      }
      const missing = entries.map(busName).find((name) => !isThere(busArn(name)));
      if (missing) throw new AwsError('ResourceNotFoundException', `Event bus ${missing} does not exist.`);
      const answers = entries.map((entry) => {
        const wrong = complaint(entry);
        if (wrong) return wrong;
        const EventId = log.add({
          at: instant(entry.Time === undefined ? clock.now() : entry.Time * 1000),
          bus: busName(entry),
          source: entry.Source ?? '',
          detailType: entry.DetailType ?? '',
          detail: JSON.parse(entry.Detail ?? '{}'),
          resources: entry.Resources ?? [],
        });
        return { EventId };
      });
      return jsonReply({
        FailedEntryCount: answers.filter((answer) => 'ErrorCode' in answer).length,
        Entries: answers,
      });
    },
  };
};
