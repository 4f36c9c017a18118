import {
  DeleteSuppressedDestinationCommand,
  GetAccountCommand,
  GetConfigurationSetCommand,
  GetConfigurationSetEventDestinationsCommand,
  GetEmailIdentityCommand,
  SESv2Client,
  SendEmailCommand,
  type SendEmailCommandInput,
} from '@aws-sdk/client-sesv2';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createFaults } from '../../sandbox/faults.ts';
import { createInbox } from '../../sandbox/inbox.ts';
import { createMeter } from '../../sandbox/meter.ts';
import type { Resource } from '../../sandbox/types.ts';
import { sesService } from '../../sandbox/wire/ses.ts';
import { clientFor, openWorld, RESOURCES } from './doors-world.ts';

const SES = 'arn:aws:ses:us-east-1:123456789012';
const FROM = 'no-reply@pip.example.org';

const resource = (type: string, arn: string, properties: Record<string, unknown>): Resource => ({
  stack: 'pip',
  logicalId: type,
  type: `AWS::SES::${type}`,
  properties,
  arn: `${SES}:${arn}`,
  path: `pip/${type}`,
});

const MAILING = [
  resource('EmailIdentity', 'identity/pip.example.org', {
    EmailIdentity: 'pip.example.org',
    ConfigurationSetAttributes: { ConfigurationSetName: 'pip-set' },
    DkimSigningAttributes: { NextSigningKeyLength: 'RSA_2048_BIT' },
    MailFromAttributes: { MailFromDomain: 'bounce.pip.example.org' },
  }),
  resource('ConfigurationSet', 'configuration-set/pip-set', {
    Name: 'pip-set',
    DeliveryOptions: { TlsPolicy: 'REQUIRE' },
    SuppressionOptions: { SuppressedReasons: ['BOUNCE', 'COMPLAINT'] },
  }),
  resource('ConfigurationSetEventDestination', 'event-destination/one', {
    ConfigurationSetName: 'pip-set',
    EventDestination: {
      Name: 'events',
      MatchingEventTypes: ['send', 'deliveryDelay'],
      EventBridgeDestination: { EventBusArn: 'arn:aws:events:us-east-1:123456789012:event-bus/default' },
    },
  }),
];

let world: Awaited<ReturnType<typeof openWorld>>;
beforeEach(async () => {
  world = await openWorld({ resources: [...RESOURCES, ...MAILING] });
});
afterEach(() => world.doors.close());

const client = () => new SESv2Client(clientFor(world.doors.url));
const Data = Buffer.from(
  [
    `From: "PIP Follow-Up" <${FROM}>`,
    'To: Dana <dana@example.org>',
    'Subject: Check-in requested',
    '',
    'Please answer.',
  ].join('\r\n'),
);
const send = (input: Partial<SendEmailCommandInput> = {}) =>
  client().send(new SendEmailCommand({ Content: { Raw: { Data } }, ...input }));

