import type { ExecutionOverview } from '../control.ts';
import { counted, plain, shortDay, shortId } from './words.ts';

export const ExecutionBadge = ({ status }: { status: string }) => (
  <span class={['FAILED', 'TIMED_OUT'].includes(status) ? 'badge bad' : 'badge'}>{plain(status)}</span>
);

/** `plnabcdef…-r2` for the second run of a plan: whole, the name takes the room of what matters. */
const shortName = (name: string): string =>
  name.replace(/^pln[a-z2-7]{20}(?=-r\d+$)/, (planId) => `${shortId(planId)}…`);

export const ExecutionList = ({ executions }: { executions: readonly ExecutionOverview[] }) => (
  <section id="executions" aria-labelledby="executions-title">
    <h2 id="executions-title">
      Executions{' '}
      <span class="count">{executions.length > 0 ? counted(executions.length, 'execution') : ''}</span>
    </h2>
    {executions.length === 0 ? (
      <div class="card">
        <p>No workflow has run. Launching a plan starts one, and it keeps the plan's time from there.</p>
      </div>
    ) : (
      <div class="wide">
        <table class="narrow">
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
            {executions.map(({ arn, name, status, state, startedAt }) => (
              <tr key={arn}>
                <td>{state ?? ''}</td>
                <td>
                  <ExecutionBadge status={status} />
                </td>
                <td>
                  <a href={`/_sandbox/ui/executions/${encodeURIComponent(name)}`}>{shortName(name)}</a>
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
