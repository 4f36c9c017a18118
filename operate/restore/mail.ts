import { OUTBOX_DUE } from '../../adapters/keys.ts';
import { type Row, text } from './rows.ts';

/** `as it was`: nothing that a reader could feel has come of it since. */
export type MailFate = 'kept' | 'again' | 'held' | 'as it was';

/** Of these nobody can say that the reader has not got them. */
const MAY_HAVE_GONE_OUT = ['SENT', 'SENDING', 'UNKNOWN'];

/**
 * What a mail that was owed then becomes, by what has become of it since. Whatever owed it is in the record then, and its
 * key and moment are those of now: it is the same mail, and one that went out has gone out.
 *
 * @param linksChange links of its plan were renewed since: of what was sent since, none may open
 */
export function mailAsItWas(
  then: Row,
  now: Row | undefined,
  { holdMail, linksChange }: { holdMail: boolean; linksChange: boolean },
): { row: Row; fate: MailFate } {
  const [before, since] = [text(then, 'status'), text(now, 'status')];
  const isSame = now !== undefined && text(now, 'createdAt') === text(then, 'createdAt');
  if (isSame && since === 'SENT' && ['PENDING', 'SENDING', 'SENT'].includes(before)) {
    // The record no more knows that it came back. Sent anew it comes back anew, or is given up: either is recorded.
    if (now.returnedAt && !then.returnedAt) return { row: owedAnew(then), fate: 'again' };
    if (before === 'SENT') return { row: now, fate: 'as it was' };
    if (!linksChange) return { row: now, fate: 'kept' };
  }
  if (before !== 'PENDING' || !MAY_HAVE_GONE_OUT.includes(since)) return { row: then, fate: 'as it was' };
  return holdMail ? { row: heldBack(then), fate: 'held' } : { row: then, fate: 'again' };
}

/** As if whoever sent it had died over it: the lease is over since the mail was owed. */
const heldBack = (row: Row): Row => ({
  ...row,
  status: { S: 'SENDING' },
  leaseUntil: row.createdAt ?? { S: '' },
});

/** As if nobody had ever sent it. */
const owedAnew = ({ messageId, settledAt, deliveredAt, leaseUntil, claim, sentWith, ...row }: Row): Row => ({
  ...row,
  status: { S: 'PENDING' },
  duePk: { S: OUTBOX_DUE },
});
