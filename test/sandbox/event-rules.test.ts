import { beforeEach, describe, expect, test } from 'vitest';
import { createClock } from '../../sandbox/clock.ts';
import type { Poisoned } from '../../sandbox/dynamodb/event-source.ts';
import { createRules, type Rules } from '../../sandbox/events/rules.ts';
import type { Mail } from '../../sandbox/inbox.ts';
import { createMeter } from '../../sandbox/meter.ts';
import type { InvokeResult, Resource } from '../../sandbox/types.ts';
import { createEventLog, type EventLog } from '../../sandbox/wire/events.ts';
import { sesEvents } from '../../sandbox/wire/ses-events.ts';

const START = Date.parse('2027-01-05T14:00:00Z');
const FUNCTION = 'arn:aws:lambda:us-east-1:123456789012:function:reader';
const RULE = 'arn:aws:events:us-east-1:123456789012:rule/mail';
const WHERE = { region: 'us-east-1', account: '123456789012' };

const resource = (
  logicalId: string,
  type: string,
  properties: Record<string, unknown>,
  arn = '',
): Resource => ({
  stack: 'service',
  logicalId,
  type,
  properties,
  arn,
  path: logicalId,
});

const rule = (properties: Record<string, unknown> = {}): Resource =>
  resource(
    'MailRule',
    'AWS::Events::Rule',
    {
      EventPattern: { source: ['aws.ses'], 'detail-type': ['Email Sent', 'Email Bounced'] },
      State: 'ENABLED',
      Targets: [
        { Id: 'T', Arn: FUNCTION },
        { Id: 'U', Arn: 'arn:aws:sns:us-east-1:123456789012:operators', InputTransformer: {} },
      ],
      ...properties,
    },
    RULE,
  );

const PERMISSION = resource('May', 'AWS::Lambda::Permission', {
  Action: 'lambda:InvokeFunction',
  FunctionName: 'reader',
  Principal: 'events.amazonaws.com',
  SourceArn: RULE,
});

const SENT = {
  at: '2027-01-05T14:00:00Z',
  bus: 'default',
  source: 'aws.ses',
  detailType: 'Email Sent',
  detail: { mail: { messageId: 'm-1' } },
  resources: [],
};

let clock: ReturnType<typeof createClock>;
let called: { functionArn: string; payload: unknown; at: string }[];
let answers: InvokeResult[];
let poisoned: Poisoned[];
let meter: ReturnType<typeof createMeter>;
let log: EventLog;

const world = (resources: Resource[]): Rules => {
  const functions = {
    invoke: async (functionArn: string, payload: unknown) => {
      called.push({ functionArn, payload, at: new Date(clock.now()).toISOString().slice(11, 16) });
      return answers.shift() ?? { payload: null };
    },
    logs: () => [],
  };
  const rules = createRules({
    clock,
    functions,
    resources,
    meter,
    giveUp: (given) => void poisoned.push(given),
  });
  log = createEventLog(rules.take);
  return rules;
};

beforeEach(() => {
  clock = createClock(START);
  called = [];
  answers = [];
  poisoned = [];
  meter = createMeter();
});

describe('a rule of EventBridge', () => {
  test('hands the events it matches, as EventBridge writes them, to its functions, and counts them', async () => {
    world([rule(), PERMISSION]);
    log.add({ ...SENT, detailType: 'Email Opened' });
    log.add({ ...SENT, source: 'my.app' });
    log.add({ ...SENT, bus: 'another' });
    const id = log.add(SENT);
    expect(called).toEqual([]);
    await clock.settle();
    expect(called).toEqual([
      {
        functionArn: FUNCTION,
        at: '14:00',
        payload: {
          version: '0',
          id,
          'detail-type': 'Email Sent',
          source: 'aws.ses',
          account: '123456789012',
          time: '2027-01-05T14:00:00Z',
          region: 'us-east-1',
          resources: [],
          detail: { mail: { messageId: 'm-1' } },
        },
      },
    ]);
    expect(meter.read()).toEqual({ 'events.delivered': 1 });
    expect(poisoned).toEqual([]);
  });

  test('on a bus of its own takes the events of that bus', async () => {
    world([rule({ EventBusName: 'arn:aws:events:us-east-1:123456789012:event-bus/plans' }), PERMISSION]);
    log.add(SENT);
    log.add({ ...SENT, bus: 'plans' });
    await clock.settle();
    expect(called).toHaveLength(1);
  });

  test.each([
    ['is switched off', rule({ State: 'DISABLED' })],
    ['is called by the clock', rule({ EventPattern: undefined, ScheduleExpression: 'rate(1 hour)' })],
  ])('that %s takes none', async (_case, one) => {
    world([one, PERMISSION]);
    log.add(SENT);
    await clock.settle();
    expect(called).toEqual([]);
  });

  test('without leave of the function calls nothing, and the event is kept where what was given up is', async () => {
    world([rule()]);
    log.add(SENT);
    await clock.settle();
    expect(called).toEqual([]);
    expect(poisoned).toMatchObject([
      {
        at: '2027-01-05T14:00:00.000Z',
        source: 'MailRule',
        function: FUNCTION,
        error: expect.stringMatching(/^NO_PERMISSIONS/),
      },
    ]);
  });

  test('brings an event again after a minute and two more, and then it is given up', async () => {
    world([rule(), PERMISSION]);
    const error = { errorType: 'StillBeingSent', errorMessage: 'still_being_sent' };
    answers = [1, 2, 3].map(() => ({ payload: null, error }));
    log.add(SENT);
    await clock.settle();
    await clock.advanceTo(START + 10 * 60_000);
    expect(called.map(({ at }) => at)).toEqual(['14:00', '14:01', '14:03']);
    expect(poisoned).toMatchObject([{ source: 'MailRule', error: 'StillBeingSent: still_being_sent' }]);
  });

  test('forgets what was not handed over when the world begins anew', async () => {
    const rules = world([rule(), PERMISSION]);
    log.add(SENT);
    rules.clear();
    await clock.settle();
    expect(called).toEqual([]);
  });
});

