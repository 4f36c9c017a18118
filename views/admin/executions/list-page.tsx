import { type AdminFrame, adminPage } from '../layout.tsx';
import {
  type ExecutionRow,
  type ExecutionStatus,
  executionHref,
  MACHINE_NAMES,
  type MachineName,
  STATUS_WORDS,
  withQuery,
} from './model.ts';
import { StatusPill } from './status-pill.tsx';
import { moment } from './times.ts';

export interface ListModel {
  machine: MachineName;
  status?: ExecutionStatus;
  /** The plan, or the execution, that was searched for. */
  search: string;
  rows: readonly ExecutionRow[];
  /** Where older ones are. */
  next?: string;
  /** Whether these are not the newest. */
  isLater: boolean;
}

const PATH = '/admin/executions';

/** All executions of one state machine, newest first, each with what it waits for. */
export const listPage = (frame: AdminFrame, model: ListModel): string =>
  adminPage(
    frame,
    {
      title: 'Executions',
      lead: 'Every run of the workflows that keep time for plans and do bulk work, and what each waits for.',
      wide: true,
    },
    <>
      <nav aria-label="Workflows">
        <ul class="tabs">
          {(Object.keys(MACHINE_NAMES) as MachineName[]).map((machine) => (
            <li key={machine}>
              <a
                href={withQuery(PATH, { machine: machine === 'plan-lifecycle' ? '' : machine })}
                aria-current={machine === model.machine ? 'page' : undefined}
              >
                {MACHINE_NAMES[machine]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Filter {...model} />
      {model.rows.length === 0 ? (
        <Nothing {...model} />
      ) : (
        <div id="executions" data-refresh="5">
          <Rows {...model} />
        </div>
      )}
      <p class="actions">
        {model.isLater ? (
          <a href={withQuery(PATH, { machine: model.machine, status: model.status })}>Newest</a>
        ) : null}
        {model.next ? <a href={model.next}>Older executions</a> : null}
      </p>
      {model.machine === 'plan-lifecycle' ? (
        <p class="small">
          After the workflow was deployed anew, runs go on as they began.{' '}
          <a href={`${PATH}/migrate`}>Move runs to the current version</a>
        </p>
      ) : null}
    </>,
  );

const Filter = ({ machine, status, search }: ListModel) => (
  <form class="filter" method="get" action={PATH}>
    <input type="hidden" name="machine" value={machine} />
    <p>
      <label for="status">Status</label>
      <select id="status" name="status">
        <option value="">any</option>
        {(Object.keys(STATUS_WORDS) as ExecutionStatus[]).map((each) => (
          <option key={each} value={each} selected={each === status}>
            {STATUS_WORDS[each]}
          </option>
        ))}
      </select>
    </p>
    <p>
      <label for="search">{machine === 'plan-lifecycle' ? 'Plan id' : 'Job id'}</label>
      <input id="search" name="search" value={search} autocomplete="off" spellcheck={false} />
    </p>
    <button type="submit">Show</button>
  </form>
);

const Rows = ({ rows, machine }: ListModel) => (
  <table class="table">
    <caption>
      {machine === 'plan-lifecycle'
        ? "Runs of plans, newest first; times in each plan's own zone"
        : 'Runs of bulk work, newest first'}
    </caption>
    <thead>
      <tr>
        <th scope="col">Waits for</th>
        <th scope="col">Status</th>
        <th scope="col">State</th>
        <th scope="col">Wakes next</th>
        <th scope="col">Started</th>
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => (
        <tr key={row.name}>
          <th scope="row" class="waits">
            <a href={executionHref(row.name)}>{row.title}</a>
            <span class="mono">{row.name}</span>
          </th>
          <td data-label="Status">
            <StatusPill status={row.status} />
          </td>
          <td data-label="State">
            {row.state ?? '–'}
            {row.since ? (
              <span class="small soft">
                {' '}
                since <span class="moment">{moment(row.since, row.timeZone)}</span>
              </span>
            ) : null}
          </td>
          <td data-label="Wakes next">
            {row.wakesAt ? <span class="moment">{moment(row.wakesAt, row.timeZone)}</span> : '–'}
          </td>
          <td data-label="Started">
            <span class="moment">{moment(row.startedAt, row.timeZone)}</span>
            {row.stoppedAt ? (
              <span class="small soft">
                {' '}
                ended <span class="moment">{moment(row.stoppedAt, row.timeZone)}</span>
              </span>
            ) : null}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

const Nothing = ({ machine, status, search }: ListModel) => (
  <div class="empty">
    <p>
      <strong>No execution is like that.</strong>
    </p>
    {search ? (
      <p>
        Nothing runs, or ran within the last 90 days, under <code>{search}</code>. A whole id is needed: a
        plan's has 23 characters and begins with pln.{' '}
        <a href={withQuery(PATH, { machine, status })}>Search nothing</a>
      </p>
    ) : null}
    {status ? (
      <p>
        The filter shows only those that are {STATUS_WORDS[status]}.{' '}
        <a href={withQuery(PATH, { machine, search })}>Show any status</a>
      </p>
    ) : null}
    {!search && !status ? <p>None was started yet. The first plan that is launched starts one.</p> : null}
  </div>
);
