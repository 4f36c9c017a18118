import type { Mail } from '../inbox.ts';
import type { Clock, Resource } from '../types.ts';
import type { EventLog } from './events.ts';
import { instant } from './instant.ts';
import type { MailEvent } from './ses-fate.ts';

export interface SesEventsOptions {
  clock: Pick<Clock, 'now' | 'at'>;
  log: Pick<EventLog, 'add'>;
  /** Read anew for every mail: a deployment changes them. */
  resources: readonly Resource[];
  region: string;
  account: string;
}

/** What each is called as a detail type on EventBridge. */
const CALLED: Record<MailEvent, string> = {
  Send: 'Email Sent',
  Delivery: 'Email Delivered',
  Bounce: 'Email Bounced',
  Complaint: 'Email Complaint Received',
  Reject: 'Email Rejected',
  DeliveryDelay: 'Email Delivery Delayed',
};

/** A mail that has to wait arrives after so long. */
const DELAYED_FOR_MS = 4 * 60 * 60 * 1000;

/** What is said of each kind of event beside the mail itself. `at` is a moment with milliseconds, as SES says it. */
const saidOf = (mail: Mail, what: MailEvent, at: string): Record<string, unknown> => {
  const recipients = mail.to.map((emailAddress) => ({ emailAddress }));
  const feedbackId = `${mail.id}-feedback`;
  switch (what) {
    case 'Send':
      return { send: {} };
    case 'Delivery':
      return {
        delivery: {
          timestamp: at,
          processingTimeMillis: 500,
          recipients: mail.to,
          smtpResponse: '250 OK',
          reportingMTA: 'sandbox.invalid',
        },
      };
    case 'Bounce':
      return {
        bounce: {
          feedbackId,
          bounceType: 'Permanent',
          bounceSubType: mail.suppressed ? 'OnAccountSuppressionList' : 'General',
          bouncedRecipients: recipients.map((each) => ({
            ...each,
            action: 'failed',
            status: '5.1.1',
            diagnosticCode: 'smtp; 550 5.1.1 user unknown',
          })),
          timestamp: at,
        },
      };
    case 'Complaint':
      return {
        complaint: {
          feedbackId,
          complaintSubType: mail.suppressed ? 'OnAccountSuppressionList' : null,
          complainedRecipients: recipients,
          ...(mail.suppressed ? {} : { complaintFeedbackType: 'abuse' }),
          timestamp: at,
        },
      };
    case 'Reject':
      return { reject: { reason: 'Bad content' } };
    case 'DeliveryDelay':
      return {
        deliveryDelay: {
          timestamp: at,
          delayType: 'TransientCommunicationFailure',
          expirationTime: at,
          delayedRecipients: recipients.map((each) => ({ ...each, status: '4.4.1' })),
        },
      };
  }
};

/** Templates write `deliveryDelay`, the API `DELIVERY_DELAY`. */
const plain = (type: string): string => type.replaceAll('_', '').toLowerCase();

/** The types of events that a configuration set's destinations on EventBridge ask for. */
const askedFor = (resources: readonly Resource[], name: string): string[] =>
  resources.flatMap(({ type, properties }) => {
    if (type !== 'AWS::SES::ConfigurationSetEventDestination') return [];
    if (properties.ConfigurationSetName !== name) return [];
    const { Enabled, EventBridgeDestination, MatchingEventTypes } = properties.EventDestination as {
      Enabled?: boolean;
      EventBridgeDestination?: unknown;
      MatchingEventTypes: string[];
    };
    return Enabled === false || !EventBridgeDestination ? [] : MatchingEventTypes.map(plain);
  });

/**
 * Puts on the default bus what SES says became of a mail: to the event destinations of the configuration set it was sent
 * with, and nothing of a mail without one. What had to wait arrives some hours later.
 */
export const sesEvents = ({ clock, log, resources, region, account }: SesEventsOptions) => {
  const announce = (mail: Mail, what: MailEvent): void => {
    const set = mail.configurationSet;
    if (what === 'DeliveryDelay') {
      clock.at(clock.now() + DELAYED_FOR_MS, 'a mail that had to wait arrives', () =>
        announce(mail, 'Delivery'),
      );
    }
    if (!set || !askedFor(resources, set).includes(what.toLowerCase())) return;
    const at = new Date(clock.now()).toISOString();
    const tags = Object.fromEntries(Object.entries(mail.tags).map(([name, value]) => [name, [value]]));
    log.add({
      at: instant(clock.now()),
      bus: 'default',
      source: 'aws.ses',
      detailType: CALLED[what],
      resources: [`arn:aws:ses:${region}:${account}:configuration-set/${set}`],
      detail: {
        eventType: what,
        mail: {
          timestamp: new Date(mail.at).toISOString(),
          source: mail.from,
          sendingAccountId: account,
          messageId: mail.id,
          destination: mail.to,
          headersTruncated: false,
          headers: Object.entries(mail.headers).map(([name, value]) => ({ name, value })),
          commonHeaders: { from: [mail.from], to: mail.to, messageId: mail.id, subject: mail.subject },
          tags: { ...tags, 'ses:configuration-set': [set] },
        },
        ...saidOf(mail, what, at),
      },
    });
  };
  return announce;
};
