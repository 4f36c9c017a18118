import { PlanErased } from '../../../adapters/store-errors.ts';
import { PlanNotFound } from '../../../domain/errors.ts';
import { PLAN_SPEC } from '../../../views/admin/editor/plan-spec.ts';
import { whereJsonBreaks } from '../../api/json-position.ts';
import { isPlanId } from '../../api/plan-id.ts';
import type { WebResponse } from '../../http.ts';
import type { SiteRequest } from '../../site.ts';
import type { AdminPorts } from '../ports.ts';
import { blankPlan } from './blank.ts';
import { type Content, isThing, knownPart } from './content.ts';
import { showDrafts } from './list.ts';
import { draftAddress, formIn, goTo, writerOf } from './open.ts';
import { tidied } from './rows.ts';

/** A way to begin that did not work: what was typed, and what is wrong with it. */
export interface Begin {
  from: { planId: string; json: string };
  fault: { field: 'planId' | 'json'; message: string };
}

interface Begun {
  content: Content;
  how: string;
  leftOut: string[];
}

/** POST /admin/drafts: begins a draft, from nothing, as a copy of a plan, or from a file. */
export async function beginWork(request: SiteRequest, ports: AdminPorts): Promise<WebResponse> {
  const form = formIn(request);
  const from = { planId: (form.get('planId') ?? '').trim(), json: form.get('json') ?? '' };
  const begun = await begin(form.get('from') ?? 'blank', from, ports);
  if ('message' in begun) return showDrafts(request, ports, { from, fault: begun });
  const { content, how, leftOut } = begun;
  const title = typeof content.title === 'string' ? content.title : '';
  const work = await ports.workspace.begin({ kind: 'plan', title, content }, writerOf(request), ports.now());
  const query = new URLSearchParams([
    ['begun', how],
    ...leftOut.slice(0, 20).map((field): [string, string] => ['left-out', field]),
  ]);
  return goTo(`${draftAddress(work.id)}?${query}`);
}

async function begin(
  how: string,
  { planId, json }: Begin['from'],
  ports: AdminPorts,
): Promise<Begun | Begin['fault']> {
  if (how === 'copy') return copied(planId, ports);
  if (how === 'file') return fromFile(json);
  return { content: blankPlan(ports), how: 'blank', leftOut: [] };
}

async function copied(planId: string, { store }: Pick<AdminPorts, 'store'>): Promise<Begun | Begin['fault']> {
  const fault = (message: string): Begin['fault'] => ({ field: 'planId', message });
  if (planId === '') return fault('Write the id of the plan to copy: it stands in the address of its page.');
  if (!isPlanId(planId)) return fault('No plan can have this id: it is “pln” and 20 letters or digits.');
  try {
    const { draft } = await store.load(planId);
    return { content: { ...draft }, how: 'copy', leftOut: [] };
  } catch (refusal) {
    if (refusal instanceof PlanNotFound)
      return fault('There is no plan with this id. Check it in the list of plans.');
    if (refusal instanceof PlanErased)
      return fault('The record of this plan was deleted when its time was over.');
    throw refusal;
  }
}

function fromFile(json: string): Begun | Begin['fault'] {
  const fault = (message: string): Begin['fault'] => ({ field: 'json', message });
  if (json.trim() === '') return fault('Paste the text of the file, or choose it.');
  let read: unknown;
  try {
    read = JSON.parse(json);
  } catch {
    const { line, column } = whereJsonBreaks(json);
    return fault(`This is no JSON: it breaks at line ${line}, column ${column}. Correct that place.`);
  }
  // A plan stands alone in its file, or in one that tells its whole story.
  const plan =
    isThing(read) && isThing(read.plan)
      ? read.plan
      : isThing(read) && isThing(read.draft)
        ? read.draft
        : read;
  if (!isThing(plan)) return fault('This is JSON, but not a plan: a plan begins with { and has a title.');
  const leftOut: string[] = [];
  const content = knownPart(plan, PLAN_SPEC, leftOut) as Content;
  if (Object.keys(content).length === 0)
    return fault('Nothing in this file is a part of a plan. See the reference of plan files.');
  return { content: tidied(content), how: 'file', leftOut };
}
