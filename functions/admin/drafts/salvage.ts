import type { WorkText } from '../../../adapters/workspace.ts';
import { salvagePage } from '../../../views/admin/editor/ended.tsx';
import { SPECS } from '../../../views/admin/editor/plan-spec.ts';
import { briefMoment } from '../../../views/admin/plan/moments.ts';
import type { WebResponse } from '../../http.ts';
import { Problem } from '../../problems.ts';
import type { SiteRequest } from '../../site.ts';
import type { AdminPorts } from '../ports.ts';
import { fieldsOf, isThing } from './content.ts';
import { draftAddress, goTo, workIn, writerOf } from './open.ts';
import { CREATED } from './send.ts';

/** The draft is over, but somebody went on writing: what they typed is offered to them as a draft of its own. */
export function endedWithText(work: WorkText, yours: unknown, { frame, path }: SiteRequest): WebResponse {
  const { how, by, at } = work.ended ?? { how: 'done', by: work.by, at: work.updatedAt };
  const body = salvagePage(frame, {
    title: work.title,
    how,
    by,
    when: briefMoment(at, frame.timeZone),
    ...(work.planId && { planId: work.planId }),
    keep: `${path}/keep`,
    open: draftAddress(work.id),
    typed: fieldsOf(yours, SPECS[work.kind]).filter(([, value]) => value !== ''),
  });
  return { status: 200, body };
}

/** POST /admin/drafts/{draftId}/merge/{with}/keep: what was typed after a draft had ended, as a draft of its own. */
export async function keepTyped(request: SiteRequest, ports: AdminPorts): Promise<WebResponse> {
  const work = await workIn(request, ports);
  const aside = await ports.workspace.aside(work.id, request.params.with ?? '');
  if (!aside) throw GONE;
  const { content } = aside;
  const title = isThing(content) && typeof content.title === 'string' ? content.title : work.title;
  const of = await goesOnAs(work, ports);
  const begun = await ports.workspace.begin({ title, content, ...of }, writerOf(request), ports.now());
  return goTo(`${draftAddress(begun.id)}?begun=${of.planId ? 'text' : 'anew'}`);
}

/** What was typed on is a text of the plan that the draft has become, not a second plan, while that is still a draft. */
async function goesOnAs(
  { kind, planId, planVersion }: WorkText,
  { store }: Pick<AdminPorts, 'store'>,
): Promise<Pick<WorkText, 'kind' | 'planId' | 'planVersion'>> {
  if (!planId) return { kind };
  if (kind !== 'plan') return { kind, planId, ...(planVersion && { planVersion }) };
  const { status } = await store.load(planId);
  return status === 'draft' ? { kind: 'redraft', planId, planVersion: CREATED } : { kind };
}

const GONE = new Problem(
  404,
  'nothing_aside',
  'What was typed is not kept any more.',
  'Begin another draft from the list of drafts.',
);
