import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { Instant } from '../domain/index.ts';

export interface Mailbox {
  name: string;
  address: string;
}

/** One e-mail to one person. */
export interface Mail {
  to: Mailbox;
  subject: string;
  text: string;
  html: string;
  planId: string;
  /** Key of the outbox row that owes this mail. */
  outboxKey: string;
  now: Instant;
}

/**
 * The message as it goes over the wire: multipart/alternative with text and HTML. The same mail gives the same bytes,
 * so its boundaries and id come from its outbox key, and its date from `now`.
 */
export async function mimeOf(mail: Mail, from: Mailbox, replyTo: string): Promise<Buffer> {
  const fingerprint = createHash('sha256')
    .update(`${mail.planId}#${mail.outboxKey}`)
    .digest('hex')
    .slice(0, 32);
  const composer = new MailComposer({
    from: mailbox(from),
    to: mailbox(mail.to),
    replyTo: oneLine(replyTo),
    subject: oneLine(mail.subject),
    text: mail.text,
    html: mail.html,
    date: new Date(mail.now),
    messageId: `<${fingerprint}@${from.address.split('@').at(-1)}>`,
    baseBoundary: fingerprint,
    headers: {
      // No out-of-office answer to a machine, in the standard's words and in Microsoft's.
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

const mailbox = ({ name, address }: Mailbox) => ({ name: oneLine(name), address: oneLine(address) });

// A line break in a header begins a header of the writer's choosing.
const CONTROL = /\p{Cc}+/gu;
const oneLine = (text: string): string => text.replace(CONTROL, ' ').trim();
