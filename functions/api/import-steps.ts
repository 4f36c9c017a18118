import type { ApiRequest, ApiResponse } from '../http.ts';
import { MAX_JSON_BYTES } from '../http.ts';
import type { Job, RowResult } from '../jobs/job.ts';
import { noSuchJob } from '../jobs/problems.ts';
import type { ApiPorts } from '../ports.ts';
import { Problem } from '../problems.ts';
import { NewImportShape, StartImportShape } from './import-shapes.ts';
import { inShape, readJson } from './read-json.ts';

type Serve = (request: ApiRequest, ports: Pick<ApiPorts, 'jobs'>) => Promise<ApiResponse>;

const idOf = ({ params }: ApiRequest): string => params.jobId ?? '';

/** @throws Problem 404 */
async function importOf(jobId: string, { jobs }: Pick<ApiPorts, 'jobs'>): Promise<Job> {
  const job = await jobs.get(jobId);
  if (job?.kind !== 'import') throw noSuchJob();
  return job;
}

/** How far an import is, and the first rows that something is wrong with. */
async function stateOf(jobId: string, { jobs }: Pick<ApiPorts, 'jobs'>): Promise<object> {
  const { file, at, status, phase, total, progress } = await importOf(jobId, { jobs });
  return {
    jobId,
    name: file?.name,
    format: file?.format,
    // biome-ignore lint/suspicious/noThenProperty: the word for it in the API
    then: file?.upTo,
    at,
    status,
    phase,
    received: await jobs.slices(jobId),
    total,
    progress,
    ...(file?.sameAs && { sameAs: file.sameAs }),
    ...(file?.faults && { fileFaults: file.faults }),
    firstFaults: progress.failed > 0 ? await jobs.faulty(jobId, FIRST) : [],
  };
}

const FIRST = 20;

const begin: Serve = async (request, { jobs }) => {
  const { format, name, then: upTo } = inShape(NewImportShape, readJson(request));
  const jobId = await jobs.create({
    kind: 'import',
    format,
    name,
    ...(upTo && { upTo }),
    by: request.identity,
  });
  return {
    status: 201,
    headers: { Location: `/api/imports/${jobId}` },
    json: await stateOf(jobId, { jobs }),
  };
};

const takePart: Serve = async (request, { jobs }) => {
  const { headers, bodyBytes, text, params, identity } = request;
  if (
    !/^(text\/csv|text\/plain|application\/([\w.+-]+\+)?(json|x-ndjson))\s*(;|$)/i.test(
      headers['content-type'] ?? '',
    )
  ) {
    throw new Problem(
      415,
      'unsupported_media_type',
      'The body is declared as neither CSV nor JSON.',
      'Send it with the header Content-Type: text/csv, or application/json.',
    );
  }
  if (bodyBytes > MAX_JSON_BYTES) {
    throw new Problem(
      413,
      'too_large',
      `The body has ${bodyBytes} bytes; at most ${MAX_JSON_BYTES} are read.`,
      'Cut the file into smaller parts.',
    );
  }
  const jobId = idOf(request);
  const part = /^\d{1,6}$/.test(params.part ?? '') ? Number(params.part) : -1;
  await jobs.putSlice(jobId, part, text, identity);
  return { status: 200, json: { received: await jobs.slices(jobId) } };
};

/** What changes the state of an import, and then says it. */
const act =
  (change: (jobId: string, request: ApiRequest, jobs: ApiPorts['jobs']) => Promise<void>): Serve =>
  async (request, { jobs }) => {
    const jobId = idOf(request);
    await importOf(jobId, { jobs });
    await change(jobId, request, jobs);
    return { status: 202, json: await stateOf(jobId, { jobs }) };
  };

const start = act((jobId, request, jobs) => {
  const { then: upTo, again } = request.bodyBytes > 0 ? inShape(StartImportShape, readJson(request)) : {};
  return jobs.start(jobId, request.identity, { ...(upTo && { upTo }), ...(again && { again }) });
});
const check = act((jobId, { identity }, jobs) => jobs.check(jobId, identity));
const goOn = act((jobId, { identity }, jobs) => jobs.resume(jobId, identity));

const show: Serve = async (request, { jobs }) => ({
  status: 200,
  json: await stateOf(idOf(request), { jobs }),
});

const results: Serve = async (request, { jobs }) => {
  const jobId = idOf(request);
  const { parts } = await importOf(jobId, { jobs });
  const { cursor = '0' } = request.query;
  if (!/^\d{1,6}$/.test(cursor))
    throw new Problem(
      400,
      'bad_cursor',
      'The cursor is not one that this list gave out.',
      'List again from the beginning.',
    );
  let rows: RowResult[] = [];
  for await (const page of jobs.results(jobId, Number(cursor))) {
    rows = page.rows;
    break;
  }
  const next = Number(cursor) + 1;
  return { status: 200, json: { results: rows, ...(next < parts && { cursor: String(next) }) } };
};

const stop = act((jobId, _, jobs) => jobs.stop(jobId));

/** What serves the addresses of imports. */
export const importSteps = { begin, takePart, check, start, stop, goOn, show, results };
