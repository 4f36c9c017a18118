import { addressOf, type DetailModel } from './detail-model.ts';
import { standingInWords } from './graph/graph.tsx';
import { standingsOf, takenIn } from './graph/standing.ts';
import type { StepKind, WorkflowStep } from './graph/workflow.ts';
import { second } from './times.ts';

/** The drawing as a table: every state, how it stands, and where it leads. */
export const StateTable = (model: DetailModel) => {
  const { workflow, trace, timeZone, status } = model;
  const standing = standingsOf(trace);
  const taken = takenIn(trace);
  const lastEntered = new Map(trace.visits.map(({ state, enteredAt }) => [state, enteredAt]));
  return (
    <section aria-labelledby="states-heading">
      <h2 id="states-heading">States</h2>
      <div id="states" data-refresh={status === 'RUNNING' && !model.query.token ? '2' : undefined}>
        <table class="table">
          <caption>What the drawing shows, state by state; times in {timeZone}</caption>
          <thead>
            <tr>
              <th scope="col">State</th>
              <th scope="col">How it stands</th>
              <th scope="col">Last entered</th>
              <th scope="col">Leads to</th>
            </tr>
          </thead>
          <tbody>
            {workflow.states.map(({ name, type, inside }) => {
              const entered = lastEntered.get(name);
              return (
                <tr key={name}>
                  <th scope="row">
                    <a href={addressOf(model, { state: name, at: '#state' })}>{name}</a>{' '}
                    <span class="small soft">
                      {type}
                      {inside ? `, within ${inside}` : ''}
                    </span>
                  </th>
                  <td data-label="How it stands">{standingInWords(standing(name))}</td>
                  <td data-label="Last entered">
                    {entered ? <span class="moment">{second(entered, timeZone)}</span> : '–'}
                  </td>
                  <td data-label="Leads to" class="small">
                    <Ways steps={workflow.steps.filter(({ from }) => from === name)} taken={taken} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
};

const KIND: Record<StepKind, string> = {
  next: '',
  choice: '',
  default: ' otherwise',
  catch: ' on ',
  inside: ' for each part',
};

/** More ways than this are counted: the drawing and the states themselves have them. */
const MOST = 6;

const Ways = ({
  steps,
  taken,
}: {
  steps: readonly WorkflowStep[];
  taken: (step: WorkflowStep) => boolean;
}) => {
  if (steps.length === 0) return <>nothing: it ends</>;
  const shown = steps.length > MOST ? steps.filter(taken) : steps;
  return (
    <>
      {shown.map((step, at) => (
        <span key={`${step.to} ${step.kind}`}>
          {at > 0 ? '; ' : ''}
          {taken(step) ? <strong>{step.to}</strong> : step.to}
          {KIND[step.kind]}
          {step.kind === 'catch' ? step.when.join(', ') : ''}
          {taken(step) ? ' (taken)' : ''}
        </span>
      ))}
      {shown.length < steps.length
        ? `${shown.length > 0 ? '; ' : ''}${steps.length - shown.length} more`
        : ''}
    </>
  );
};
