import type { Moved } from '../control/clock-move.ts';
import { isRoutine } from './moves.ts';
import { counted, moment } from './words.ts';

/** What a move of the clock set off; the runs of schedules are only counted. */
export const MovedNotice = ({ moved: { now, fired } }: { moved: Moved }) => {
  const told = fired.filter(({ what }) => !isRoutine(what));
  const routine = fired.length - told.length;
  return (
    <div class="notice" role="status">
      <h2>It is now {moment(now)} UTC</h2>
      {told.length === 0 ? (
        <p>Nothing came due{routine > 0 ? ` but ${counted(routine, 'scheduled run')}` : ''}.</p>
      ) : (
        <ul>
          {told.map(({ at, what }, index) => (
            <li key={index}>
              <time datetime={at}>{moment(at)}</time>: {what}
            </li>
          ))}
          {routine > 0 ? <li>and {counted(routine, 'scheduled run')}</li> : null}
        </ul>
      )}
    </div>
  );
};
