import { isLive } from './agenda.ts';
import { isMailable, suspensionOf } from './mailable.ts';
import type { OutboxItem } from './owed.ts';
import type { Plan } from './plan.ts';
import { isMisdirected } from './wrong-person.ts';

/** Whether what a mail says is still so at the moment of sending. Nobody is reminded of what they have answered. */
export function stillOwed(item: OutboxItem, plan: Plan): boolean {
  if (item.kind !== 'mail') return true;
  // Nothing goes to a mailbox that is somebody else's, or that takes none, whatever it is about.
  if (!isMailable(item.to, plan)) return false;
  const isIn = plan.draft.participants.some(({ id }) => id === item.to);
  // Whoever has left the plan learns nothing more of it but that they are asked nothing more.
  if (item.template === 'plan-handed-over') return !isIn;
  const request = item.requestId ? plan.requests[item.requestId] : undefined;
  const isAsked = request?.respondents.some((person) => person.participant === item.to);
  // A meeting goes from the calendar of whoever left, too, unless they were asked to it again.
  if (item.template === 'meeting-cancelled') return !(request?.status === 'open' && isAsked);
  if (!isIn) return false;
  const answered = request?.respondents.some((person) => person.participant === item.to && person.answer);
  switch (item.template) {
    // A reminder that a later one has overtaken is sent all the same: whoever is said to have kept silent was written to.
    case 'request-opened':
    case 'reminder':
      return request?.status === 'open' && !answered;
    case 'meeting-moved':
      return request?.status === 'open' && isAsked === true && !answered;
    case 'decision-awaited':
    case 'decision-overdue':
      return request?.status === 'open';
    case 'escalation':
      return isLive(plan) && (request?.status === 'open' || request?.status === 'missed');
    case 'request-missed':
      return isLive(plan) && request?.status === 'missed';
    case 'answers-in':
      return request?.status === 'answered';
    case 'decision-returned':
      return request?.status === 'open' && !answered;
    case 'plan-paused':
    case 'pause-review':
      return plan.status === 'paused';
    case 'plan-changed':
      return isLive(plan);
    case 'decision-recorded':
    case 'plan-withdrawn':
    case 'mail-undelivered':
    case 'recognition':
    case 'support-undelivered':
    case 'clean-period':
    case 'relapse-recorded':
    case 'link-renewed':
    case 'served-on-paper':
      return true;
    case 'wrong-person':
      return item.about !== undefined && isMisdirected(item.about, plan);
    case 'address-suspended':
      return item.about !== undefined && suspensionOf(item.about, plan) !== undefined;
  }
}
