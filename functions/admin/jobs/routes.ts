import { jobPage } from '../../../views/admin/jobs/job-page.tsx';
import { jobsPage } from '../../../views/admin/jobs/jobs-page.tsx';
import type { JobModel } from '../../../views/admin/jobs/model.ts';
import type { AdminFrame } from '../../../views/admin/layout.tsx';
import { momentInWords } from '../../../views/dates.ts';
import type { WebResponse } from '../../http.ts';
import type { Job, Jobs, RowResult, UpTo } from '../../jobs/job.ts';
import { noSuchJob } from '../../jobs/problems.ts';
import { Problem } from '../../problems.ts';
import type { SiteRequest, SiteRoutes } from '../../site.ts';
import type { AdminPorts } from '../ports.ts';
import { lineOf, modelOf, SHOWN } from './job-model.ts';
import { resultCsv } from './result-csv.ts';

type Serve = (request: SiteRequest, ports: Pick<AdminPorts, 'jobs'>) => Promise<WebResponse>;

const HR = { hr: 'all' } as const;
const READERS = { hr: 'all', auditor: 'all' } as const;
const LISTED = 50;

const momentIn =
  ({ timeZone }: AdminFrame) =>
  (at: string) =>
    momentInWords(at, timeZone, 'en');

/** @throws Problem 404 */
async function jobOf({ params }: SiteRequest, jobs: Jobs): Promise<Job> {
  const job = await jobs.get(params.jobId ?? '');
  if (!job) throw noSuchJob();
  return job;
}

const list: Serve = async ({ frame }, { jobs }) => ({
  status: 200,
  body: jobsPage(frame, (await jobs.list(LISTED)).map(lineOf), momentIn(frame)),
});

const show: Serve = async (request, { jobs }) => {
  const { frame, identity } = request;
  const job = await jobOf(request, jobs);
  const { failed, warned } = job.progress;
  const [bad, warnings, sameAs, rows] = await Promise.all([
    failed > 0 ? jobs.faulty(job.jobId, SHOWN) : [],
    warned > 0 ? jobs.warned(job.jobId, SHOWN) : [],
    sameAsOf(job, jobs, frame),
    job.phase === 'work' ? firstRows(job.jobId, jobs) : [],
  ]);
  const mayAct = identity.roles.includes('hr');
  const mayUpload = mayAct && job.by.id === identity.id;
  const model = modelOf(
    job,
    { bad, warned: warnings, rows },
    { mayAct, mayUpload, ...(sameAs && { sameAs }) },
  );
  return { status: 200, body: jobPage(frame, model, momentIn(frame)) };
};

async function firstRows(jobId: string, jobs: Jobs): Promise<RowResult[]> {
  const rows: RowResult[] = [];
  for await (const part of jobs.results(jobId)) {
    rows.push(...part.rows);
    if (rows.length >= SHOWN) break;
  }
  return rows.slice(0, SHOWN);
}

async function sameAsOf({ file }: Job, jobs: Jobs, frame: AdminFrame): Promise<JobModel['sameAs']> {
  if (!file?.sameAs) return undefined;
  const before = await jobs.get(file.sameAs);
  return { href: `/admin/jobs/${file.sameAs}`, ...(before && { at: momentIn(frame)(before.at) }) };
}

const download: Serve = async (request, { jobs }) => {
  const job = await jobOf(request, jobs);
  const phase = request.query.get('phase') === 'check' ? 'check' : job.phase;
  const from = partIn(request.query.get('from') ?? '');
  return {
    status: 200,
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${job.jobId}-${phase}${from > 0 ? `-from-${from}` : ''}.csv"`,
    },
    body: await resultCsv(job.jobId, phase, jobs, from),
  };
};

const partIn = (given: string): number => (/^\d{1,6}$/.test(given) ? Number(given) : 0);

/** What changes a job, and then shows it. */
const act =
  (change: (jobId: string, request: SiteRequest, jobs: Jobs) => Promise<void>): Serve =>
  async (request, { jobs }) => {
    const jobId = request.params.jobId ?? '';
    await change(jobId, request, jobs);
    return { status: 303, headers: { Location: `/admin/jobs/${jobId}` } };
  };

/** A file that was imported before is not imported again unless that is ticked: the page then says so, and asks. */
const start: Serve = async (request, ports) => {
  const { form, identity } = request;
  const jobId = request.params.jobId ?? '';
  const how = { upTo: upToIn(form?.get('upTo')), again: form?.get('again') === 'yes' };
  try {
    await ports.jobs.start(jobId, identity, how);
    return { status: 303, headers: { Location: `/admin/jobs/${jobId}` } };
  } catch (problem) {
    if (!(problem instanceof Problem) || problem.code !== 'imported_before') throw problem;
    return { ...(await show(request, ports)), status: problem.status };
  }
};
const goOn = act((jobId, { identity }, jobs) => jobs.resume(jobId, identity));

const upToIn = (given: string | null | undefined): UpTo =>
  given === 'approve' || given === 'approve_and_launch' ? given : 'draft';

/** What is done to many plans at once. */
export const jobRoutes: SiteRoutes<AdminPorts> = {
  'GET /admin/jobs': { who: READERS, serve: list },
  'GET /admin/jobs/{jobId}': { who: READERS, serve: show },
  'GET /admin/jobs/{jobId}/result.csv': { who: READERS, serve: download },
  'POST /admin/jobs/{jobId}/start': { who: HR, serve: start },
  'POST /admin/jobs/{jobId}/stop': { who: HR, serve: act((jobId, _, jobs) => jobs.stop(jobId)) },
  'POST /admin/jobs/{jobId}/continue': { who: HR, serve: goOn },
};
