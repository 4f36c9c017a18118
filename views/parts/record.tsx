import type { RecordEntry } from '../models/record-view.ts';
import type { Words } from '../words/en.ts';
import { Facts } from './plan-parts.tsx';

/** What was answered along the way, question by question. Silence is shown as silence, and nothing else is. */
export function PlanRecord({ record, words }: { record: RecordEntry[]; words: Words }) {
  const w = words.decision;
  if (record.length === 0) return <p>{w.noCheckIns}</p>;
  return (
    <>
      {record.map((entry) => (
        <section class="card" key={entry.id} aria-labelledby={`record-${entry.id}`}>
          <h3 id={`record-${entry.id}`}>{entry.title}</h3>
          {entry.missed ? <p class="soft">{w.missedOne}.</p> : null}
          {entry.answers.map(({ who, said, hidden }) => (
            <div class="answer" key={who}>
              <h4>{who}</h4>
              {hidden ? <p>{hidden}</p> : <Facts facts={said} />}
            </div>
          ))}
          {entry.unanswered.map((sentence) => (
            <p key={sentence}>
              <strong>{sentence}</strong>
            </p>
          ))}
        </section>
      ))}
    </>
  );
}
