import { type EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import type { DetailValue, Instant } from '../domain/index.ts';

/** EventBridge took the call but not the event. */
export class EventNotPublished extends Error {
  override readonly name = 'EventNotPublished';
  constructor(readonly code: string) {
    super(`EventBridge did not take the event: ${code}.`);
  }
}

/** What the organisation's other systems may listen to. */
export interface Events {
  /** @param detail ids, counts and codes (an outcome), never anybody's words. @throws EventNotPublished */
  publish(detailType: string, detail: Readonly<Record<string, DetailValue>>, now: Instant): Promise<void>;
}

export const SOURCE = 'pip-follow-up';

export const createEvents = (options: { client: EventBridgeClient; busName: string }): Events => ({
  async publish(detailType, detail, now) {
    const { Entries } = await options.client.send(
      new PutEventsCommand({
        Entries: [
          {
            EventBusName: options.busName,
            Source: SOURCE,
            DetailType: detailType,
            Detail: JSON.stringify(detail),
            Time: new Date(now),
          },
        ],
      }),
    );
    const refused = Entries?.find((entry) => entry.ErrorCode);
    if (refused?.ErrorCode) throw new EventNotPublished(refused.ErrorCode);
  },
});
