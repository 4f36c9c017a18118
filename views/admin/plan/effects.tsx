/** What a command would do, in words. */
export interface Effects {
  /** One plain sentence per thing that would be in the record. */
  recorded: readonly string[];
  /** Who would be written to, and what about. */
  mails: readonly { who: readonly string[]; about: string }[];
  /** What would read otherwise: days, status, questions. */
  changes: readonly { what: string; before: string; after: string }[];
}

interface Props {
  effects: Effects;
  /** What was typed, as the record would keep it. */
  words: readonly { label: string; text: string }[];
}

/** The effects of one command on one plan. */
export function EffectsView({ effects: { recorded, mails, changes }, words }: Props) {
  if (recorded.length === 0)
    return (
      <div class="empty">
        <p>It is so already: nothing would be recorded, and nobody would be written to.</p>
      </div>
    );
  return (
    <div class="card">
      <h2>What would be in the record</h2>
      <ul>
        {recorded.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      {words.map(({ label, text }) => (
        <figure class="remark" key={label}>
          <figcaption>{label}</figcaption>
          <blockquote class="kept">{text}</blockquote>
        </figure>
      ))}
      <h2>Who would be written to</h2>
      {mails.length === 0 ? (
        <p>Nobody.</p>
      ) : (
        <ul>
          {mails.map(({ who, about }) => (
            <li key={about}>
              <strong>{who.join(', ')}</strong>: {about}
            </li>
          ))}
        </ul>
      )}
      <h2>What would change</h2>
      {changes.length === 0 ? (
        <p>No day, no question and no step of the plan.</p>
      ) : (
        <table class="table wraps">
          <caption class="visually-hidden">What would change, before and after</caption>
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">Now</th>
              <th scope="col">Then</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ what, before, after }) => (
              <tr key={what}>
                <th scope="row">{what}</th>
                <td data-label="Now">{before}</td>
                <td data-label="Then">{after}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
