import type { OutboxRow } from '../../adapters/store.ts';
import type { Instant, Plan } from '../../domain/plan.ts';
import { isAwaited } from '../../domain/quiet-hours.ts';
import { bringsInvite } from '../../views/mails/invite.ts';
import type { MailRow } from './deliver.ts';

/** More than this is no help to anybody; what is over goes in the next mail. */
const MOST_IN_ONE = 20;

/**
 * The other mails that wait for the same person now and may go in one mail with this one, as far as can be told without
 * the plan: whether one of them brings an invite is to be looked at with the plan at hand, by `inOneMail`.
 */
export function together(row: MailRow, outbox: readonly OutboxRow[], now: Instant): MailRow[] {
  if (isAlwaysAlone(row)) return [];
  return outbox
    .filter(
      (other): other is MailRow => other.kind === 'mail' && other.to === row.to && other.key !== row.key,
    )
    .filter(({ status, notBefore = '' }) => status === 'PENDING' && notBefore <= now)
    .filter((other) => !isAlwaysAlone(other))
    .slice(0, MOST_IN_ONE - 1);
}

/** The mails that go out as one with the first: nothing else, when it has to go by itself. */
export function inOneMail(first: MailRow, more: MailRow[], plan: Plan): [MailRow, ...MailRow[]] {
  return bringsInvite(first, plan) ? [first] : [first, ...more.filter((row) => !bringsInvite(row, plan))];
}

const isAlwaysAlone = (row: MailRow): boolean =>
  isAwaited(row) || row.template === 'meeting-moved' || row.template === 'meeting-cancelled';

/**
 * Without what is said already: a question that is new to somebody, and of which they are reminded in the same mail, is
 * asked once.
 */
export function withoutRepeats([first, ...more]: [MailRow, ...MailRow[]]): [MailRow, ...MailRow[]] {
  const byAge = [first, ...more].sort((a, b) => (a.key < b.key ? -1 : 1));
  const asked = new Set<string>();
  const [oldest = first, ...rest] = byAge.filter(({ template, requestId }) => {
    if (!requestId || (template !== 'request-opened' && template !== 'reminder')) return true;
    const isRepeat = asked.has(requestId);
    asked.add(requestId);
    return !isRepeat;
  });
  return [oldest, ...rest];
}

/**
 * Whether there is nothing to correct in the reader's calendar: the invitation itself is still to come, and says the new
 * day, or it never left and never will.
 */
export function isOvertaken({ template, to, requestId }: MailRow, outbox: readonly OutboxRow[]): boolean {
  if (template !== 'meeting-moved' && template !== 'meeting-cancelled') return false;
  const invitations = outbox.filter(
    (row): row is MailRow =>
      row.kind === 'mail' &&
      row.to === to &&
      row.requestId === requestId &&
      row.template === 'request-opened',
  );
  const isAhead = invitations.some(({ status }) => status === 'PENDING');
  return template === 'meeting-moved'
    ? isAhead
    : isAhead || invitations.every(({ status }) => status === 'SKIPPED');
}
