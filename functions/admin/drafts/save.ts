import { newPageKey } from '../../../adapters/ids.ts';
import type { WorkText } from '../../../adapters/workspace.ts';
import { same } from '../../../domain/same.ts';
import { SPECS } from '../../../views/admin/editor/plan-spec.ts';
import type { WebResponse } from '../../http.ts';
import type { SiteRequest } from '../../site.ts';
import type { AdminPorts } from '../ports.ts';
import { type Content, contentIn } from './content.ts';
import { idsKnownTo } from './known-ids.ts';
import { draftAddress, formIn, goTo, workNamed, writerOf } from './open.ts';
import { operate } from './operate.ts';
import { tidied } from './rows.ts';
import { send } from './send.ts';

/**
 * POST /admin/drafts/{draftId}: saves what was typed as the next version, and then does what the pressed button says.
 * Whatever stands in the way of saving, nothing that was typed is lost.
 */
export async function saveWork(request: SiteRequest, ports: AdminPorts): Promise<WebResponse> {
  const form = formIn(request);
  const isAutosave = request.headers['x-autosave'] !== undefined;
  const work = await workNamed(request, ports);
  if (!work) return isAutosave ? { status: 409, body: '' } : beginAnew(form, request, ports);

  const known = await idsKnownTo(work, ports);
  const typed = tidied(contentIn(form, SPECS[work.kind]), known);
  const from = Number(form.get('version') ?? 0);
  const page = form.get('page') ?? '';
  if (work.ended || !(isCurrent(work, from, page) || same(typed, work.content))) {
    return putAside({ work, typed, from, page, isAutosave }, request, ports);
  }

  const op = isAutosave ? 'autosave' : (form.get('op') ?? 'save');
  const { content, goOn } = operate(op, typed, form, work, known, ports);
  const saved = await savedAs(content, { work, from, page: isAutosave ? page : '' }, request, ports);
  if (!saved) return putAside({ work, typed, from, page, isAutosave }, request, ports);
  if (isAutosave) return { status: 204, headers: { 'x-version': String(saved.version) } };
  return op === 'send' ? send(saved, request, ports) : goTo(`${draftAddress(work.id)}${goOn}`);
}

/** A page that saves by itself may be behind its own saves, never behind anybody else's. */
const isCurrent = (work: WorkText, from: number, page: string): boolean =>
  from === work.version || (work.page !== undefined && work.page.key === page && from >= work.page.from);

interface Basis {
  work: WorkText;
  from: number;
  /** The page that saves by itself; empty when a person pressed a button and gets another page. */
  page: string;
}

async function savedAs(
  content: Content,
  { work, from, page }: Basis,
  request: SiteRequest,
  { workspace, now }: AdminPorts,
): Promise<WorkText | undefined> {
  if (same(content, work.content)) return work;
  const began = work.page?.key === page ? work.page.from : from;
  return workspace.save(
    work,
    {
      content,
      title: typeof content.title === 'string' ? content.title : work.title,
      by: writerOf(request),
      ...(page && { page: { key: page, from: began } }),
    },
    now(),
  );
}

interface Kept extends Basis {
  typed: Content;
  isAutosave: boolean;
}

/** Somebody else was faster, or ended the draft: both texts are kept, and the writer is shown them. */
async function putAside(
  { work, typed, from, page, isAutosave }: Kept,
  request: SiteRequest,
  { workspace, now }: AdminPorts,
): Promise<WebResponse> {
  const key = /^[a-z2-7]{10}$/.test(page) ? page : newPageKey();
  await workspace.putAside(work.id, key, { content: typed, from, by: writerOf(request) }, now());
  const location = `${draftAddress(work.id)}/merge/${key}`;
  return isAutosave ? { status: 409, headers: { Location: location }, body: '' } : goTo(location);
}

/** The draft is forgotten, but not what was typed just now. */
async function beginAnew(
  form: URLSearchParams,
  request: SiteRequest,
  { workspace, now }: AdminPorts,
): Promise<WebResponse> {
  const content = tidied(contentIn(form, SPECS.plan));
  const title = typeof content.title === 'string' ? content.title : '';
  const begun = await workspace.begin({ kind: 'plan', title, content }, writerOf(request), now());
  return goTo(`${draftAddress(begun.id)}?begun=anew`);
}
