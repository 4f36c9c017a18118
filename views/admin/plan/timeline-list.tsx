import type { DayOf, Days } from './timeline.ts';

/** What happened, a line for now, and what will happen if nobody does anything. */
export function Timeline({ days: { earlier, lately, soon, later } }: { days: Days }) {
  return (
    <>
      {earlier.length > 0 ? (
        <details>
          <summary>Earlier: {countOf(earlier)}</summary>
          <ol class="timeline">
            {earlier.map((day) => (
              <Day key={day.day} day={day} />
            ))}
          </ol>
        </details>
      ) : null}
      <ol class="timeline">
        {lately.map((day) => (
          <Day key={day.day} day={day} />
        ))}
        <li class="now">
          {soon.length > 0
            ? 'Now. What follows happens by itself if nobody does anything.'
            : 'Now. Nothing follows by itself.'}
        </li>
        {soon.map((day) => (
          <Day key={day.day} day={day} planned />
        ))}
      </ol>
      {later.length > 0 ? (
        <details>
          <summary>Later, if nobody does anything: {countOf(later)}</summary>
          <ol class="timeline">
            {later.map((day) => (
              <Day key={day.day} day={day} planned />
            ))}
          </ol>
        </details>
      ) : null}
    </>
  );
}

const countOf = (days: DayOf[]): string => (days.length === 1 ? 'one day' : `${days.length} days`);

const Day = ({ day: { day, texts }, planned }: { day: DayOf; planned?: boolean }) => (
  <li class={planned ? 'planned' : undefined}>
    <span class="soft small">{day}</span>
    {texts.map((text) => (
      <p class="entry" key={text}>
        {text}
      </p>
    ))}
  </li>
);
