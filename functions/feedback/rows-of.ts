import type { OutboxRow, PlanStore } from '../../adapters/store.ts';
import { readTagValue, tagValue } from '../../adapters/tag-value.ts';
import type { Instant } from '../../domain/plan.ts';
import { isPlanId } from '../api/plan-id.ts';
import type { SesEvent } from './ses-event.ts';

export type MailRow = Extract<OutboxRow, { kind: 'mail' }>;

/** The rows whose mails went in one message; the first is the one that its tag names. */
export type Message = [MailRow, ...MailRow[]];

/**
 * Why a message is about nothing here: its plan is not there any more, or it is none of ours; or its row is that of another
 * message, since a restored record gives the same keys once more.
 */
export type NoMessage = 'no_such_mail' | 'another_message';

/** Whoever sends the message has not written down yet how that ended; Lambda brings the event once more. */
export class StillBeingSent extends Error {
  readonly code = 'still_being_sent';
  override readonly name = 'StillBeingSent';
}

/**
 * The rows that the tags of a message lead to, of those that may have gone in it.
 *
 * @throws StillBeingSent while one of them is held by a worker that may be at work
 */
export async function messageOf(
  mail: SesEvent['detail']['mail'],
  store: Pick<PlanStore, 'outbox'>,
  now: Instant,
): Promise<Message | NoMessage> {
  const planId = readTagValue(mail.tags.plan?.[0] ?? '');
  const tag = mail.tags.outbox?.[0];
  if (!planId || !isPlanId(planId) || !tag) return 'no_such_mail';
  const rows = (await store.outbox(planId)).filter((row): row is MailRow => row.kind === 'mail');
  const named = rows.find(({ key }) => tagValue(key) === tag);
  if (!named) return 'no_such_mail';
  if (!mayBe(named, mail)) return 'another_message';
  const others = rows.filter(
    (row) => row !== named && claimedAs(row) === claimedAs(named) && mayBe(row, mail),
  );
  if ([named, ...others].some((row) => isHeld(row, now))) throw new StillBeingSent();
  return [named, ...others];
}

/** Rows that were claimed together went in one message, but for those that were then left out of it. */
const claimedAs = ({ key, sentWith }: MailRow): string => sentWith ?? key;

/** Our clock and that of SES are no further apart. */
const CLOCKS_APART_MS = 60_000;

/** Whether this row's mail may have gone in that message, as far as its row says. */
const mayBe = (
  { status, messageId, createdAt }: MailRow,
  sent: Pick<SesEvent['detail']['mail'], 'messageId' | 'timestamp'>,
): boolean =>
  status !== 'PENDING' &&
  status !== 'SKIPPED' &&
  (messageId === undefined || messageId === sent.messageId) &&
  Date.parse(sent.timestamp) >= Date.parse(createdAt) - CLOCKS_APART_MS;

const isHeld = ({ status, leaseUntil = '' }: MailRow, now: Instant): boolean =>
  status === 'SENDING' && leaseUntil > now;
