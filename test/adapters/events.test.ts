import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createEvents, EventNotPublished, type Events } from '../../adapters/events.ts';
import { type CannedServer, cannedServer } from './canned-server.ts';

let server: CannedServer;
let events: Events;

beforeAll(async () => {
  server = await cannedServer();
  events = createEvents({ client: new EventBridgeClient(server.client), busName: 'plans' });
});
afterAll(() => server.close());

test('publishes one event on the bus', async () => {
  server.json({ FailedEntryCount: 0, Entries: [{ EventId: 'e-1' }] });

  await events.publish('PlanLaunched', { planId: 'plnabc', run: 1 }, '2026-12-01T15:00:00Z');

  expect(
    server.seen.map(({ headers, body }) => [headers['x-amz-target'], JSON.parse(body) as unknown]),
  ).toEqual([
    [
      'AWSEvents.PutEvents',
      {
        Entries: [
          {
            EventBusName: 'plans',
            Source: 'pip-follow-up',
            DetailType: 'PlanLaunched',
            Detail: '{"planId":"plnabc","run":1}',
            Time: Date.parse('2026-12-01T15:00:00Z') / 1000,
          },
        ],
      },
    ],
  ]);
});

test('does not take a refused entry for a published one', async () => {
  server.json({
    FailedEntryCount: 1,
    Entries: [{ ErrorCode: 'ThrottlingException', ErrorMessage: 'slow down' }],
  });

  const refused = events.publish('PlanLaunched', { planId: 'plnabc' }, '2026-12-01T15:00:00Z');

  await expect(refused).rejects.toBeInstanceOf(EventNotPublished);
  await expect(refused).rejects.toMatchObject({ code: 'ThrottlingException' });
});
