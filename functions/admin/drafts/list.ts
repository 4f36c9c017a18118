import { draftsPage } from '../../../views/admin/editor/drafts.tsx';
import type { Notice } from '../../../views/admin/layout.tsx';
import { briefMoment } from '../../../views/admin/plan/moments.ts';
import type { WebResponse } from '../../http.ts';
import type { SiteRequest } from '../../site.ts';
import type { AdminPorts } from '../ports.ts';
import type { Begin } from './begin.ts';
import { draftAddress, writerOf } from './open.ts';

/** GET /admin/drafts: what is being written, and ways to begin. */
export const listWork = (request: SiteRequest, ports: AdminPorts): Promise<WebResponse> =>
  showDrafts(request, ports);

/** The same, with what was wrong with a way to begin and what was typed there. */
export async function showDrafts(
  request: SiteRequest,
  { workspace }: Pick<AdminPorts, 'workspace'>,
  refused?: Begin,
): Promise<WebResponse> {
  const { frame, query } = request;
  const me = writerOf(request);
  const isMine = query.get('whose') === 'mine';
  const all = await workspace.list();
  const shown = isMine ? all.filter(({ by, createdBy }) => by === me || createdBy === me) : all;
  const discarded = query.get('discarded');
  const body = draftsPage(
    { ...frame, ...noticeOn(query) },
    {
      isMine,
      drafts: shown.map(({ id, kind, title, by, updatedAt, planId }) => ({
        id,
        kind,
        title,
        by: by === me ? 'You' : by,
        when: briefMoment(updatedAt, frame.timeZone),
        at: updatedAt,
        ...(planId && { planId }),
      })),
      others: all.length - shown.length,
      from: { planId: query.get('planId') ?? '', json: '' },
      ...(discarded && /^wrk[a-z2-7]{20}$/.test(discarded) && { undo: `${draftAddress(discarded)}/restore` }),
      ...refused,
    },
  );
  return { status: refused ? 422 : 200, body };
}

function noticeOn(query: URLSearchParams): { notice?: Notice } {
  if (!query.has('changed')) return {};
  const title = 'Somebody saved that draft at the same moment, so it was not discarded.';
  return { notice: { kind: 'trouble', title } };
}
