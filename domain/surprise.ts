import type { Outcome } from './pack.ts';
import type { CheckInAnswer, Plan } from './plan.ts';

export type Surprise = 'all_on_track_but_not_met' | 'all_below_but_met';

/**
 * Whether an outcome says something else than every rating the supervisor's side gave (H9). An extension fails
 * nobody, so it never surprises; nor does an outcome of a plan that was never rated.
 */
export function surpriseIn(plan: Plan, outcome: Pick<Outcome, 'met' | 'extends'>): Surprise | null {
  const rated = supervisorsRatings(plan);
  if (rated.length === 0 || outcome.extends) return null;
  if (outcome.met) return rated.every(hasBelow) ? 'all_below_but_met' : null;
  return rated.some(hasBelow) ? null : 'all_on_track_but_not_met';
}

const hasBelow = ({ items }: CheckInAnswer): boolean => items.some(({ progress }) => progress === 'below');

/** Everybody's ratings but the subject's own, whoever supervised then. */
function supervisorsRatings(plan: Plan): CheckInAnswer[] {
  return Object.values(plan.requests)
    .filter(({ kind }) => kind === 'check_in')
    .flatMap(({ respondents }) =>
      respondents.flatMap(({ participant, answer }) =>
        answer?.kind === 'check_in' &&
        answer.items.length > 0 &&
        participant !== plan.draft.subject.participant
          ? [answer]
          : [],
      ),
    );
}
