import type { Next } from '../../domain/next.ts';
import type { Directions } from './shapes.ts';

/** What leaves for the workflow of what the domain says is next. */
export const directions = ({ state, at, until }: Next): Directions => ({
  state,
  ...(at && { at }),
  ...(until && { until }),
});
