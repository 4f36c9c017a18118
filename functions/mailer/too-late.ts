import { isMailable } from '../../domain/mailable.ts';
import type { Instant, Plan } from '../../domain/plan.ts';
import type { MailRow } from './deliver.ts';
import { isTooOld } from './try-again.ts';

/**
 * Whether this mail asks something, never left, and is so old that it counts, or will within the hour, as having reached
 * whoever it asks (domain/reached.ts). Sent now it would make their silence count that was none; left out, too. So it fails,
 * and the record says so, also where the question has closed over it. News may come late.
 */
export const isTooLate = (row: MailRow, plan: Plan, now: Instant): boolean =>
  isTooOld(row, now) && isMailable(row.to, plan) && isHeldAgainst(row, plan);

const isHeldAgainst = ({ key, to, requestId = '' }: MailRow, { requests }: Plan): boolean => {
  const request = requests[requestId];
  if (request?.status !== 'open' && request?.status !== 'missed') return false;
  return request.respondents.some(
    ({ participant, answer, mailed }) =>
      participant === to && !answer && mailed.some((mail) => mail.key === key),
  );
};
