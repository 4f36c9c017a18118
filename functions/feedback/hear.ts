import type { DeliveryNews } from '../../adapters/store.ts';
import { PlanErased } from '../../adapters/store-errors.ts';
import { PlanNotFound } from '../../domain/errors.ts';
import type { Instant, MailNamed } from '../../domain/plan.ts';
import { commandContext } from '../command-context.ts';
import { effectName } from '../effect-name.ts';
import { logger } from '../logging.ts';
import type { TaskPorts } from '../ports.ts';
import { type MailRow, type Message, messageOf } from './rows-of.ts';
import { type Said, saidBy } from './said.ts';
import { type SesEvent, sesEventIn } from './ses-event.ts';

/**
 * Takes one event of SES to the mail it is about: into the record what people must not pay for or HR has to see to, and
 * beside the outbox row what only shows that it arrived. Brought twice, or in another order, it comes to the same. No
 * line of the log names an address.
 *
 * @throws StillBeingSent
 */
export async function hear(event: unknown, ports: TaskPorts): Promise<void> {
  const ses = sesEventIn(event);
  const said = ses && saidBy(ses);
  if (!ses || !said) return drop('not_understood');
  const message = await messageOf(ses.detail.mail, ports.store, ports.now());
  if (!message) return drop('no_such_mail');
  const [{ planId, key }] = message;
  try {
    await record(message, said, ses, ports);
  } catch (error) {
    if (error instanceof PlanErased || error instanceof PlanNotFound) return drop('no_such_mail');
    throw error;
  }
  // The record comes first: whatever is cut short after it is done again with the event.
  for (const row of message) await settle(row, said, ses, ports);
  logger().info('mail feedback', { planId, effect: effectName(key), said });
}

const drop = (reason: string): void => logger().warn('mail feedback dropped', { reason });

/** Mail that SES took was sent, whatever else is said of it: so much was unknown of some. */
async function record(message: Message, said: Said, { detail: { mail } }: SesEvent, ports: TaskPorts) {
  const [{ planId }] = message;
  const mails = message.map(named);
  const context = commandContext(ports, planId, { kind: 'system', id: 'feedback' });
  if (said === 'taken' || said === 'arrived') {
    // Almost always its row says so already, and the record is not even read.
    if (message.some(({ status }) => status !== 'SENT'))
      await ports.store.commit(planId, { type: 'RecordFound', mails }, context);
    return;
  }
  const sent = { sentTo: mail.destination[0] ?? '', sentAt: toTheSecond(mail.timestamp) };
  await ports.store.commit(planId, { type: 'RecordFeedback', mails, said, ...sent }, context);
}

const named = ({ key, template, to, requestId }: MailRow): MailNamed => ({
  key,
  template,
  to,
  ...(requestId && { requestId }),
});

async function settle(
  { planId, key, status }: MailRow,
  said: Said,
  ses: SesEvent,
  { store, now }: TaskPorts,
) {
  const { messageId, timestamp } = ses.detail.mail;
  if (status === 'UNKNOWN' || status === 'SENDING') {
    await store.settle(planId, key, { status: 'SENT', messageId, settledAt: toTheSecond(timestamp) });
  }
  const news = newsOf(said, ses, now());
  if (news) await store.hear(planId, key, news);
}

function newsOf(said: Said, { detail }: SesEvent, now: Instant): DeliveryNews | undefined {
  switch (said) {
    case 'arrived':
      return { deliveredAt: toTheSecond(detail.delivery?.timestamp ?? now) };
    case 'bounced_once':
    case 'bounced_for_good':
    case 'rejected':
    case 'withheld':
      return { returnedAt: now };
    case 'taken':
    case 'delayed':
    case 'complained':
      return undefined;
  }
}

/** Moments of the record have no fractions of a second. */
const toTheSecond = (moment: string): Instant => `${new Date(moment).toISOString().slice(0, 19)}Z`;