describe('sending by the ordinary SDK', () => {
  test('a raw mail is accepted with its envelope, tags and configuration set', async () => {
    const { MessageId } = await send({
      FromEmailAddress: FROM,
      Destination: { ToAddresses: ['dana@example.org', 'Marcus <marcus@example.org>'] },
      EmailTags: [
        { Name: 'plan', Value: 'pln1' },
        { Name: 'outbox', Value: 'key-1' },
      ],
      ConfigurationSetName: 'pip-set',
      ConfigurationOverrides: { Tracking: { ClickTrackingEnabled: 'DISABLED' } },
    });
    expect(world.doors.inbox.list()).toMatchObject([
      {
        id: MessageId,
        from: `"PIP Follow-Up" <${FROM}>`,
        to: ['dana@example.org', 'marcus@example.org'],
        subject: 'Check-in requested',
        text: 'Please answer.',
        tags: { plan: 'pln1', outbox: 'key-1' },
        configurationSet: 'pip-set',
      },
    ]);
  });

  test('SES-9: the permissions are those on identity and configuration set, the address being a condition key', async () => {
    await send();
    const resources = [`${SES}:identity/pip.example.org`, `${SES}:configuration-set/pip-set`];
    expect(world.checked).toEqual(
      resources.flatMap((on) =>
        ['ses:SendEmail', 'ses:SendRawEmail'].map((action) => ({
          caller: 'sandbox-user',
          action,
          resource: on,
          context: { 'ses:FromAddress': FROM },
        })),
      ),
    );
  });

  test('a mail given in parts is composed', async () => {
    await send({
      FromEmailAddress: FROM,
      Destination: { ToAddresses: ['dana@example.org'] },
      Content: {
        Simple: {
          Subject: { Data: 'Hällo' },
          Body: { Text: { Data: 'Text' }, Html: { Data: '<p>Html</p>' } },
        },
      },
    });
    expect(world.doors.inbox.list()).toMatchObject([{ subject: 'Hällo', text: 'Text', html: '<p>Html</p>' }]);
  });

  test.each([
    ['a tag AWS would refuse', { EmailTags: [{ Name: 'plan', Value: 'a#b' }] }, /tag value <a#b>/],
    ['a recipient that is no address', { Destination: { ToAddresses: ['dana'] } }, /Missing final '@domain'/],
    [
      'a message without a sender',
      { Content: { Raw: { Data: Buffer.from('To: a@b.org\r\n\r\nx') } } },
      /'From'/,
    ],
    ['a template', { Content: { Template: { TemplateName: 'one' } } }, /one of Raw and Simple/],
  ])('%s is refused and kept out of the inbox', async (_, more, message) => {
    await expect(send(more)).rejects.toMatchObject({
      name: 'BadRequestException',
      message: expect.stringMatching(message),
    });
    expect(world.doors.inbox.list()).toEqual([]);
  });

  test('a sender that is not verified, and a configuration set that is not there, are refused', async () => {
    const stranger = Buffer.from('From: a@elsewhere.example\r\nTo: b@example.org\r\n\r\nText');
    await expect(send({ Content: { Raw: { Data: stranger } } })).rejects.toMatchObject({
      name: 'MessageRejected',
      message: 'Email address is not verified: a@elsewhere.example',
    });
    await expect(send({ ConfigurationSetName: 'other' })).rejects.toMatchObject({
      name: 'NotFoundException',
      message: 'Configuration set <other> does not exist.',
      $metadata: { httpStatusCode: 404 },
    });
    expect(world.doors.inbox.list()).toEqual([]);
  });
});

describe('what SES tells about itself', () => {
  test('the account: how much may go out, how much did, and whether sending is on', async () => {
    await send();
    const healthy = {
      ProductionAccessEnabled: true,
      EnforcementStatus: 'HEALTHY',
      SendingEnabled: true,
      SendQuota: { Max24HourSend: 50_000, MaxSendRate: 14, SentLast24Hours: 1 },
    };
    expect(await client().send(new GetAccountCommand({}))).toMatchObject(healthy);
    world.doors.faults.replace([{ name: 'sending_paused' }, { name: 'quota' }]);
    expect(await client().send(new GetAccountCommand({}))).toMatchObject({
      SendingEnabled: false,
      SendQuota: { SentLast24Hours: 50_000 },
    });
  });

  test('an identity of the templates, and none that is not there', async () => {
    const identity = (EmailIdentity: string) => client().send(new GetEmailIdentityCommand({ EmailIdentity }));
    expect(await identity('pip.example.org')).toMatchObject({
      IdentityType: 'DOMAIN',
      VerifiedForSendingStatus: true,
      ConfigurationSetName: 'pip-set',
      DkimAttributes: { Status: 'SUCCESS', CurrentSigningKeyLength: 'RSA_2048_BIT' },
      MailFromAttributes: { MailFromDomain: 'bounce.pip.example.org', MailFromDomainStatus: 'SUCCESS' },
    });
    await expect(identity('other.example.org')).rejects.toMatchObject({ name: 'NotFoundException' });
  });

  test('a configuration set and where its events go', async () => {
    const ConfigurationSetName = 'pip-set';
    const { $metadata, ...set } = await client().send(
      new GetConfigurationSetCommand({ ConfigurationSetName }),
    );
    expect(set).toEqual({
      ConfigurationSetName,
      DeliveryOptions: { TlsPolicy: 'REQUIRE' },
      ReputationOptions: { ReputationMetricsEnabled: false },
      SendingOptions: { SendingEnabled: true },
      SuppressionOptions: { SuppressedReasons: ['BOUNCE', 'COMPLAINT'] },
    });
    const { EventDestinations } = await client().send(
      new GetConfigurationSetEventDestinationsCommand({ ConfigurationSetName }),
    );
    expect(EventDestinations).toEqual([
      {
        Name: 'events',
        Enabled: true,
        MatchingEventTypes: ['SEND', 'DELIVERY_DELAY'],
        EventBridgeDestination: { EventBusArn: 'arn:aws:events:us-east-1:123456789012:event-bus/default' },
      },
    ]);
  });
});

describe('what becomes of a mail is announced in order', () => {
  const announcedFor = async (to: string, fault?: 'bounce' | 'complaint' | 'delay' | 'reject') => {
    const clock = { now: () => 0 };
    const heard: string[] = [];
    const faults = createFaults();
    if (fault) faults.add({ name: fault });
    const service = sesService({
      inbox: createInbox({ clock, meter: createMeter() }),
      faults,
      clock,
      resources: MAILING,
      region: 'us-east-1',
      account: '123456789012',
      announce: (mail, what) => void heard.push(`${what} ${mail.configurationSet}`),
    });
    const Raw = { Data: Data.toString('base64') };
    const input = { Content: { Raw }, Destination: { ToAddresses: [to] } };
    const request = { method: 'POST', path: '/', headers: {}, body: Buffer.alloc(0) };
    await service.handle('SendEmail', input, { name: 'test' }, request);
    return heard.map((line) => line.replace(' pip-set', ''));
  };

  test.each([
    [undefined, ['Send', 'Delivery']],
    ['bounce', ['Send', 'Bounce']],
    ['complaint', ['Send', 'Delivery', 'Complaint']],
    ['delay', ['Send', 'DeliveryDelay']],
    ['reject', ['Reject']],
  ] as const)('with the fault %s: %j', async (fault, events) =>
    expect(await announcedFor('dana@example.org', fault)).toEqual(events),
  );

  test('the addresses of the mailbox simulator come to the end they stand for', async () => {
    expect(await announcedFor('success@simulator.amazonses.com')).toEqual(['Send', 'Delivery']);
    expect(await announcedFor('bounce+smoke1@simulator.amazonses.com')).toEqual(['Send', 'Bounce']);
    expect(await announcedFor('complaint@simulator.amazonses.com')).toEqual([
      'Send',
      'Delivery',
      'Complaint',
    ]);
  });
});

describe('the account’s list of addresses that nothing is sent to', () => {
  const sendTo = (address: string) => send({ Destination: { ToAddresses: [address] } });
  const ends = () =>
    world.doors.inbox.list().map(({ to: [to], bounced, complained, suppressed = false }) => ({
      to,
      bounced,
      complained,
      suppressed,
    }));
  const forget = (EmailAddress: string) =>
    client().send(new DeleteSuppressedDestinationCommand({ EmailAddress }));

  test.each(['bounce', 'complaint'] as const)('has one with a %s, until it is taken off', async (fault) => {
    world.doors.faults.replace([{ name: fault, times: 1 }]);
    const end = { to: 'dana@example.org', bounced: fault === 'bounce', complained: fault === 'complaint' };
    await sendTo('dana@example.org');
    await sendTo('dana@example.org');
    await sendTo('marcus@example.org');
    const arrived = { bounced: false, complained: false, suppressed: false };
    expect(ends()).toEqual([
      { ...end, suppressed: false },
      { ...end, suppressed: true },
      { to: 'marcus@example.org', ...arrived },
    ]);
    await forget('Dana@Example.org');
    await sendTo('dana@example.org');
    expect(ends().at(-1)).toEqual({ to: 'dana@example.org', ...arrived });
    await expect(forget('dana@example.org')).rejects.toMatchObject({
      name: 'NotFoundException',
      $metadata: { httpStatusCode: 404 },
    });
  });

  test('never has one of the mailbox simulator', async () => {
    await sendTo('bounce+one@simulator.amazonses.com');
    await sendTo('bounce+one@simulator.amazonses.com');
    expect(ends().map(({ suppressed }) => suppressed)).toEqual([false, false]);
    await sendTo('suppressionlist@simulator.amazonses.com');
    expect(ends().at(-1)).toMatchObject({ bounced: true, suppressed: true });
  });
});
