import type { JobModel, RowView } from './model.ts';
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
              {job.isImport ? <th scope="col">{job.format === 'json' ? 'Field' : 'Column'}</th> : null}
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

const BadRow = ({ row, isImport }: { row: RowView; isImport: boolean }) => (
  <>
    {row.faults.map((fault, index) => (
      <tr key={`${fault.line} ${fault.column} ${fault.message}`}>
        {isImport ? <td data-label="Line">{fault.line ?? row.line}</td> : null}
        <td data-label="Plan">{index === 0 ? <Name {...row} /> : <span class="soft">the same plan</span>}</td>
        {isImport ? (
          <td data-label="Place">
            {fault.column ? <code>{fault.column}</code> : <span class="soft">all of it</span>}
          </td>
        ) : null}
        <td data-label="What is wrong">
          {fault.message}
          {fault.citation ? <span class="hint">{fault.citation}</span> : null}
        </td>
      </tr>
    ))}
  </>
);

const Name = ({ planId, title, row }: RowView) =>
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
