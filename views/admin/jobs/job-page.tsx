import type { ComponentChildren } from 'preact';
import { type AdminFrame, adminPage } from '../layout.tsx';
import { BadRows, FileFaults, PlanRows, Warnings } from './findings.tsx';
import { goodIn, type JobModel } from './model.ts';
import { NextStep } from './next-step.tsx';
import { StatePill } from './state-pill.tsx';
import { counted, UP_TO_WORDS } from './words.ts';

/** One piece of bulk work: how far it is, what came out, what can be done next. It follows the work by itself. */
export const jobPage = (frame: AdminFrame, job: JobModel, momentOf: (at: string) => string): string =>
  adminPage(
    frame,
    { title: job.title, crumbs: [{ href: '/admin/jobs', text: 'Bulk work' }], wide: true },
    <div id="job" {...(job.state === 'running' && !job.stalled ? { 'data-refresh': '2' } : {})}>
      <Progress {...job} />
      <NextStep {...job} />
      <FileFaults faults={job.fileFaults} />
      <BadRows job={job} />
      <PlanRows job={job} />
      <Warnings warnings={job.warnings} />
      <section aria-labelledby="about">
        <h2 id="about">About this work</h2>
        <dl class="facts">
          <Fact name="Begun">
            {momentOf(job.at)} by {job.by}
          </Fact>
          {job.starts.length > 0 ? (
            <Fact name="Started">
              <ul>
                {job.starts.map(({ phase, by, at }) => (
                  <li key={at}>
                    {momentOf(at)} by {by}: {phase === 'check' ? 'the check' : 'the work'}
                  </li>
                ))}
              </ul>
              What an attempt records in plans is recorded as the work of whoever started it.
            </Fact>
          ) : null}
          {job.format ? <Fact name="File">{job.format.toUpperCase()}</Fact> : null}
          {job.upTo ? <Fact name="Good plans">{UP_TO_WORDS[job.upTo]}</Fact> : null}
          {job.leftOut > 0 ? (
            <Fact name="Left out">
              {counted(job.leftOut, 'plan')} of the file that broke rules:{' '}
              <a href={`/admin/jobs/${job.jobId}/result.csv?phase=check`}>what was wrong with them, as CSV</a>
            </Fact>
          ) : null}
          {job.through > 0 ? (
            <Fact name="Every row">
              <a href={`/admin/jobs/${job.jobId}/result.csv`}>Download the result as CSV</a>
            </Fact>
          ) : null}
          <Fact name="Kept">
            for thirty days; then this page is gone. The uploaded file is gone as soon as it is checked, its
            plans as soon as they are imported
          </Fact>
        </dl>
      </section>
    </div>,
  );

const Fact = ({ name, children }: { name: string; children: ComponentChildren }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

const Progress = (job: JobModel) => (
  <section class="card" aria-labelledby="progress">
    <h2 id="progress">
      How far it is <StatePill state={job.state} />
    </h2>
    {job.total > 0 ? (
      <progress max={job.total} value={job.through} aria-label="Rows that are through">
        {job.through} of {job.total}
      </progress>
    ) : job.state === 'running' ? (
      <progress aria-label="The file is being read" />
    ) : null}
    <p role="status">{sentenceOf(job)}</p>
  </section>
);

/** How it stands, in one or two sentences. */
export function sentenceOf(job: JobModel): string {
  const { state, phase, total, failed, isImport } = job;
  const plans = (count: number) => counted(count, 'plan');
  if (state === 'uploading') return 'The file is not complete yet. Nothing is checked or kept.';
  if (state === 'waiting')
    return `${plans(total)} named. Nothing is done: the work was written down and then not begun.`;
  if (state === 'unreadable') return 'The file cannot be read. Nothing was imported.';
  if (state === 'running' && total === 0) return 'The file is being read.';
  if (state === 'checked')
    return `${plans(total)} checked, nothing imported yet. Good: ${goodIn(job).toLocaleString('en')}. To be corrected: ${failed.toLocaleString('en')}.`;
  const through = `${job.through.toLocaleString('en')} of ${plans(total)} ${phase === 'check' ? 'checked' : isImport ? 'imported or refused' : 'through'}`;
  const wrong =
    failed === 0 ? '' : `, ${failed.toLocaleString('en')} of them ${phase === 'check' ? 'bad' : 'refused'}`;
  if (state === 'running')
    return job.stalled ? `${through}${wrong}. Nothing has moved for half an hour.` : `${through}${wrong}.`;
  if (state === 'done') {
    const good = job.through - failed;
    const what = isImport ? 'imported' : 'through';
    const all = failed === 0 && good > 1 ? 'All ' : '';
    const refused = failed === 0 ? '' : `, ${failed.toLocaleString('en')} refused`;
    return `${all}${plans(good)} ${good === 1 ? 'is' : 'are'} ${what}${refused}.`;
  }
  const stands =
    state === 'stopped' ? 'It was stopped.' : 'It stands still: some rows could not be worked on.';
  return `${stands} ${through}${wrong}. What is done stays done.`;
}
