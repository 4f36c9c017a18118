import { ControlProblem } from '../control/problem.ts';
import { NotDone, type Trouble } from './world.ts';

/** What went wrong, in words; an unknown error is said as it is, for its reader is the one who can mend it. */
export const troubleOf = (error: unknown): Trouble => {
  if (error instanceof NotDone) return error.trouble;
  if (error instanceof ControlProblem)
    return { title: 'That cannot be done', detail: error.message, points: [] };
  return {
    title: 'Something failed',
    detail: error instanceof Error ? error.message : String(error),
    points: [],
  };
};
