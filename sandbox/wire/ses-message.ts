import MailComposer from 'nodemailer/lib/mail-composer';
import { AwsError } from '../types.ts';
import { addressesIn, headersOfSource, recipientsIn } from './mail-source.ts';

export interface SendInput {
  FromEmailAddress?: string;
  Destination?: { ToAddresses?: string[]; CcAddresses?: string[]; BccAddresses?: string[] };
  ReplyToAddresses?: string[];
  Content?: {
    Raw?: { Data?: string };
    Simple?: { Subject?: { Data?: string }; Body?: { Text?: { Data?: string }; Html?: { Data?: string } } };
  };
  EmailTags?: { Name?: string; Value?: string }[];
  ConfigurationSetName?: string;
}

/** A message with its envelope, as SES takes it over. */
export interface Message {
  raw: Buffer;
  from: string;
  to: string[];
  tags: Record<string, string>;
}

const LARGEST_MESSAGE = 40 * 1024 * 1024;

export const badRequest = (message: string): AwsError => new AwsError('BadRequestException', message);

const rawOf = ({ Content }: SendInput): Buffer => Buffer.from(Content?.Raw?.Data ?? '', 'base64');

/** Whom a message says it is from: its own header, or else the call. */
export const fromOf = (input: SendInput): string | undefined =>
  addressesIn(input.Content?.Raw ? headersOfSource(rawOf(input)).from : undefined)[0] ??
  addressesIn(input.FromEmailAddress)[0];

const tagsOf = ({ EmailTags = [] }: SendInput, headers: Record<string, string>): Record<string, string> => {
  const inHeader = (headers['x-ses-message-tags'] ?? '')
    .split(',')
    .map((tag) => tag.trim().split('='))
    .flatMap(([Name, Value]) => (Name ? [{ Name, Value: Value ?? '' }] : []));
  const tags = [...inHeader, ...EmailTags];
  for (const { Name = '', Value = '' } of tags) {
    for (const [what, text] of [
      ['name', Name],
      ['value', Value],
    ] as const) {
      if (!/^[A-Za-z0-9_-]{1,256}$/.test(text)) {
        throw badRequest(
          `Invalid message tag ${what} <${text}>: only alphanumeric ASCII characters, '_', and '-' are allowed.`,
        );
      }
    }
  }
  return Object.fromEntries(tags.map(({ Name = '', Value = '' }) => [Name, Value]));
};

const compose = (input: SendInput): Promise<Buffer> => {
  const { Subject, Body } = input.Content?.Simple ?? {};
  return new MailComposer({
    from: input.FromEmailAddress,
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

const recipientsOf = ({ Destination = {} }: SendInput, headers: Record<string, string>): string[] => {
  const { ToAddresses = [], CcAddresses = [], BccAddresses = [] } = Destination;
  const given = [...ToAddresses, ...CcAddresses, ...BccAddresses].flatMap(addressesIn);
  return given.length > 0 ? given : recipientsIn(headers);
};

/**
 * The message a call hands over.
 *
 * @throws AwsError BadRequestException, as SES refuses what it cannot send to anybody.
 */
export const messageOf = async (input: SendInput): Promise<Message> => {
  if (!input.Content?.Raw?.Data && !input.Content?.Simple) {
    throw badRequest('Content must have one of Raw and Simple; the sandbox has no templates.');
  }
  const raw = input.Content.Raw ? rawOf(input) : await compose(input);
  const headers = headersOfSource(raw);
  const from = fromOf(input);
  const to = recipientsOf(input, headers);
  if (raw.length > LARGEST_MESSAGE)
    throw badRequest(`Message length is more than ${LARGEST_MESSAGE} bytes long.`);
  if (!from) throw badRequest("Missing required header 'From'.");
  if (to.length === 0) throw badRequest("Missing required header 'To'.");
  for (const address of [from, ...to]) {
    if (!/^[^@\s]+@[^@\s]+$/.test(address)) throw badRequest("Missing final '@domain'");
  }
  return { raw, from, to, tags: tagsOf(input, headers) };
};
