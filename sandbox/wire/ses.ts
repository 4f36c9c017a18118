import MailComposer from 'nodemailer/lib/mail-composer';
import type { Faults } from '../faults.ts';
import type { Inbox } from '../inbox.ts';
import { AwsError, type Caller, type Permission, type WireService } from '../types.ts';
import { addressesIn, headersOfSource, recipientsIn } from './mail-source.ts';
import { queryReply, unknownAction } from './protocol.ts';

const ACTIONS = ['SendRawEmail', 'SendEmail', 'GetSendQuota'];
const LARGEST_MESSAGE = 10 * 1024 * 1024;
const DAILY_QUOTA = 50_000;
const SENDING_RATE = 14;

interface Input {
  Source?: string;
  Destinations?: string[];
  RawMessage?: { Data?: string };
  Destination?: { ToAddresses?: string[]; CcAddresses?: string[]; BccAddresses?: string[] };
  Message?: { Subject?: { Data?: string }; Body?: { Text?: { Data?: string }; Html?: { Data?: string } } };
  ReplyToAddresses?: string[];
  Tags?: { Name?: string; Value?: string }[];
  ConfigurationSetName?: string;
}

export interface SesOptions {
  inbox: Inbox;
  faults: Faults;
  region: string;
  account: string;
}

const invalid = (message: string): AwsError => new AwsError('InvalidParameterValue', message);

const rawOf = (input: Input): Buffer => Buffer.from(input.RawMessage?.Data ?? '', 'base64');

const fromOf = (action: string, input: Input): string | undefined =>
  addressesIn(action === 'SendRawEmail' ? headersOfSource(rawOf(input)).from : undefined)[0] ??
  addressesIn(input.Source)[0];

const tagsOf = (input: Input, headers: Record<string, string>): Record<string, string> => {
  const inHeader = (headers['x-ses-message-tags'] ?? '')
    .split(',')
    .map((tag) => tag.trim().split('='))
    .flatMap(([Name, Value]) => (Name ? [{ Name, Value: Value ?? '' }] : []));
  const tags = [...inHeader, ...(input.Tags ?? [])];
  for (const { Name = '', Value = '' } of tags) {
    for (const [what, text] of [
      ['name', Name],
      ['value', Value],
    ] as const) {
      if (!/^[A-Za-z0-9_-]{1,256}$/.test(text)) {
        throw invalid(
          `Invalid message tag ${what} <${text}>: only alphanumeric ASCII characters, '_', and '-' are allowed.`,
        );
      }
    }
  }
  return Object.fromEntries(tags.map(({ Name = '', Value = '' }) => [Name, Value]));
};

const compose = (input: Input): Promise<Buffer> => {
  const { Subject, Body } = input.Message ?? {};
  return new MailComposer({
    from: input.Source,
    to: input.Destination?.ToAddresses,
    cc: input.Destination?.CcAddresses,
    replyTo: input.ReplyToAddresses?.join(', '),
    subject: Subject?.Data,
    text: Body?.Text?.Data,
    html: Body?.Html?.Data,
  })
    .compile()
    .build();
};

const recipientsOf = (action: string, input: Input, headers: Record<string, string>): string[] => {
  if (action === 'SendRawEmail') {
    return input.Destinations?.length ? input.Destinations.flatMap(addressesIn) : recipientsIn(headers);
  }
  const { ToAddresses = [], CcAddresses = [], BccAddresses = [] } = input.Destination ?? {};
  return [...ToAddresses, ...CcAddresses, ...BccAddresses].flatMap(addressesIn);
};

/**
 * Amazon SES version 1 over the query protocol; what it accepts goes to the inbox. Identities are not verified:
 * every From address with a domain may send, as far as the caller's role allows it for that domain.
 */
export const sesService = ({ inbox, faults, region, account }: SesOptions): WireService => {
  const arn = (kind: string, name: string): string => `arn:aws:ses:${region}:${account}:${kind}/${name}`;

  const permissions = (action: string, raw: Record<string, unknown>): Permission[] => {
    const input = raw as Input;
    if (!action.startsWith('Send')) return [{ action: `ses:${action}`, resource: '*' }];
    const from = fromOf(action, input);
    if (!from) return [];
    const needs = [arn('identity', from.slice(from.lastIndexOf('@') + 1))];
    if (input.ConfigurationSetName) needs.push(arn('configuration-set', input.ConfigurationSetName));
    return needs.map((resource) => ({
      action: `ses:${action}`,
      resource,
      context: { 'ses:FromAddress': from },
    }));
  };

  const send = async (action: string, input: Input, caller: Caller) => {
    if (action === 'SendRawEmail' && !input.RawMessage?.Data) {
      throw new AwsError(
        'ValidationError',
        "1 validation error detected: Value null at 'rawMessage' failed to satisfy constraint: Member must not be null",
      );
    }
    const raw = action === 'SendRawEmail' ? rawOf(input) : await compose(input);
    const headers = headersOfSource(raw);
    const from = fromOf(action, input);
    const to = recipientsOf(action, input, headers);
    if (raw.length > LARGEST_MESSAGE)
      throw invalid(`Message length is more than ${LARGEST_MESSAGE} bytes long.`);
    if (!from) throw invalid("Missing required header 'From'.");
    if (to.length === 0) throw invalid("Missing required header 'To'.");
    for (const address of [from, ...to]) {
      if (!/^[^@\s]+@[^@\s]+$/.test(address)) throw invalid("Missing final '@domain'");
    }
    const target = { service: 'ses', function: caller.name };
    const bounced = faults.strikes('bounce', target);
    // What never arrived is called spam by nobody.
    const complained = !bounced && faults.strikes('complaint', target);
    const { id } = await inbox.accept({ raw, to, tags: tagsOf(input, headers), bounced, complained });
    return queryReply('ses', action, { MessageId: id });
  };

  return {
    target: 'query:SES',
    signingName: 'ses',
    permissions,
    handle: async (action, input, caller) => {
      if (action === 'GetSendQuota') {
        return queryReply('ses', action, {
          Max24HourSend: DAILY_QUOTA,
          MaxSendRate: SENDING_RATE,
          SentLast24Hours: inbox.list().length,
        });
      }
      if (!ACTIONS.includes(action)) throw unknownAction('ses', action, ACTIONS);
      return send(action, input as Input, caller);
    },
  };
};
