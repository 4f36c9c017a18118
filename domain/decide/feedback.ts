import type { Command } from '../commands.ts';
import type { Fact } from '../events.ts';
import { suspensionOf } from '../mailable.ts';
import type { MailNamed, Plan, SuspendedBecause, Undelivered } from '../plan.ts';
import { sameAddress } from '../wrong-person.ts';

type Feedback = Extract<Command, { type: 'RecordFeedback' }>;

/**
 * What the mail service says of a message it took, once, in whatever order and however often it says so. Whoever it was for
 * must not pay for mail that did not arrive; and nothing more is mailed where it comes back for good, or is unwanted.
 */
export function recordFeedback(command: Feedback, plan: Plan): Fact[] {
  const { mails } = command;
  switch (command.said) {
    case 'delayed':
      return delayed(mails, plan);
    case 'bounced_once':
      return lost(mails, 'bounced', plan);
    case 'rejected':
      return lost(mails, 'rejected', plan);
    case 'bounced_for_good':
      // First, so that HR reads of the address and not of each mail.
      return [...suspension('bounced', command, plan), ...lost(mails, 'bounced', plan)];
    case 'complained':
      return [...suspension('complained', command, plan), ...recordFound(mails, plan)];
    case 'withheld':
      return [...suspension('complained', command, plan), ...lost(mails, 'rejected', plan)];
  }
}

const outcomeOf = ({ key }: MailNamed, { undelivered }: Plan): Undelivered['outcome'] | undefined =>
  undelivered.find((mail) => mail.key === key)?.outcome;

/** Of mails of which the record says so, which by default is that nobody knows, it is recorded that they did leave. */
export const recordFound = (
  mails: MailNamed[],
  plan: Plan,
  saidToBe: 'unknown' | 'bounced' = 'unknown',
): Fact[] =>
  mails.filter((mail) => outcomeOf(mail, plan) === saidToBe).map((mail) => ({ type: 'MailFound', ...mail }));

/** What is known of a mail for certain stays; that nobody knew gives way to it. */
const lost = (mails: MailNamed[], outcome: 'bounced' | 'rejected', plan: Plan): Fact[] =>
  mails
    .filter((mail) => (outcomeOf(mail, plan) ?? 'unknown') === 'unknown')
    .map((mail) => ({ type: 'MailUndelivered', ...mail, outcome }));

/** One line of a message, whatever went in it. That a reminder of a survey is late would say who has not answered. */
function delayed(mails: MailNamed[], plan: Plan): Fact[] {
  const isOver = mails.some((mail) => plan.delayed.includes(mail.key) || outcomeOf(mail, plan) !== undefined);
  const told = mails.find(
    ({ template, requestId }) =>
      !(template === 'reminder' && plan.requests[requestId ?? '']?.kind === 'survey'),
  );
  return isOver || !told ? [] : [{ type: 'MailDelayed', ...told }];
}

/**
 * Only the address that is on record, and only on the word of a message that left since HR last corrected or confirmed it:
 * an old message that comes back late says nothing about the mailbox as it is now.
 */
function suspension(because: SuspendedBecause, { mails, sentTo, sentAt }: Feedback, plan: Plan): Fact[] {
  const participant = mails[0]?.to;
  const person = plan.draft.participants.find(({ id }) => id === participant);
  if (!person || suspensionOf(person.id, plan) || !sameAddress(person.email, sentTo)) return [];
  const isOld = plan.readdressed.some((change) => change.participant === person.id && change.at > sentAt);
  return isOld ? [] : [{ type: 'AddressSuspended', participant: person.id, because }];
}
