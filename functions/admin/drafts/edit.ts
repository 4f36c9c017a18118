import { endedPage } from '../../../views/admin/editor/ended.tsx';
import { briefMoment } from '../../../views/admin/plan/moments.ts';
import type { WebResponse } from '../../http.ts';
import type { SiteRequest } from '../../site.ts';
import type { AdminPorts } from '../ports.ts';
import { draftAddress, workIn } from './open.ts';
import { showEditor } from './page.ts';

/** GET /admin/drafts/{draftId}: the editor, or what became of the draft. */
export async function editWork(request: SiteRequest, ports: AdminPorts): Promise<WebResponse> {
  const work = await workIn(request, ports);
  if (!work.ended) return showEditor(request, work, ports);
  const { how, by, at } = work.ended;
  const body = endedPage(request.frame, {
    title: work.title,
    how,
    by,
    when: briefMoment(at, request.frame.timeZone),
    ...(work.planId && { planId: work.planId }),
    restore: `${draftAddress(work.id)}/restore`,
  });
  return { status: 200, body };
}
