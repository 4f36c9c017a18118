import type { PlanView } from '../models/plan-view.ts';
import type { Words } from '../words/en.ts';
import { PlanTitle, WholePlan } from './plan-parts.tsx';

/** The plan below something else, for whoever comes back to read it. */
export function PlanAgain({ plan, words }: { plan: PlanView; words: Words }) {
  return (
    <>
      <h2>{plan.own ? words.plan.again : words.plan.againOther}</h2>
      <PlanTitle title={plan.title} />
      <WholePlan plan={plan} words={words} />
    </>
  );
}
