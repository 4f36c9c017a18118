import type { Instant, ParticipantId, Plan, RequestId } from './plan.ts';

/**
 * Whom a decision that is not to be made yet concerns: those asked for it or to confirm it, and whoever it is about.
 * `at` is the moment of the version that called it off, `plan` the plan in that version.
 */
export function calledOff(plan: Plan, at: Instant): { participant: ParticipantId; requestId: RequestId }[] {
  const stays = new Set(plan.draft.participants.map(({ id }) => id));
  const gone = Object.values(plan.requests).filter(
    ({ status, closedAt }) => status === 'superseded' && closedAt === at,
  );
  // A proposal that lapses while the decision stays open calls nothing off.
  if (!gone.some(({ kind }) => kind === 'decision')) return [];
  const told = gone
    .filter(({ kind }) => kind === 'decision' || kind === 'approval')
    .flatMap(({ id, respondents }) =>
      [plan.draft.subject.participant, ...respondents.map(({ participant }) => participant)]
        .filter((participant) => stays.has(participant))
        .map((participant) => [participant, { participant, requestId: id }] as const),
    );
  return [...new Map(told).values()];
}
