import type { ExecutionOverview } from '../control.ts';
import { at } from './address.ts';
import { ExecutionBadge } from './execution-list.tsx';
import { moment, second } from './words.ts';

/** An event of an execution's history as AWS answers it; `timestamp` in epoch seconds. */
export interface HistoryEvent {
  id: number;
  timestamp: number;
  type: string;
  [details: string]: unknown;
}

const detailsOf = (event: HistoryEvent): [string, unknown][] =>
  Object.entries(event)
    .filter(([name]) => name.endsWith('EventDetails'))
    .flatMap(([, details]) => Object.entries((details ?? {}) as Record<string, unknown>))
    .filter(([name, value]) => value !== undefined && !name.endsWith('Details'));

const stateOf = (event: HistoryEvent): string =>
  String(detailsOf(event).find(([name]) => name === 'name')?.[1] ?? '');

const Details = ({ event }: { event: HistoryEvent }) => {
  const details = detailsOf(event).filter(([name]) => name !== 'name');
  return details.length === 0 ? null : (
    <details>
      <summary>{details.map(([name]) => name).join(', ')}</summary>
      <pre>
        {details
          .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
          .join('\n')}
      </pre>
    </details>
  );
};

const Stop = ({ name }: { name: string }) => (
  <form class="stop" method="post" action={at(['executions', name])}>
    <button type="submit" class="plain">
      Stop this execution
    </button>
    <p class="small soft">
      The plan loses nothing: at most 25 minutes after something was due and nobody did it, the sweeper starts
      a new execution.
    </p>
  </form>
);

export const ExecutionPage = ({
  execution,
  events,
}: {
  execution: ExecutionOverview;
  events: HistoryEvent[];
}) => (
  <>
    <p class="back">
      <a href={at(['executions'])}>All executions</a>
    </p>
    <h1>{execution.name}</h1>
    <section class="card" aria-label="Where it stands">
      <dl class="facts">
        <dt>Status</dt>
        <dd>
          <ExecutionBadge status={execution.status} />
        </dd>
        <dt>State</dt>
        <dd>{execution.state ?? 'none'}</dd>
        <dt>Started</dt>
        <dd>{moment(execution.startedAt)}</dd>
        <dt>Stopped</dt>
        <dd>{execution.stoppedAt !== undefined ? moment(execution.stoppedAt) : 'not yet'}</dd>
        <dt>ARN</dt>
        <dd>
          <code>{execution.arn}</code>
        </dd>
      </dl>
      {execution.status === 'RUNNING' ? <Stop name={execution.name} /> : null}
    </section>
    <section aria-labelledby="history">
      <h2 id="history">History</h2>
      <div class="wide">
        <table class="narrow history">
          <caption>Every event, oldest first</caption>
          <thead>
            <tr>
              <th scope="col">Id</th>
              <th scope="col">Time (UTC)</th>
              <th scope="col">Event</th>
              <th scope="col">State</th>
              <th scope="col">Details</th>
            </tr>
          </thead>
          <tbody>
            {events.map((event) => (
              <tr key={event.id}>
                <td>{event.id}</td>
                <td class="time">{second(event.timestamp * 1000)}</td>
                <td>{event.type}</td>
                <td>{stateOf(event)}</td>
                <td>
                  <Details event={event} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  </>
);
