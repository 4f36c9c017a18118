import type { JobModel, PlanRow, RowView } from './model.ts';
import { counted } from './words.ts';

/** Why the file as a whole cannot be read. */
export const FileFaults = ({ faults }: Pick<{ faults: JobModel['fileFaults'] }, 'faults'>) =>
  faults.length === 0 ? null : (
    <div class="faults" role="alert">
      <h2>What is wrong with the file</h2>
      <ul>
        {faults.map(({ line, message }) => (
          <li key={`${line} ${message}`}>
            {line === undefined ? '' : `Line ${line}: `}
            {message}
          </li>
        ))}
      </ul>
    </div>
  );

/** The first rows that are bad or were refused, with what to do about each. */
export const BadRows = ({ job }: { job: JobModel }) => {
  if (job.bad.length === 0) return null;
  const isCheck = job.phase === 'check';
  const shown = job.bad.length;
  return (
    <section aria-labelledby="bad">
      <h2 id="bad">{isCheck ? 'What has to be corrected' : 'What was refused'}</h2>
      <p>
        {shown < job.failed
          ? `The first ${shown} of ${counted(job.failed, 'plan')}. `
          : `${counted(job.failed, 'plan')}. `}
        <a href={`/admin/jobs/${job.jobId}/result.csv`}>All of them, as CSV</a>
      </p>
      <div class="scroll">
        <table class="table">
          <caption>
            {isCheck ? 'Plans that cannot be imported as they are' : 'Plans that were refused'}
          </caption>
          <thead>
            <tr>
              {job.isImport ? <th scope="col">Line</th> : null}
              <th scope="col">Plan</th>
              <th scope="col">What is wrong, and what to do</th>
            </tr>
          </thead>
          <tbody>
            {job.bad.map((row) => (
              <BadRow key={row.row} row={row} isImport={job.isImport} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
};

/** Everything about one plan stands together, each fault at its line and column. */
const BadRow = ({ row, isImport }: { row: RowView; isImport: boolean }) => {
  const lines = new Set(row.faults.map(({ line }) => line ?? row.line));
  return (
    <tr>
      {isImport ? <td data-label="Line">{row.line}</td> : null}
      <th scope="row" data-label="Plan">
        <Name {...row} />
      </th>
      <td data-label="What is wrong">
        <ul class="reasons">
          {row.faults.map(({ line, column, message, citation }) => (
            <li key={`${line} ${column} ${message}`}>
              {isImport && lines.size > 1 ? `Line ${line ?? row.line}, ` : ''}
              {isImport && column ? (
                <>
                  <code>{column}</code>:{' '}
                </>
              ) : null}
              {message}
              {citation ? <span class="hint">{citation}</span> : null}
            </li>
          ))}
        </ul>
      </td>
    </tr>
  );
};

const OUTCOMES: Record<PlanRow['outcome'], readonly [string, string]> = {
  good: ['pill pill-good', 'good'],
  bad: ['pill pill-bad', 'to be corrected'],
  done: ['pill pill-good', 'done'],
  nothing: ['pill', 'was so already'],
  refused: ['pill pill-bad', 'refused'],
};

/** How each plan came out, the first of them; why one was refused stands above. */
export const PlanRows = ({ job }: { job: JobModel }) =>
  job.rows.length === 0 ? null : (
    <section aria-labelledby="plans">
      <h2 id="plans">The plans</h2>
      <table class="table">
        <caption>
          {job.rows.length < job.through
            ? `The first ${job.rows.length} of ${counted(job.through, 'plan')}; the file has them all`
            : counted(job.rows.length, 'plan')}
        </caption>
        <thead>
          <tr>
            <th scope="col">Plan</th>
            <th scope="col">How it came out</th>
          </tr>
        </thead>
        <tbody>
          {job.rows.map((row) => (
            <tr key={row.row}>
              <th scope="row">
                <Name {...row} />
              </th>
              <td data-label="How it came out">
                <span class={OUTCOMES[row.outcome][0]}>{OUTCOMES[row.outcome][1]}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );

const Name = ({ planId, title, row }: Pick<RowView, 'planId' | 'title' | 'row'>) =>
  planId ? <a href={`/admin/plans/${planId}`}>{title ?? planId}</a> : <span>{title ?? `Plan ${row}`}</span>;

/** What could be meant otherwise; it keeps nothing from being imported. */
export const Warnings = ({ warnings }: Pick<JobModel, 'warnings'>) =>
  warnings.length === 0 ? null : (
    <section aria-labelledby="warnings">
      <h2 id="warnings">Worth a second look</h2>
      <p>These are imported unless you take them out of the file.</p>
      <ul>
        {warnings.map(({ row, line, title, text }) => (
          <li key={`${row} ${text}`}>
            {line === undefined ? '' : `Line ${line}, `}
            {title ?? `plan ${row}`}: {text}
          </li>
        ))}
      </ul>
    </section>
  );
