import type { ExecutionOverview } from '../control.ts';
import { counted, moment, plain } from './words.ts';

export const ExecutionBadge = ({ status }: { status: string }) => (
  <span class={['FAILED', 'TIMED_OUT'].includes(status) ? 'badge bad' : 'badge'}>{plain(status)}</span>
);

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
        <table>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Status</th>
              <th scope="col">State</th>
              <th scope="col">Started (UTC)</th>
            </tr>
          </thead>
          <tbody>
            {executions.map(({ arn, name, status, state, startedAt }) => (
              <tr key={arn}>
                <td>
                  <a href={`/_sandbox/ui/executions/${encodeURIComponent(name)}`}>{name}</a>
                </td>
                <td>
                  <ExecutionBadge status={status} />
                </td>
                <td>{state ?? ''}</td>
                <td class="time">{moment(startedAt)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    )}
  </section>
);
