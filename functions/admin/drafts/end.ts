import type { WebResponse } from '../../http.ts';
import type { SiteRequest } from '../../site.ts';
import type { AdminPorts } from '../ports.ts';
import { draftAddress, goTo, workIn, writerOf } from './open.ts';

/** POST /admin/drafts/{draftId}/discard: out of the list; nothing of it is deleted before its time. */
export async function discardWork(request: SiteRequest, ports: AdminPorts): Promise<WebResponse> {
  const work = await workIn(request, ports);
  const at = ports.now();
  if (work.ended) return goTo(draftAddress(work.id));
  const ended = { how: 'discarded' as const, by: writerOf(request), at };
  const isDone = await ports.workspace.mark(work, { ended }, at);
  return isDone ? goTo(`/admin/drafts?discarded=${work.id}`) : goTo('/admin/drafts?changed=yes');
}

/** POST /admin/drafts/{draftId}/restore: takes a discard back. What has become a plan stays one. */
export async function restoreWork(request: SiteRequest, ports: AdminPorts): Promise<WebResponse> {
  const work = await workIn(request, ports);
  if (work.ended?.how === 'discarded') await ports.workspace.mark(work, {}, ports.now());
  return goTo(`${draftAddress(work.id)}?restored=yes`);
}
