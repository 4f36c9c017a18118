import { importPage } from '../../../views/admin/import/import-page.tsx';
import type { WebResponse } from '../../http.ts';
import { Problem } from '../../problems.ts';
import type { SiteRequest, SiteRoutes } from '../../site.ts';
import type { AdminPorts } from '../ports.ts';
import { fileIn } from './file-in.ts';
import { formatOf, slicesOf } from './slices-of.ts';
import { template } from './template.ts';

type Serve = (request: SiteRequest, ports: Pick<AdminPorts, 'jobs'>) => Promise<WebResponse>;

const HR = { hr: 'all' } as const;
const idOf = ({ params }: SiteRequest): string => params.jobId ?? '';
const seeJob = (jobId: string): WebResponse => ({
  status: 303,
  headers: { Location: `/admin/jobs/${jobId}` },
});
const json = (status: number, value: object): WebResponse => ({
  status,
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(value),
});

const choose: Serve = async ({ frame }) => ({ status: 200, body: importPage(frame) });

/** The whole file at once, from browsers without scripts. */
const takeFile: Serve = async (request, { jobs }) => {
  try {
    const file = await fileIn(request);
    if (!file) return { status: 422, body: importPage(request.frame, 'Choose a file that is not empty.') };
    const { name, type, bytes } = file;
    const format = formatOf(name, type);
    const jobId = await jobs.create({ kind: 'import', name: nameIn(name), format, by: request.identity });
    for (const [slice, text] of slicesOf(bytes).entries())
      await jobs.putSlice(jobId, slice, text, request.identity);
    await jobs.check(jobId, request.identity);
    return seeJob(jobId);
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    const { status, detail, wayOut } = problem;
    return { status, body: importPage(request.frame, `${detail} ${wayOut}`) };
  }
};

/** The same in slices, by the page's script. */
const begin: Serve = async ({ form, identity }, { jobs }) => {
  const name = nameIn(form?.get('name') ?? '');
  const format = formatOf(name, form?.get('type') ?? '');
  return json(201, { jobId: await jobs.create({ kind: 'import', name, format, by: identity }) });
};

const whichParts: Serve = async (request, { jobs }) => {
  const jobId = idOf(request);
  const have = await jobs.slices(jobId);
  const job = await jobs.get(jobId);
  // A browser that two people share remembers the upload of the other: for the reader it is none to go on with.
  const open = job?.status === 'preparing' && job.by.id === request.identity.id;
  return json(200, { have, open });
};

const takePart: Serve = async (request, { jobs }) => {
  const { part = '' } = request.params;
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(request.body);
  await jobs.putSlice(idOf(request), /^\d{1,6}$/.test(part) ? Number(part) : -1, text, request.identity);
  return { status: 204 };
};

const check: Serve = async (request, { jobs }) => {
  await jobs.check(idOf(request), request.identity);
  return seeJob(idOf(request));
};

/** File names are shown, and some programs send the whole path. */
const nameIn = (given: string): string => given.split(/[\\/]/).at(-1)?.trim().slice(0, 200) || 'plans';

/** Bringing plans in from a file. */
export const importRoutes: SiteRoutes<AdminPorts> = {
  'GET /admin/import': { who: HR, serve: choose },
  'POST /admin/import': { who: HR, serve: takeFile },
  'GET /admin/import/template.csv': { who: HR, serve: template },
  'POST /admin/import/begin': { who: HR, serve: begin },
  'GET /admin/import/{jobId}/parts': { who: HR, serve: whichParts },
  'POST /admin/import/{jobId}/parts/{part}': { who: HR, serve: takePart },
  'POST /admin/import/{jobId}/check': { who: HR, serve: check },
};
