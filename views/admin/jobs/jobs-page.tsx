import { type AdminFrame, adminPage } from '../layout.tsx';
import type { JobLine } from './model.ts';
import { StatePill } from './state-pill.tsx';
import { counted } from './words.ts';

/** What was done to many plans at once, newest first. */
export const jobsPage = (
  frame: AdminFrame,
  jobs: readonly JobLine[],
  momentOf: (at: string) => string,
): string =>
  adminPage(
    frame,
    {
      title: 'Bulk work',
      lead: 'Imports and commands for many plans. It is kept for thirty days, with how every row came out.',
      wide: true,
    },
    jobs.length === 0 ? (
      <div class="empty">
        <h2>Nothing yet</h2>
        <p>
          To bring many plans in, <a href="/admin/import">import a file</a>. To change many plans, choose them
          in the <a href="/admin/plans">list of plans</a>.
        </p>
      </div>
    ) : (
      <div class="scroll">
        <table class="table">
          <caption>The newest {counted(jobs.length, 'piece')} of work</caption>
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">State</th>
              <th scope="col">Rows</th>
              <th scope="col">Who began it</th>
              <th scope="col">When</th>
            </tr>
          </thead>
          <tbody>
            {jobs.map((job) => (
              <tr key={job.jobId}>
                <th scope="row">
                  <a href={`/admin/jobs/${job.jobId}`}>{job.title}</a>
                </th>
                <td data-label="State">
                  <StatePill state={job.state} />
                </td>
                <td data-label="Rows">{rowsOf(job)}</td>
                <td data-label="Who began it">{job.by}</td>
                <td data-label="When">{momentOf(job.at)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    ),
  );

function rowsOf({ total, through, failed, phase }: JobLine): string {
  if (total === 0) return '–';
  const wrong =
    failed === 0 ? '' : `, ${failed.toLocaleString('en')} ${phase === 'check' ? 'bad' : 'refused'}`;
  return through < total
    ? `${through.toLocaleString('en')} of ${counted(total, 'row')}${wrong}`
    : `${counted(total, 'row')}${wrong}`;
}
