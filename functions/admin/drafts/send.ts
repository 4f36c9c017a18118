import { planIdFrom } from '../../../adapters/ids.ts';
import type { Said, WorkText } from '../../../adapters/workspace.ts';
import type { Command } from '../../../domain/commands.ts';
import { PlanExists, PlanMovedOn } from '../../../domain/errors.ts';
import type { PlanEvent } from '../../../domain/events.ts';
import { fold } from '../../../domain/evolve.ts';
import type { Plan, PlanDraft, PlanId } from '../../../domain/plan.ts';
import { same } from '../../../domain/same.ts';
import { commandContext } from '../../command-context.ts';
import type { WebResponse } from '../../http.ts';
import { Problem } from '../../problems.ts';
import type { SiteRequest } from '../../site.ts';
import { amendmentIn } from '../amend/look.ts';
import type { AdminPorts } from '../ports.ts';
import { isThing } from './content.ts';
import { draftAddress, goTo, writerOf } from './open.ts';
import { lookAt } from './page.ts';

/** What was written becomes a plan, or a part of one. What keeps it from that is said in the editor. */
export async function send(work: WorkText, request: SiteRequest, ports: AdminPorts): Promise<WebResponse> {
  const events = work.kind === 'plan' || !work.planId ? [] : await ports.store.events(work.planId);
  const plan = events.length > 0 ? fold(events) : undefined;
  const { draft, faults } = lookAt(work, plan, request, ports);
  if (!draft || faults.length > 0) return goTo(`${draftAddress(work.id)}?sent=refused`);
  if (!plan) return create(work, draft, request, ports);
  try {
    await record(commandFor(work, draft, plan, versionKnown(work, plan, events)), plan.id, request, ports);
  } catch (refusal) {
    if (!(refusal instanceof PlanMovedOn)) throw refusal;
    return goTo(`${draftAddress(work.id)}/merge/plan`);
  }
  return ended(work, plan.id, work.kind === 'amend' ? 'amended' : 'redrafted', request, ports);
}

/** The plan's id comes from the draft's: whoever presses twice, at once or after a failure, gets one plan. */
async function create(
  work: WorkText,
  draft: PlanDraft,
  request: SiteRequest,
  ports: AdminPorts,
): Promise<WebResponse> {
  const planId = planIdFrom(work.id);
  try {
    await record({ type: 'DraftPlan', planId, draft }, planId, request, ports);
  } catch (refusal) {
    if (!(refusal instanceof PlanExists)) throw refusal;
    const events = await ports.store.events(planId);
    if (!same(fold(events.slice(0, CREATED)).draft, draft)) return goesOn(work, fold(events), ports);
  }
  return ended(work, planId, 'created', request, ports);
}

/** The number of a plan's event that holds its text as it was created. */
export const CREATED = 1;

/** Another text than the one that was made a plan is one more text of that plan, as long as nobody has approved it. */
async function goesOn(work: WorkText, { id, status }: Plan, ports: AdminPorts): Promise<WebResponse> {
  if (status !== 'draft') throw becameAnother(id);
  await ports.workspace.mark(work, asTextOf(id), ports.now());
  return goTo(`${draftAddress(work.id)}?sent=became`);
}

const asTextOf = (planId: PlanId): Said => ({ kind: 'redraft', planId, planVersion: CREATED });

const becameAnother = (planId: PlanId): Problem =>
  new Problem(
    409,
    'became_plan',
    `This draft has become the plan ${planId} already, and was changed since.`,
    'Open that plan and write it anew from there; what you wrote here is kept.',
  );

/** What was recorded since without touching the plan's text is in nobody's way. */
function versionKnown({ planVersion }: WorkText, plan: Plan, events: readonly PlanEvent[]): number {
  if (planVersion === undefined || planVersion >= plan.version) return plan.version;
  return same(fold(events.slice(0, planVersion)).draft, plan.draft) ? plan.version : planVersion;
}

function commandFor({ content, kind }: WorkText, draft: PlanDraft, plan: Plan, version: number): Command {
  const why = isThing(content) && typeof content.why === 'string' ? content.why : '';
  if (kind === 'redraft') {
    return { type: 'RedraftPlan', draft, version, ...(why && { note: why }) };
  }
  const read = amendmentIn(content, plan);
  if (!('command' in read)) throw new RangeError('A new version that can be recorded is a command.');
  return { ...read.command, version };
}

const record = (
  command: Command,
  planId: PlanId,
  request: SiteRequest,
  ports: AdminPorts,
): Promise<unknown> => ports.store.commit(planId, command, commandContext(ports, planId, request.actor));

/**
 * The draft is not listed any more, and whoever has it open is told what became of it. What somebody saved while it was
 * sent stays open, as another text of the plan.
 */
async function ended(
  work: WorkText,
  planId: PlanId,
  how: 'created' | 'redrafted' | 'amended',
  request: SiteRequest,
  { workspace, now }: AdminPorts,
): Promise<WebResponse> {
  const at = now();
  let found: WorkText | undefined = work;
  while (found && !found.ended) {
    const isAsSent = found.version === work.version;
    const said: Said = isAsSent
      ? { planId, ended: { how: 'done', by: writerOf(request), at } }
      : found.kind === 'plan'
        ? asTextOf(planId)
        : {};
    if (await workspace.mark(found, said, at)) {
      if (isAsSent) break;
      return goTo(`${draftAddress(work.id)}?sent=meanwhile`);
    }
    found = await workspace.open(work.id);
  }
  return goTo(`/admin/plans/${planId}?done=${how}`);
}
