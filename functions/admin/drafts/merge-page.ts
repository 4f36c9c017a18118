import type { WorkText } from '../../../adapters/workspace.ts';
import { fold } from '../../../domain/evolve.ts';
import type { PlanDraft } from '../../../domain/plan.ts';
import { mergePage } from '../../../views/admin/editor/merge.tsx';
import { SPECS } from '../../../views/admin/editor/plan-spec.ts';
import { placeInWords } from '../../../views/admin/editor/spec.ts';
import { valueInWords } from '../../../views/admin/editor/value-in-words.ts';
import type { Notice } from '../../../views/admin/layout.tsx';
import type { WebResponse } from '../../http.ts';
import { Problem } from '../../problems.ts';
import type { SiteRequest } from '../../site.ts';
import { amendableOf } from '../amend/look.ts';
import type { AdminPorts } from '../ports.ts';
import { type Content, isThing } from './content.ts';
import { idsKnownTo } from './known-ids.ts';
import { merge, type Side } from './merge.ts';
import { draftAddress, formIn, goTo, workIn, writerOf } from './open.ts';
import { tidied } from './rows.ts';
import { endedWithText } from './salvage.ts';

/** What two people made of one text. */
interface Three {
  before: unknown;
  theirs: unknown;
  yours: unknown;
  /** Who wrote what stands there now. */
  by: string;
  /** Of a plan whose text was changed: its version now. */
  planVersion?: number;
}

/** GET /admin/drafts/{draftId}/merge/{with}: both texts, field by field. */
export async function showMerge(request: SiteRequest, ports: AdminPorts): Promise<WebResponse> {
  const work = await workIn(request, ports);
  const three = await threeOf(work, request, ports);
  return work.ended ? endedWithText(work, three.yours, request) : page(request, work, three);
}

/** POST to the same: what was chosen becomes the next version. */
export async function takeMerge(request: SiteRequest, ports: AdminPorts): Promise<WebResponse> {
  const form = formIn(request);
  const work = await workIn(request, ports);
  const three = await threeOf(work, request, ports);
  if (work.ended) return endedWithText(work, three.yours, request);
  const chosen = chosenIn(form);
  const { content, open } = merge(three.before, three.theirs, three.yours, chosen);
  const seen = form.get('seen') ?? '';
  if (seen !== seenOf(work, three)) {
    const title = 'It was changed once more meanwhile. What you chose is still chosen; look at what is new.';
    return page(request, work, three, { chosen, notice: { kind: 'trouble', title } });
  }
  if (open.length > 0) return page(request, work, three, { chosen, open, status: 422 });
  const known = await idsKnownTo(work, ports);
  const merged = tidied((isThing(content) ? content : {}) as Content, known);
  const saved = await ports.workspace.save(
    work,
    {
      content: merged,
      title: typeof merged.title === 'string' ? merged.title : work.title,
      by: writerOf(request),
      ...(three.planVersion !== undefined && { planVersion: three.planVersion }),
    },
    ports.now(),
  );
  return saved ? goTo(`${draftAddress(work.id)}?merged=yes`) : showMerge(request, ports);
}

async function threeOf(work: WorkText, request: SiteRequest, ports: AdminPorts): Promise<Three> {
  const key = request.params.with ?? '';
  if (key === 'plan' && work.planId) return ofThePlan(work, ports);
  const aside = await ports.workspace.aside(work.id, key);
  if (!aside) throw NOTHING_ASIDE;
  const before = (await ports.workspace.version(work.id, aside.from)) ?? {};
  return { before, theirs: work.content, yours: aside.content, by: work.by };
}

/** Somebody changed the plan itself; why it is written anew is only in the draft. */
async function ofThePlan(work: WorkText, { store }: Pick<AdminPorts, 'store'>): Promise<Three> {
  const events = await store.events(work.planId ?? '');
  const plan = fold(events);
  const known = fold(events.slice(0, work.planVersion ?? 1));
  const why = isThing(work.content) ? work.content.why : undefined;
  const textOf = (draft: PlanDraft) => ({
    ...(work.kind === 'amend' ? amendableOf(draft) : draft),
    ...(why !== undefined && { why }),
  });
  const last = events.findLast((event) => event.type === 'PlanRedrafted' || 'revision' in event);
  return {
    before: textOf(known.draft),
    theirs: textOf(plan.draft),
    yours: work.content,
    by: last?.actor.id ?? 'somebody else',
    planVersion: plan.version,
  };
}

const NOTHING_ASIDE = new Problem(
  404,
  'nothing_aside',
  'Nothing waits to be put together here.',
  'It was put together already, or its time is over. Open the draft from the list of drafts.',
);

interface Shown {
  chosen?: (field: string) => Side | undefined;
  open?: readonly string[];
  notice?: Notice;
  status?: number;
}

function page(request: SiteRequest, work: WorkText, three: Three, shown: Shown = {}): WebResponse {
  const { chosen = () => undefined, open = [], notice, status = 200 } = shown;
  const spec = SPECS[work.kind];
  const { differences } = merge(three.before, three.theirs, three.yours);
  const body = mergePage(notice ? { ...request.frame, notice } : request.frame, {
    action: request.path,
    seen: seenOf(work, three),
    draft: { href: draftAddress(work.id), title: work.title },
    by: three.by,
    isPlan: three.planVersion !== undefined,
    differences: differences.map(({ field, before, theirs, yours, only }) => {
      const chosenSide = chosen(field) ?? only;
      return {
        field,
        place: placeInWords(spec, field),
        before: valueInWords(before, spec, field),
        theirs: valueInWords(theirs, spec, field),
        yours: valueInWords(yours, spec, field),
        isBoth: only === undefined,
        isOpen: open.includes(field),
        ...(chosenSide && { chosen: chosenSide }),
      };
    }),
  });
  return { status, body };
}

/** What somebody looked at when they chose. */
const seenOf = ({ version }: WorkText, { planVersion = 0 }: Three): string => `${version}.${planVersion}`;

const chosenIn =
  (form: URLSearchParams) =>
  (field: string): Side | undefined => {
    const side = form.get(`choose:${field}`);
    return side === 'theirs' || side === 'yours' ? side : undefined;
  };
