import { addressOf, type DetailModel } from './detail-model.ts';
import type { Visit, VisitEnd } from './graph/trace.ts';
import { duration, moment } from './times.ts';

/** A state that is in a loop is entered often; these many of its visits are written out. */
const MOST = 20;

const ENDS: Record<VisitEnd, string> = {
  left: 'left',
  here: 'still in it',
  failed: 'failed there',
  stopped: 'stopped there',
};

/** Everything about one state: what it is for, and each time the execution was in it. */
export const StatePanel = (model: DetailModel & { state: string }) => {
  const { state, workflow, trace, timeZone } = model;
  const found = workflow.states.find(({ name }) => name === state);
  const visits = trace.visits.filter((visit) => visit.state === state).reverse();
  return (
    <section class="card" id="state" aria-labelledby="state-heading">
      <h2 id="state-heading">{state}</h2>
      {found ? (
        <p>
          {found.type}. {found.comment}
        </p>
      ) : (
        <p>The workflow of this execution has no state of that name.</p>
      )}
      {found && found.retries.length > 0 ? (
        <details>
          <summary>When it is tried again</summary>
          <ul class="small">
            {found.retries.map((retry) => (
              <li key={retry}>{retry}</li>
            ))}
          </ul>
        </details>
      ) : null}
      {visits.length === 0 ? (
        <p>It was not entered{model.older ? ' within the events that are shown' : ''}.</p>
      ) : null}
      {visits.length > MOST ? (
        <p>
          The newest {MOST} of {visits.length} visits:
        </p>
      ) : null}
      {visits.slice(0, MOST).map((visit, at) => (
        <VisitPart key={visit.enteredAt} visit={visit} number={visits.length - at} timeZone={timeZone} />
      ))}
      <p class="actions">
        <a href={`#states-heading`}>All states</a>
        <a href={addressOf(model, { state: '' })}>Close</a>
      </p>
    </section>
  );
};

const VisitPart = ({ visit, number, timeZone }: { visit: Visit; number: number; timeZone: string }) => {
  const { enteredAt, leftAt, from, retries, errors, input, output, assigned, end } = visit;
  return (
    <>
      <h3>
        Visit {number}: {ENDS[end]}
      </h3>
      <dl class="facts">
        <Row name="Entered">
          {enteredAt ? moment(enteredAt, timeZone) : 'before the events that are shown'}
          {from ? `, from ${from}` : ''}
        </Row>
        {leftAt ? (
          <Row name="Left">
            {moment(leftAt, timeZone)}
            {enteredAt ? `, after ${duration(enteredAt, leftAt)}` : ''}
          </Row>
        ) : null}
        <Row name="Tried again">{retries === 0 ? 'never' : retries === 1 ? 'once' : `${retries} times`}</Row>
        {errors.map(({ at, error, cause }) => (
          <Row key={at + error} name="Error">
            <code>{error || 'without a name'}</code> at {moment(at, timeZone)}
            {cause ? `: ${cause}` : ''}
          </Row>
        ))}
      </dl>
      <Json name="Input" text={input} />
      <Json name="Output" text={output} />
      <Json name="Variables it set" text={assigned} />
    </>
  );
};

const Row = ({ name, children }: { name: string; children: preact.ComponentChildren }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

const Json = ({ name, text }: { name: string; text: string | undefined }) =>
  text ? (
    <details class="raw">
      <summary>{name}</summary>
      <pre>{pretty(text)}</pre>
    </details>
  ) : null;

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    // AWS cuts texts that are too long, and then they are no JSON.
    return text;
  }
}
