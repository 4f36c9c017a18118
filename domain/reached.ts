import { addHours } from './days.ts';
import { isCutOff, mayBeKeptBack } from './mailable.ts';
import type { Instant, ParticipantId, Plan, Request, RequestId, Respondent } from './plan.ts';
import { wentToSomebodyElse } from './wrong-person.ts';

/** A mail may be tried again for this long before it is given up and recorded as lost. */
const TRIED_FOR_HOURS = 48;

/** The outbox key of the mail that event `seq` owes to somebody; of one that hands over several questions, for each. */
export const mailKey = (seq: number, participant: ParticipantId, requestId?: RequestId): string =>
  [String(seq).padStart(6, '0'), 'mail', participant, ...(requestId ? [requestId] : [])].join('-');

/** The number of the event that owed the mail with this key. */
export const owedBy = (key: string): number => Number.parseInt(key, 10);

/** Every mail that carried somebody's link to a question, in the order they were owed. */
export const mailsWithLink = ({ link, mailed }: Respondent, { renewals }: Plan): Respondent['mailed'] =>
  [
    ...mailed,
    ...renewals
      .filter((made) => made.asked && made.link === link)
      .map(({ seq, participant, at }) => ({ key: mailKey(seq, participant), at })),
  ].sort((a, b) => owedBy(a.key) - owedBy(b.key));

/**
 * Whether the question reached this person, as far as could be known at `at`: on paper, before a witness, or by a mail.
 * A mail too young to have been given up is no evidence, nor is one from before the address was corrected or confirmed;
 * silence says nothing about somebody before a mail reached them, nor while mail to them comes back.
 */
export function isReached(
  { participant, mailed, served }: Respondent,
  request: Request,
  plan: Plan,
  at: Instant = request.closedAt ?? plan.updatedAt,
): boolean {
  if (served) return true;
  if (isCutOff(participant, at, plan)) return false;
  const given = plan.readdressed.findLast((change) => change.participant === participant && change.at <= at);
  return mailed.some(
    (mail) =>
      (given === undefined || mail.at >= given.at) &&
      addHours(mail.at, TRIED_FOR_HOURS) <= at &&
      !plan.undelivered.some(({ key }) => key === mail.key) &&
      !wentToSomebodyElse(participant, mail.at, plan) &&
      !mayBeKeptBack(participant, mail.at, at, plan),
  );
}
