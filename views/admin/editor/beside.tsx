import type { ChangeInWords, EditorModel, Effects, Fault, FutureMoment } from './model.ts';
import { SPECS } from './plan-spec.ts';
import { SECTIONS, sectionOf } from './sections.ts';
import { placeInWords } from './spec.ts';

/** What stands beside the form: what is still to do, what could be better, and what will happen. */
export const Beside = ({ model }: { model: EditorModel }) => (
  <aside class="beside" id="beside" data-refresh="8" aria-label="What becomes of it">
    <Contents model={model} />
    <ToDo model={model} />
    <Better model={model} />
    {model.effects ? <EffectsPart effects={model.effects} /> : null}
    {model.futures ? <FuturePart {...model.futures} /> : null}
  </aside>
);

const Contents = ({ model }: { model: EditorModel }) => (
  <nav class="card" aria-label="Parts of the form">
    <h2>Parts</h2>
    <ol class="contents">
      {SECTIONS[model.kind].map(({ id, title, parts }) => {
        const count = model.faults.filter(({ field }) => sectionOf(field, parts)).length;
        return (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>{' '}
            {count > 0 ? <span class="pill pill-warn">{count} to do</span> : null}
          </li>
        );
      })}
    </ol>
  </nav>
);

function ToDo({ model }: { model: EditorModel }) {
  const { faults, kind } = model;
  if (faults.length === 0) {
    return (
      <section class="card" aria-labelledby="to-do">
        <h2 id="to-do">Nothing stands in its way</h2>
        <p>{READY[kind]}</p>
      </section>
    );
  }
  return (
    <section class="card" aria-labelledby="to-do">
      <h2 id="to-do">Still to do: {faults.length}</h2>
      <ul class="plain-list">
        {inOrder(faults, kind).map(({ field, message, source }) => (
          <li key={`${field} ${message}`}>
            <a href={`#${field}`}>{placeInWords(SPECS[kind], field)}</a>: {message}
            {source ? <span class="soft small"> ({source})</span> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** As the form goes; what is about the whole plan comes first. */
function inOrder(faults: EditorModel['faults'], kind: EditorModel['kind']): readonly Fault[] {
  const rank = ({ field }: Fault): number => SECTIONS[kind].findIndex(({ parts }) => sectionOf(field, parts));
  return faults.toSorted((a, b) => rank(a) - rank(b));
}

const READY = {
  plan: 'Every rule is kept. The plan can be created; somebody then approves it before anybody is asked anything.',
  redraft: 'Every rule is kept. What is written here can take the place of the draft.',
  amend: 'Every rule is kept. The new version can be recorded; both sides are asked to sign for it.',
} as const;

function Better({ model: { advice, kind } }: { model: EditorModel }) {
  if (advice.length === 0) return null;
  return (
    <details class="card" id="better" open={advice.length <= 4}>
      <summary>Could be written better: {advice.length}</summary>
      <p class="soft small">Advice only. Nothing is refused for it.</p>
      <ul class="plain-list">
        {advice.map(({ field, message, found, rule }) => (
          <li key={`${field} ${rule} ${found ?? ''}`}>
            <a href={`#${field}`}>{placeInWords(SPECS[kind], field)}</a>: {found ? `“${found}”. ` : ''}
            {message}
          </li>
        ))}
      </ul>
    </details>
  );
}

const EffectsPart = ({ effects: { changes, happens, mails, moves } }: { effects: Effects }) => (
  <section class="card" aria-labelledby="changes">
    <h2 id="changes">What reads differently</h2>
    {changes.length === 0 ? (
      <p class="soft">Nothing yet: the plan reads as before.</p>
    ) : (
      <Changes changes={changes} />
    )}
    {happens.length > 0 ? (
      <>
        <h3>What will happen when it is recorded</h3>
        <ul>
          {happens.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </>
    ) : null}
    {moves.length > 0 ? (
      <>
        <h3>What moves with it</h3>
        <Changes changes={moves} />
      </>
    ) : null}
    {mails.length > 0 ? (
      <>
        <h3>Who is written to</h3>
        <ul>
          {mails.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </>
    ) : null}
  </section>
);

const Changes = ({ changes }: { changes: readonly ChangeInWords[] }) => (
  <dl class="changes">
    {changes.map(({ place, before, after }) => (
      <div key={place}>
        <dt>{place}</dt>
        {before === null || before === '' ? null : (
          <dd>
            <del>
              <span class="visually-hidden">Before: </span>
              {before}
            </del>
          </dd>
        )}
        <dd>
          {after === null || after === '' ? (
            <span class="soft">Taken out</span>
          ) : (
            <ins>
              <span class="visually-hidden">Now: </span>
              {after}
            </ins>
          )}
        </dd>
      </div>
    ))}
  </dl>
);

const FuturePart = ({
  answered,
  silent,
}: {
  answered: readonly FutureMoment[];
  silent: readonly FutureMoment[];
}) => (
  <section class="card" aria-labelledby="future">
    <h2 id="future">What will happen</h2>
    <p class="soft small">If it were approved and launched now. Nothing is sent from this page.</p>
    <details id="future-answered">
      <summary>If everybody answers ({answered.length} moments)</summary>
      <Moments moments={answered} />
    </details>
    <details id="future-silent">
      <summary>If nobody answers ({silent.length} moments)</summary>
      <Moments moments={silent} />
    </details>
  </section>
);

const Moments = ({ moments }: { moments: readonly FutureMoment[] }) => (
  <ol class="timeline">
    {moments.map(({ at, when, says, mails }, place) => (
      <li key={place} class="planned">
        <time dateTime={at}>{when}</time>
        {says.map((text) => (
          <span key={text} class="said">
            {text}
          </span>
        ))}
        {mails.length > 0 ? <span class="soft small said">Mail to {mails.join('; to ')}</span> : null}
      </li>
    ))}
  </ol>
);
