import { openRequests } from '../../agenda.ts';
import type { Instant, Plan, Request, RequestId } from '../../plan.ts';
import { followUpsOf } from '../../schedule.ts';
import type { Revising } from '../revise.ts';

/** Whether a period that was over goes on: more time was given. */
export const reopens = (plan: Plan, endsAt: Instant, now: Instant): boolean =>
  plan.status === 'deciding' && endsAt > now;

/** The open questions a new version leaves nothing to answer in. */
export function supersededBy(plan: Plan, change: Revising, reopened: boolean): RequestId[] {
  return openRequests(plan)
    .filter(
      (request) =>
        (reopened && (request.kind === 'decision' || request.kind === 'approval')) ||
        (request.kind === 'acknowledgement' && change.because !== 'resumed') ||
        (request.kind === 'attribution' && isAttributed(request, plan)) ||
        isDayGone(request, change),
    )
    .map(({ id }) => id);
}

/** Somebody was away on the day, which settles who missed it. */
const isAttributed = ({ regarding }: Request, plan: Plan): boolean =>
  regarding !== undefined && plan.attributions[regarding] !== undefined;

function isDayGone(request: Request, { draft, shift }: Revising): boolean {
  const { date, followUp } = request;
  // After success the days asked about are not the plan's own.
  if (!date || followUp?.type === 'monitoring') return false;
  if (request.kind === 'support') {
    const day = shift?.dayOf('support', date) ?? date;
    return !draft.items.some(({ support }) => support.some(({ due }) => due === day));
  }
  if (!followUp) return false;
  const day = shift?.dayOf(followUp.type, date) ?? date;
  return !followUpsOf(draft).some((planned) => planned.type === followUp.type && planned.date === day);
}
