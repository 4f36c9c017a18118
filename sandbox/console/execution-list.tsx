import type { ExecutionOverview } from '../control.ts';
import { actAs, at } from './address.ts';
import { counted, executionStatusName, shortDay, shortId } from './words.ts';

export const ExecutionBadge = ({ status }: { status: string }) => (
  <span class={['FAILED', 'TIMED_OUT'].includes(status) ? 'badge bad' : 'badge'}>
    {executionStatusName(status)}
  </span>
);

/** `plnabcdef…-r2` for the second run of a plan: whole, the name takes the room of what matters. */
const shortName = (name: string): string =>
  name.replace(/^pln[a-z2-7]{20}(?=-r\d+$)/, (planId) => `${shortId(planId)}…`);

export interface ExecutionListProps {
  executions: readonly ExecutionOverview[];
  /** Whether the app has an executions view. */
  hasAdmin: boolean;
}

export const ExecutionList = ({ executions, hasAdmin }: ExecutionListProps) => (
  <section id="executions" aria-labelledby="executions-title">
    <div class="title-line">
      <h1 id="executions-title">Executions</h1>
      <p class="soft">{executions.length > 0 ? counted(executions.length, 'execution') : ''}</p>
    </div>
    {hasAdmin ? (
      <p>
        <a href={actAs('operator', '/admin/executions')} target="_blank" rel="noreferrer">
          The executions view
        </a>{' '}
        <span class="soft">draws each of them as a graph, as an operator sees it.</span>
      </p>
    ) : null}
    {executions.length === 0 ? (
      <div class="card">
        <p>No workflow has run. Launching a plan starts one, and it keeps the plan's time from there.</p>
      </div>
    ) : (
      <div class="wide">
        <table class="narrow">
          <caption>Newest first</caption>
          <thead>
            <tr>
              <th scope="col">State</th>
              <th scope="col">Status</th>
              <th scope="col">Name</th>
              <th scope="col" class="started">
                Started
              </th>
            </tr>
          </thead>
          <tbody>
            {executions.toReversed().map(({ arn, name, status, state, startedAt }) => (
              <tr key={arn}>
                <td>{state ?? ''}</td>
                <td>
                  <ExecutionBadge status={status} />
                </td>
                <td>
                  <a href={at(['executions', name])}>{shortName(name)}</a>
                </td>
                <td class="started">{shortDay(startedAt)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    )}
  </section>
);