describe('what SES says of a mail', () => {
  const mail = (more: Partial<Mail> = {}): Mail => ({
    id: 'sandbox-000001',
    at: '2027-01-05T14:00:00Z',
    from: 'People <people@agency.example>',
    to: ['dana@agency.example'],
    subject: 'A document',
    text: '',
    html: '',
    headers: {},
    attachments: [],
    links: [],
    tags: { plan: 'p', outbox: 'o' },
    bounced: false,
    complained: false,
    rejected: false,
    delayed: false,
    configurationSet: 'ours',
    raw: '',
    ...more,
  });
  const destination = (types: string[], more: object = {}): Resource =>
    resource('Told', 'AWS::SES::ConfigurationSetEventDestination', {
      ConfigurationSetName: 'ours',
      EventDestination: { Enabled: true, EventBridgeDestination: {}, MatchingEventTypes: types, ...more },
    });
  const announcing = (resources: Resource[]) => {
    world([]);
    return sesEvents({ clock, log, resources, ...WHERE });
  };
  const said = () => log.list().map(({ detailType }) => detailType);

  test('is put on the default bus with the tags of the mail, each as a list', () => {
    announcing([destination(['BOUNCE'])])(mail(), 'Bounce');
    expect(log.list()).toMatchObject([
      {
        bus: 'default',
        source: 'aws.ses',
        detailType: 'Email Bounced',
        detail: {
          eventType: 'Bounce',
          mail: {
            timestamp: '2027-01-05T14:00:00.000Z',
            messageId: 'sandbox-000001',
            destination: ['dana@agency.example'],
            tags: { plan: ['p'], outbox: ['o'], 'ses:configuration-set': ['ours'] },
          },
          bounce: {
            bounceType: 'Permanent',
            bounceSubType: 'General',
            bouncedRecipients: [{ emailAddress: 'dana@agency.example' }],
          },
        },
      },
    ]);
  });

  test('is said only of the types that are asked for, to a destination that is switched on, of a mail with that set', () => {
    announcing([destination(['SEND'])])(mail(), 'Delivery');
    expect(said()).toEqual([]);
    announcing([destination(['SEND'], { Enabled: false })])(mail(), 'Send');
    expect(said()).toEqual([]);
    announcing([destination(['SEND'])])(mail({ configurationSet: 'another' }), 'Send');
    expect(said()).toEqual([]);
    announcing([destination(['send'])])(mail(), 'Send');
    expect(said()).toEqual(['Email Sent']);
  });

  test('of one that had to wait, it arrives some hours later', async () => {
    const all = ['delivery', 'deliveryDelay'];
    announcing([destination(all)])(mail({ delayed: true }), 'DeliveryDelay');
    expect(said()).toEqual(['Email Delivery Delayed']);
    await clock.advanceTo(START + 5 * 60 * 60 * 1000);
    expect(said()).toEqual(['Email Delivery Delayed', 'Email Delivered']);
  });

  test('that its address is on the account’s list is why it came back, or counts as unwanted', () => {
    const announce = announcing([destination(['BOUNCE', 'COMPLAINT'])]);
    announce(mail({ suppressed: true }), 'Bounce');
    announce(mail({ suppressed: true }), 'Complaint');
    expect(log.list()).toMatchObject([
      { detail: { bounce: { bounceSubType: 'OnAccountSuppressionList' } } },
      { detail: { complaint: { complaintSubType: 'OnAccountSuppressionList' } } },
    ]);
  });
});
