import { isLive } from '../agenda.ts';
import { isMailable } from '../mailable.ts';
import type { ParticipantId, Plan, Undelivered } from '../plan.ts';
import { owedBy } from '../reached.ts';

/**
 * Whom a mail did not reach, or whose address is out of use, of a live plan, as long as nobody put it right: by correcting the address, by handing it
 * over on paper, or because the person has answered or asked for a new link since.
 */
export function notReachedNow(plan: Plan): ParticipantId[] {
  if (!isLive(plan)) return [];
  const lost = plan.undelivered.filter((mail) => !isPutRight(mail, plan)).map(({ to }) => to);
  return plan.draft.participants
    .map(({ id }) => id)
    .filter((id) => lost.includes(id) || !isMailable(id, plan));
}

/** Whether somebody whom a mail did not reach was reached otherwise since. */
export function isPutRight({ to, key, requestId }: Undelivered, plan: Plan): boolean {
  const since = ({ participant, seq }: { participant: ParticipantId; seq: number }): boolean =>
    participant === to && seq > owedBy(key);
  const person = plan.requests[requestId ?? '']?.respondents.find(({ participant }) => participant === to);
  return (
    plan.readdressed.some(since) ||
    plan.renewals.some((made) => made.asked && since(made)) ||
    person?.answer !== undefined ||
    person?.served !== undefined
  );
}
