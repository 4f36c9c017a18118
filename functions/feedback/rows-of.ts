import type { OutboxRow, PlanStore } from '../../adapters/store.ts';
import { readTagValue, tagValue } from '../../adapters/tag-value.ts';
import type { Instant } from '../../domain/plan.ts';
import { isPlanId } from '../api/plan-id.ts';
import type { SesEvent } from './ses-event.ts';

export type MailRow = Extract<OutboxRow, { kind: 'mail' }>;

/** The rows whose mails went in one message; the first is the one that its tag names. */
export type Message = [MailRow, ...MailRow[]];

/** Whoever sends the message has not written down yet how that ended; Lambda brings the event once more. */
export class StillBeingSent extends Error {
  readonly code = 'still_being_sent';
  override readonly name = 'StillBeingSent';
}

/**
 * The rows that the tags of a message lead to; `undefined` when they lead nowhere: to a plan that is not there any more, or
 * to none of ours.
 *
 * @throws StillBeingSent while one of them is held by a worker that may be at work
 */
export async function messageOf(
  { tags }: SesEvent['detail']['mail'],
  store: Pick<PlanStore, 'outbox'>,
  now: Instant,
): Promise<Message | undefined> {
  const planId = readTagValue(tags.plan?.[0] ?? '');
  const tag = tags.outbox?.[0];
  if (!planId || !isPlanId(planId) || !tag) return undefined;
  const rows = (await store.outbox(planId)).filter((row): row is MailRow => row.kind === 'mail');
  const named = rows.find(({ key }) => tagValue(key) === tag);
  if (!named) return undefined;
  const claimed = rows.filter((row) => row !== named && claimedAs(row) === claimedAs(named));
  if ([named, ...claimed].some((row) => isHeld(row, now))) throw new StillBeingSent();
  return [named, ...claimed.filter(({ status }) => status !== 'SKIPPED' && status !== 'PENDING')];
}

/** Rows that were claimed together went in one message, but for those that were then left out of it. */
const claimedAs = ({ key, sentWith }: MailRow): string => sentWith ?? key;

const isHeld = ({ status, leaseUntil = '' }: MailRow, now: Instant): boolean =>
  status === 'SENDING' && leaseUntil > now;
