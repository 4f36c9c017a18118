import type { Faults } from '../faults.ts';
import type { Inbox, Mail } from '../inbox.ts';
import {
  AwsError,
  type Caller,
  type Clock,
  type Permission,
  type Resource,
  type WireService,
} from '../types.ts';
import { jsonReply, unknownAction } from './protocol.ts';
import { type RestRoute, restRoutes } from './rest.ts';
import { fateOf, type MailEvent } from './ses-fate.ts';
import { badRequest, fromOf, messageOf, type SendInput } from './ses-message.ts';
import { sesResources } from './ses-resources.ts';
import { suppressionList } from './ses-suppression.ts';

const ROUTES: readonly RestRoute[] = [
  ['POST', '/v2/email/outbound-emails', 'SendEmail'],
  ['GET', '/v2/email/account', 'GetAccount'],
  ['DELETE', '/v2/email/suppression/addresses/{EmailAddress}', 'DeleteSuppressedDestination'],
  ['GET', '/v2/email/identities/{EmailIdentity}', 'GetEmailIdentity'],
  ['GET', '/v2/email/configuration-sets/{ConfigurationSetName}', 'GetConfigurationSet'],
  [
    'GET',
    '/v2/email/configuration-sets/{ConfigurationSetName}/event-destinations',
    'GetConfigurationSetEventDestinations',
  ],
];
const ACTIONS = ROUTES.map(([, , action]) => action);
const DAY = 24 * 60 * 60 * 1000;
const DAILY_QUOTA = 50_000;
const SENDING_RATE = 14;

export interface SesOptions {
  inbox: Inbox;
  faults: Faults;
  clock: Pick<Clock, 'now'>;
  /** Identities and configuration sets of the templates. */
  resources: readonly Resource[];
  region: string;
  account: string;
  /**
   * Told what becomes of a mail, in this order: `Send`, then `Delivery` or what a fault makes of it. Awaited, so that
   * whatever it sets going is under way before the sender hears that the mail was taken.
   */
  announce?(mail: Mail, what: MailEvent): void | Promise<void>;
}

/**
 * Amazon SES version 2; what it accepts goes to the inbox. The identities of the templates are verified. Templates
 * without any leave it to whoever deploys, and then every From address may send, as far as the caller's role allows it.
 */
export const sesService = (options: SesOptions): WireService => {
  const { inbox, faults, clock, region, account, announce } = options;
  const known = sesResources(options.resources);
  const suppressed = suppressionList(inbox);
  const arn = (kind: string, name: string): string => `arn:aws:ses:${region}:${account}:${kind}/${name}`;
  const identityOf = (from: string): string =>
    known.identityOf(from) ?? from.slice(from.lastIndexOf('@') + 1);

  /**
   * AWS's reference asks for `SendEmail`, accounts have been seen to refuse raw content for want of `SendRawEmail`
   * (django-anymail 384); a role with both is refused by neither.
   */
  const permissions = (action: string, given: Record<string, unknown>): Permission[] => {
    if (action !== 'SendEmail') {
      const resource =
        action === 'GetEmailIdentity'
          ? arn('identity', String(given.EmailIdentity))
          : action === 'GetAccount' || action === 'DeleteSuppressedDestination'
            ? '*'
            : arn('configuration-set', String(given.ConfigurationSetName));
      return [{ action: `ses:${action}`, resource }];
    }
    const input = given as SendInput;
    const from = fromOf(input);
    if (!from) return [];
    const set = input.ConfigurationSetName ?? known.setOf(known.identityOf(from));
    const on = [arn('identity', identityOf(from)), ...(set ? [arn('configuration-set', set)] : [])];
    const actions = ['ses:SendEmail', ...(input.Content?.Raw ? ['ses:SendRawEmail'] : [])];
    const context = { 'ses:FromAddress': from };
    return on.flatMap((resource) => actions.map((each) => ({ action: each, resource, context })));
  };

  const send = async (input: SendInput, caller: Caller) => {
    const target = { service: 'ses', function: caller.name };
    if (faults.strikes('sending_paused', target))
      throw new AwsError('SendingPausedException', 'Email sending is disabled for this account.');
    if (faults.strikes('quota', target))
      throw new AwsError('LimitExceededException', 'Daily message quota exceeded.');
    const { raw, from, to, tags } = await messageOf(input);
    const identity = known.identityOf(from);
    if (!identity && !known.areTheirOwn)
      throw new AwsError('MessageRejected', `Email address is not verified: ${from}`);
    const set = input.ConfigurationSetName ?? known.setOf(identity);
    if (set) known.requireSet(set);
    const { marks, events } = fateOf(to, suppressed.reasonFor, faults, target);
    const mail = await inbox.accept({ raw, to, tags, ...marks, ...(set ? { configurationSet: set } : {}) });
    for (const event of events) await announce?.(mail, event);
    return { MessageId: mail.id };
  };

  const accountNow = () => {
    const isOn = (name: string): boolean =>
      faults.active().some((fault) => fault.name === name && fault.struck < (fault.times ?? Infinity));
    return {
      ProductionAccessEnabled: true,
      EnforcementStatus: 'HEALTHY',
      SendingEnabled: !isOn('sending_paused'),
      SendQuota: {
        Max24HourSend: DAILY_QUOTA,
        MaxSendRate: SENDING_RATE,
        SentLast24Hours: isOn('quota') ? DAILY_QUOTA : inbox.list({ since: clock.now() - DAY }).length,
      },
      SuppressionAttributes: { SuppressedReasons: ['BOUNCE', 'COMPLAINT'] },
    };
  };

  const tell = (action: string, input: Record<string, unknown>): Record<string, unknown> => {
    const set = String(input.ConfigurationSetName);
    switch (action) {
      case 'GetAccount':
        return accountNow();
      case 'GetEmailIdentity':
        return known.identity(String(input.EmailIdentity));
      case 'DeleteSuppressedDestination':
        if (!suppressed.remove(String(input.EmailAddress)))
          throw new AwsError(
            'NotFoundException',
            `Email address ${input.EmailAddress} does not exist on your suppression list.`,
            404,
          );
        return {};
      case 'GetConfigurationSet':
        return known.configurationSet(set);
      case 'GetConfigurationSetEventDestinations':
        return { EventDestinations: known.eventDestinations(set) };
      default:
        throw unknownAction('ses', action, ACTIONS);
    }
  };

  return {
    target: 'rest:ses',
    signingName: 'ses',
    route: restRoutes(ROUTES),
    permissions,
    handle: async (action, input, caller) => {
      if (action !== 'SendEmail') return jsonReply(tell(action, input));
      if (typeof input.Content !== 'object') throw badRequest('Content is required.');
      return jsonReply(await send(input as SendInput, caller));
    },
  };
};
