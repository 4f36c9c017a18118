import type { WorkText } from '../../../adapters/workspace.ts';
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
  await ended(work, plan.id, request, ports);
  return goTo(`/admin/plans/${plan.id}?done=${work.kind === 'amend' ? 'amended' : 'redrafted'}`);
}

/**
 * The plan's id is noted before the plan is there, so that whoever presses twice, or again after a failure, gets one
 * plan.
 */
async function create(
  work: WorkText,
  draft: PlanDraft,
  request: SiteRequest,
  ports: AdminPorts,
): Promise<WebResponse> {
  const planId = work.planId ?? ports.ids.plan();
  if (!work.planId && !(await ports.workspace.mark(work, { planId }, ports.now()))) {
    return goTo(`${draftAddress(work.id)}?sent=again`);
  }
  try {
    await record({ type: 'DraftPlan', planId, draft }, planId, request, ports);
  } catch (refusal) {
    if (!(refusal instanceof PlanExists)) throw refusal;
    const { draft: there } = await ports.store.load(planId);
    if (!same(there, draft)) throw becameAnother(planId);
  }
  await ended({ ...work, planId }, planId, request, ports);
  return goTo(`/admin/plans/${planId}?done=created`);
}

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

/** It is not listed any more; whoever has it open is told what became of it. */
async function ended(work: WorkText, planId: PlanId, request: SiteRequest, ports: AdminPorts): Promise<void> {
  const at = ports.now();
  await ports.workspace.mark(work, { planId, ended: { how: 'done', by: writerOf(request), at } }, at);
}
