import type { Poisoned } from '../dynamodb/event-source.ts';
import { asynchronousCalls } from '../lambda/asynchronous.ts';
import { targetOf } from '../schedule/target.ts';
import { ACCOUNT, type Clock, type Functions, type Meter, REGION, type Resource } from '../types.ts';
import type { PublishedEvent } from '../wire/events.ts';
import { compile } from './pattern.ts';
import { mayBeCalledBy } from './permission.ts';

export interface RulesOptions {
  clock: Clock;
  functions: Functions;
  /** Read anew for every event: a deployment changes them. */
  resources: readonly Resource[];
  meter: Meter;
  /** Told of what could not be handed over, or failed at its last attempt. */
  giveUp(poisoned: Poisoned): void;
}

export interface Rules {
  /** Hands an event to the functions of all rules it matches, as soon as nothing else is under way. */
  take(event: PublishedEvent): void;
  /** Forgets what was not handed over yet. */
  clear(): void;
}

/** The event as a target gets it. */
const envelope = ({ id, at, source, detailType, detail, resources }: PublishedEvent) => ({
  version: '0',
  id,
  'detail-type': detailType,
  source,
  account: ACCOUNT,
  time: at,
  region: REGION,
  resources,
  detail,
});

const busOf = ({ properties: { EventBusName } }: Resource): string =>
  `${EventBusName ?? 'default'}`.replace(/^.*:event-bus\//, '');

const isFunction = (target: Record<string, unknown>): boolean =>
  `${target.Arn}`.startsWith('arn:aws:lambda:');

/**
 * The rules of EventBridge that take events by their pattern, on any bus. Targets that are functions are called; nobody
 * reads what others, such as topics, are told.
 */
export const createRules = ({ clock, functions, resources, meter, giveUp }: RulesOptions): Rules => {
  const call = asynchronousCalls({ clock, functions, giveUp });
  let waiting: PublishedEvent[] = [];

  const matching = (event: PublishedEvent): Resource[] =>
    resources.filter(
      (rule) =>
        rule.type === 'AWS::Events::Rule' &&
        rule.properties.EventPattern !== undefined &&
        rule.properties.State !== 'DISABLED' &&
        busOf(rule) === event.bus &&
        compile(rule.properties.EventPattern)(envelope(event)),
    );

  const deliver = async (event: PublishedEvent): Promise<void> => {
    for (const rule of matching(event)) {
      for (const raw of [rule.properties.Targets as Record<string, unknown>[]].flat().filter(isFunction)) {
        const { functionArn, retries } = targetOf(rule, raw, resources);
        const payload = raw.Input === undefined ? envelope(event) : JSON.parse(`${raw.Input}`);
        if (mayBeCalledBy(rule, functionArn, resources)) {
          meter.count('events.delivered');
          await call({ source: rule.logicalId, functionArn, payload, retries });
        } else {
          const code = 'NO_PERMISSIONS';
          const error = `${code}: the policy of the function does not let this rule call it`;
          const at = new Date(clock.now()).toISOString();
          giveUp({ at, source: rule.logicalId, function: functionArn, records: [payload], error, code });
        }
      }
    }
  };

  clock.beforeIdle(async () => {
    const events = waiting;
    waiting = [];
    for (const event of events) await deliver(event);
    return events.length > 0;
  });

  return {
    take: (event) => {
      // Most events have nobody who waits for them; they must not keep the world from settling.
      if (matching(event).length > 0) waiting.push(event);
    },
    clear: () => {
      waiting = [];
    },
  };
};
