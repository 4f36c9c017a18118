import type { DeliveryNews } from '../../adapters/store.ts';
import { PlanErased } from '../../adapters/store-errors.ts';
import { PlanNotFound } from '../../domain/errors.ts';
import type { Instant, MailNamed } from '../../domain/plan.ts';
import { commandContext } from '../command-context.ts';
import { effectName } from '../effect-name.ts';
import { logger } from '../logging.ts';
import type { TaskPorts } from '../ports.ts';
import { type MailRow, type Message, messageOf } from './rows-of.ts';
import { mayBeAnAnswer, type Said, saidBy } from './said.ts';
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
  if (typeof message === 'string') return drop(message);
  const [{ planId, key, deliveredAt }] = message;
  const says = { planId, effect: effectName(key), said };
  if (deliveredAt && mayBeAnAnswer(ses)) return logger().info('mail answered', says);
  try {
    // The record comes first: whatever is cut short after it is done again with the event.
    await record(message, said, ses, ports);
    const turned: MailRow[] = [];
    for (const row of message) if (await settle(row, said, ses, ports)) turned.push(row);
    // In between somebody else may have given up waiting, and recorded that nobody knows.
    if (turned.length > 0) await recordFound(turned, ports);
  } catch (error) {
    if (error instanceof PlanErased || error instanceof PlanNotFound) return drop('no_such_mail');
    throw error;
  }
  logger().info('mail feedback', says);
}

const drop = (reason: string): void => logger().warn('mail feedback dropped', { reason });

const contextOf = (planId: string, ports: TaskPorts) =>
  commandContext(ports, planId, { kind: 'system', id: 'feedback' });

/** Mail that SES took was sent, whatever else is said of it: so much was unknown of some. */
async function record(message: Message, said: Said, ses: SesEvent, ports: TaskPorts): Promise<void> {
  if (said === 'taken' || said === 'arrived') {
    // Of almost all mails the record is not even read: their rows say SENT, and of no trouble before.
    const inTrouble = message.filter(({ status, error }) => status !== 'SENT' || error !== undefined);
    const doubted = said === 'arrived' ? message.filter(({ inDoubt }) => inDoubt) : [];
    if (inTrouble.length > 0) await recordFound(inTrouble, ports);
    if (doubted.length > 0) await recordFound(doubted, ports, 'bounced');
    return;
  }
  const { destination, timestamp } = ses.detail.mail;
  const sent = { sentTo: destination[0] ?? '', sentAt: toTheSecond(timestamp) };
  const [{ planId }] = message;
  const command = { type: 'RecordFeedback', mails: message.map(named), said, ...sent } as const;
  await ports.store.commit(planId, command, contextOf(planId, ports));
}

async function recordFound(rows: MailRow[], ports: TaskPorts, saidToBe?: 'bounced'): Promise<void> {
  const [{ planId } = { planId: '' }] = rows;
  const command = { type: 'RecordFound', mails: rows.map(named), ...(saidToBe && { saidToBe }) } as const;
  await ports.store.commit(planId, command, contextOf(planId, ports));
}

const named = ({ key, template, to, requestId }: MailRow): MailNamed => ({
  key,
  template,
  to,
  ...(requestId && { requestId }),
});

/** @returns whether the row learned only now that its mail was sent */
async function settle(row: MailRow, said: Said, ses: SesEvent, { store, now }: TaskPorts): Promise<boolean> {
  const { planId, key, status } = row;
  const { messageId, timestamp } = ses.detail.mail;
  const isNews =
    (status === 'UNKNOWN' || status === 'SENDING') &&
    (await store.settle(planId, key, { status: 'SENT', messageId, settledAt: toTheSecond(timestamp) }));
  const news = newsOf(row, said, ses, now());
  if (news) await store.hear(planId, key, news);
  return isNews;
}

function newsOf({ inDoubt }: MailRow, said: Said, ses: SesEvent, now: Instant): DeliveryNews | undefined {
  switch (said) {
    case 'arrived': {
      const deliveredAt = toTheSecond(ses.detail.delivery?.timestamp ?? now);
      return { deliveredAt, ...(inDoubt && { returnedAt: null, inDoubt: null }) };
    }
    case 'bounced_once':
      return { returnedAt: now, ...(mayBeAnAnswer(ses) && { inDoubt: true }) };
    case 'bounced_for_good':
    case 'rejected':
    case 'withheld':
      return { returnedAt: now, ...(inDoubt && { inDoubt: null }) };
    case 'taken':
    case 'delayed':
    case 'complained':
      return undefined;
  }
}

/** Moments of the record have no fractions of a second. */
const toTheSecond = (moment: string): Instant => `${new Date(moment).toISOString().slice(0, 19)}Z`;
