import { openRequests } from '../../agenda.ts';
import type { Instant, Plan, Request, RequestId } from '../../plan.ts';
import { respondentsOf } from '../../respondents.ts';
import type { Rules } from '../../rules.ts';
import { followUpsOf } from '../../schedule.ts';
import type { Revising } from '../revise.ts';
import { onlyReadOtherwise } from './read-otherwise.ts';

/** Whether a period that was over goes on: more time was given, or days of leave that were reported late. */
export const reopens = (plan: Plan, endsAt: Instant, now: Instant): boolean =>
  ['deciding', 'paused'].includes(plan.status) && endsAt > now;

/** The open questions a new version leaves nothing to answer in. */
export function supersededBy(plan: Plan, change: Revising, reopened: boolean, rules: Rules): RequestId[] {
  const isOrphan = proposerLeaves(plan, change, rules);
  const signsAnew = change.because !== 'resumed' && !onlyReadOtherwise(plan.draft, change.draft);
  return openRequests(plan)
    .filter(
      (request) =>
        (isOrphan && request.kind === 'approval') ||
        (reopened && (request.kind === 'decision' || request.kind === 'approval')) ||
        (request.kind === 'acknowledgement' && signsAnew) ||
        (request.kind === 'attribution' && isAttributed(request, plan)) ||
        isDayGone(request, change),
    )
    .map(({ id }) => id);
}

/** A decision that waits to be confirmed goes with whoever proposed it: whoever takes their place decides anew. */
function proposerLeaves(plan: Plan, { draft }: Revising, { pack }: Rules): boolean {
  const { proposal, requests } = plan;
  const decision = proposal && requests[proposal.requestId];
  if (!decision) return false;
  const isAsked = (version: Plan): boolean =>
    respondentsOf(decision, version, pack).some(({ participant }) => participant === proposal.by);
  const stays = draft.participants.some(({ id }) => id === proposal.by);
  return !stays || (isAsked(plan) && !isAsked({ ...plan, draft }));
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
