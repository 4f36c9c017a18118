import { newPageKey } from '../../../adapters/ids.ts';
import type { WorkText } from '../../../adapters/workspace.ts';
import { fold } from '../../../domain/evolve.ts';
import type { Plan } from '../../../domain/plan.ts';
import { rulesFor } from '../../../domain/rules.ts';
import { editorPage } from '../../../views/admin/editor/editor.tsx';
import type { EditorModel, Option } from '../../../views/admin/editor/model.ts';
import { briefMoment } from '../../../views/admin/plan/moments.ts';
import { en } from '../../../views/words/en.ts';
import { commandContext } from '../../command-context.ts';
import type { WebResponse } from '../../http.ts';
import type { SiteRequest } from '../../site.ts';
import { lookAtAmendment } from '../amend/look.ts';
import type { AdminPorts } from '../ports.ts';
import { type Content, isThing } from './content.ts';
import { type Looked, lookAtPlan } from './look.ts';
import { noticeFor } from './notices.ts';
import { returnedOf } from './returned.ts';

/** The editor with everything that can be said of what is written in it. */
export async function showEditor(
  request: SiteRequest,
  work: WorkText,
  ports: AdminPorts,
): Promise<WebResponse> {
  const events = work.kind === 'plan' || !work.planId ? [] : await ports.store.events(work.planId);
  const plan = events.length > 0 ? fold(events) : undefined;
  const looked = lookAt(work, plan, request, ports);
  const { frame, query } = request;
  const notice = noticeFor(query, looked.faults.length);
  const body = editorPage(notice ? { ...frame, notice } : frame, {
    ...modelOf(work, looked, plan, ports),
    ...(query.has('sent') && { isUntouched: false }),
    ...(query.has('added') && { added: query.get('added') ?? '' }),
    returned: work.kind === 'redraft' ? returnedOf(events, frame.timeZone) : [],
  });
  return { status: 200, body };
}

/** What can be said of a text as it is now. */
export function lookAt(
  { kind, content, planId }: WorkText,
  plan: Plan | undefined,
  { actor }: Pick<SiteRequest, 'actor'>,
  ports: AdminPorts,
): Looked {
  const context = commandContext(ports, planId ?? ports.ids.plan(), actor);
  if (kind === 'amend' && plan) return lookAtAmendment(content, plan, context);
  const looked = lookAtPlan(content, context);
  if (kind !== 'redraft' || !plan || plan.status === 'draft') return looked;
  return { ...looked, faults: [APPROVED_MEANWHILE, ...looked.faults] };
}

const APPROVED_MEANWHILE = {
  field: '',
  message:
    'The plan was approved meanwhile, so its text stays as it is: amend it once it has been launched, or withdraw it and draft a new plan.',
};

function modelOf(
  work: WorkText,
  looked: Looked,
  plan: Plan | undefined,
  ports: AdminPorts,
): Omit<EditorModel, 'returned'> {
  const content = (isThing(work.content) ? work.content : {}) as Content;
  const { defaults } = ports.settings;
  return {
    kind: work.kind,
    action: `/admin/drafts/${work.id}`,
    version: work.version,
    pageKey: newPageKey(),
    content,
    saved: { when: briefMoment(work.updatedAt, defaults.timeZone), by: work.by },
    faults: looked.faults,
    isUntouched: work.version === 1 && content.title === '',
    advice: looked.advice,
    people: peopleIn(content),
    competencies: competenciesFor(content, plan, ports),
    packs: packsIn(ports),
    defaults,
    ...(looked.futures && { futures: looked.futures }),
    ...(looked.effects && { effects: looked.effects }),
    ...(plan && { plan: { id: plan.id, title: plan.draft.title } }),
  };
}

function peopleIn(content: Content): Option[] {
  const people = Array.isArray(content.participants) ? content.participants.filter(isThing) : [];
  return people.flatMap(({ id, name, role }) => {
    if (typeof id !== 'string' || id === '') return [];
    const part = en.common.roles[role as keyof typeof en.common.roles] ?? 'no part yet';
    return [{ value: id, text: name ? `${String(name)} (${part})` : `${part} (${id})` }];
  });
}

/** What the rules of the plan let an item be about; empty when any code is accepted. */
function competenciesFor(content: Content, plan: Plan | undefined, ports: AdminPorts): Option[] {
  const { defaults } = ports.settings;
  const pinned = plan && `${plan.pack.id}@${plan.pack.version}`;
  const ref =
    typeof content.pack === 'string' && content.pack !== '' ? content.pack : (pinned ?? defaults.pack);
  const rules = rulesFor(ref, 'UTC', ports.library);
  return (rules?.pack.content.competencies.is ?? []).map(({ code, title, supervisorsOnly }) => ({
    value: code,
    text: supervisorsOnly ? `${title} (supervisors only)` : title,
  }));
}

/** By id alone a plan gets the newest version. */
function packsIn({ library }: AdminPorts): Option[] {
  const newest = new Map(library.list().map((pack) => [pack.id, pack] as const));
  return [...newest.values()].map(({ id, title }) => ({ value: id, text: `${title} (${id})` }));
}
