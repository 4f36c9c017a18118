import { simpleParser } from 'mailparser';
import { linksIn } from './inbox/links-in.ts';
import { addressesOf, headersOf } from './inbox/mail-headers.ts';
import type { Clock, Meter } from './types.ts';
import { instant } from './wire/instant.ts';

export interface Attachment {
  name: string;
  contentType: string;
  /** base64 */
  content: string;
}

export interface Mail {
  /** The SES message id. */
  id: string;
  at: string;
  from: string;
  /** Addresses the message was sent to, without display names. */
  to: string[];
  subject: string;
  text: string;
  html: string;
  /** Lower-case names; values as sent, unfolded. */
  headers: Record<string, string>;
  attachments: Attachment[];
  /** Every http(s) address in the text and the HTML, in order, once each. */
  links: string[];
  /** SES message tags. */
  tags: Record<string, string>;
  bounced: boolean;
  /** Whether its reader called it spam. */
  complained: boolean;
  /** Whether SES took it and then did not try to deliver it. */
  rejected: boolean;
  /** Whether the reader's mail system made it wait. */
  delayed: boolean;
  /** Whether SES took it and did not send it, because its address is on the account's list of those it sends nothing to. */
  suppressed?: true;
  /** The configuration set it was sent with, which says who is told what became of it. */
  configurationSet?: string;
  /** The message source. */
  raw: string;
}

export interface Delivery {
  raw: Buffer;
  /** Envelope recipients; those of the headers when absent. */
  to?: string[];
  tags?: Record<string, string>;
  bounced?: boolean;
  complained?: boolean;
  rejected?: boolean;
  delayed?: boolean;
  suppressed?: true;
  configurationSet?: string;
}

export interface MailFilter {
  to?: string;
  plan?: string;
  /** Epoch milliseconds, inclusive. */
  since?: number;
}

export interface Inbox {
  accept(delivery: Delivery): Promise<Mail>;
  /** Oldest first. */
  list(filter?: MailFilter): Mail[];
  get(id: string): Mail | undefined;
  clear(): void;
}

const isWanted = (mail: Mail, filter: MailFilter): boolean =>
  (filter.to === undefined || mail.to.some((to) => to.toLowerCase() === filter.to?.toLowerCase())) &&
  (filter.plan === undefined || mail.tags.plan === filter.plan || mail.headers['x-plan'] === filter.plan) &&
  (filter.since === undefined || Date.parse(mail.at) >= filter.since);

/** Keeps every mail SES accepted, parsed the way a reader's program would. */
export const createInbox = ({ clock, meter }: { clock: Pick<Clock, 'now'>; meter: Meter }): Inbox => {
  let mails: Mail[] = [];
  let accepted = 0;
  return {
    accept: async ({ raw, to, tags = {}, configurationSet, ...marks }) => {
      const { bounced = false, complained = false, rejected = false, delayed = false } = marks;
      accepted += 1;
      const id = `sandbox-${String(accepted).padStart(6, '0')}`;
      const at = instant(clock.now());
      const parsed = await simpleParser(raw, {
        skipHtmlToText: true,
        skipTextToHtml: true,
        skipTextLinks: true,
        skipImageLinks: true,
      });
      const text = parsed.text ?? '';
      const html = parsed.html || '';
      const mail: Mail = {
        id,
        at,
        from: parsed.from?.text ?? '',
        to: to?.length ? to : addressesOf([parsed.to, parsed.cc, parsed.bcc]),
        subject: parsed.subject ?? '',
        text,
        html,
        headers: headersOf(parsed.headerLines),
        attachments: parsed.attachments.map(({ filename, contentType, content }, index) => ({
          name: filename ?? `part-${index + 1}`,
          contentType,
          content: content.toString('base64'),
        })),
        links: linksIn(text, html),
        tags,
        bounced,
        complained,
        rejected,
        delayed,
        ...(marks.suppressed && { suppressed: true }),
        ...(configurationSet ? { configurationSet } : {}),
        raw: raw.toString('utf8'),
      };
      // Two messages may be parsed at once; the order of acceptance is what readers see.
      mails = [...mails, mail].sort((a, b) => (a.id < b.id ? -1 : 1));
      meter.count('mails');
      return mail;
    },
    list: (filter = {}) => mails.filter((mail) => isWanted(mail, filter)),
    get: (id) => mails.find((mail) => mail.id === id),
    clear: () => {
      mails = [];
      accepted = 0;
    },
  };
};
