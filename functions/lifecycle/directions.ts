import { type Next, next } from '../../domain/next.ts';
import type { Plan } from '../../domain/plan.ts';
import type { Directions } from './shapes.ts';

/** Where an execution goes that is told that another one has taken its place. */
export const STALE: Directions = { state: 'A newer run drives this plan' };

/** Where the execution of one run goes now: to what the domain says is next, unless another run has the plan by now. */
export const directionsFor = (run: number, plan: Plan): Directions =>
  plan.run === run ? directions(next(plan)) : STALE;

const directions = ({ state, at, until }: Next): Directions => ({
  state,
  ...(at && { at }),
  ...(until && { until }),
});
