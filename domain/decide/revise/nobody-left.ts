import { openRequests } from '../../agenda.ts';
import type { Context } from '../../commands.ts';
import type { Fact } from '../../events.ts';
import type { ParticipantId, Plan, RequestId, Revision } from '../../plan.ts';
import type { Rules } from '../../rules.ts';
import { broughtAlong } from '../brought-along.ts';

/** A question that only waited for somebody who is not asked any more is over, and nobody is to blame. */
export function nobodyLeftToAnswer(plan: Plan, revision: Revision, context: Context, rules: Rules): Fact[] {
  const { handed, dropped = [], superseded, uninvited = [] } = revision;
  const stays = new Set(revision.draft.participants.map(({ id }) => id));
  const isAsked = (requestId: RequestId, id: ParticipantId): boolean =>
    stays.has(id) && !dropped.some((one) => one.requestId === requestId && one.participant === id);
  return openRequests(plan)
    .filter(({ id }) => !superseded.includes(id))
    .filter(({ id }) => ![...handed, ...uninvited].some(({ requestId }) => requestId === id))
    .filter((request) => !request.uninvited.some((person) => isAsked(request.id, person)))
    .filter(({ id, respondents }) => respondents.some(({ participant }) => !isAsked(id, participant)))
    .filter(({ id, respondents }) =>
      respondents.every(
        ({ answer, required, participant }) => answer || !required || !isAsked(id, participant),
      ),
    )
    .flatMap((request) => [
      { type: 'RequestLapsed' as const, requestId: request.id },
      ...broughtAlong(request, plan, context, rules),
    ]);
}
