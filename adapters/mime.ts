import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { Instant, Invite } from '../domain/index.ts';
import { type Mailbox, mailbox, oneLine } from './mailbox.ts';

export type { Mailbox } from './mailbox.ts';

/** One e-mail to one person. */
export interface Mail {
  to: Mailbox;
  /** Whether mail to this address came back or was unwanted, and this is the first since somebody confirmed it. */
  givenAnew?: boolean;
  /** The address it would go to, when this one stands in for it. */
  meantFor?: string;
  subject: string;
  text: string;
  html: string;
  planId: string;
  /** Key of the outbox row that owes this mail; the first, of one that pays several. */
  outboxKey: string;
  /** A day for the reader's calendar. */
  invite?: Invite;
  now: Instant;
}

/**
 * The message as it goes over the wire: multipart/alternative with text and HTML, and the invite where there is one, as
 * calendars take it (a part of its own with its method) and once more as a file for programs that only know files. The
 * same mail gives the same bytes, so its boundaries and id come from its outbox key, and its date from `now`.
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
    subject: oneLine(mail.meantFor ? `[for ${mail.meantFor}] ${mail.subject}` : mail.subject),
    text: mail.text,
    html: mail.html,
    ...(mail.invite && {
      icalEvent: {
        method: mail.invite.method,
        content: (await import('./invite.ts')).inviteFile(mail.invite, {
          organizer: { name: from.name, address: replyTo },
          attendee: mail.to,
          now: mail.now,
        }),
        filename: 'invite.ics',
      },
    }),
    date: new Date(mail.now),
    messageId: `<${fingerprint}@${from.address.split('@').at(-1)}>`,
    baseBoundary: fingerprint,
    headers: {
      // No out-of-office answer to a machine, in the standard's words and in Microsoft's.
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      ...(mail.meantFor && { 'X-Meant-For': oneLine(mail.meantFor) }),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}
