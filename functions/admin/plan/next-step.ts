import { openRequests } from '../../../domain/agenda.ts';
import type { Context } from '../../../domain/commands.ts';
import { WEIGHT } from '../../../domain/next.ts';
import type { Instant, Plan, PlanStatus } from '../../../domain/plan.ts';
import type { NextStep } from '../../../views/admin/plan/model.ts';
import { waitingFor } from '../../../views/admin/plan/waiting.ts';
import type { ActionType } from './action.ts';
import { inTheEditor, offer } from './offered.ts';

/** What HR does next where a plan waits for HR itself, the usual way first. */
const STEPS: Partial<Record<PlanStatus, readonly ActionType[]>> = {
  draft: ['approve', 'return_draft'],
  approved: ['launch', 'share'],
  consulting: ['launch'],
  paused: ['resume'],
};

/** The one thing to do next, as far as it is possible now, or who is awaited. */
export function nextStepOf(plan: Plan, context: Context): NextStep | undefined {
  const ways = (STEPS[plan.status] ?? [])
    .map((type) => offer(type, plan, context))
    .concat(plan.status === 'draft' ? [inTheEditor(plan)] : [])
    .flatMap(({ title, href, why }) => (why === undefined ? [{ title, href }] : []));
  const awaited = awaitedIn(plan, context.now);
  if (ways.length === 0 && awaited === undefined) return undefined;
  return { says: awaited ?? SAYS[plan.status] ?? '', ways };
}

const SAYS: Partial<Record<PlanStatus, string>> = {
  draft: 'Somebody reads the draft and approves it, or says what has to change.',
  approved: 'It begins when you launch it. Where the person it is about should respond first, share it.',
  consulting: 'The person it is about has been heard: it may be launched.',
  paused: 'Its clock stands still until it is resumed.',
};

/** Of the question that matters most: who has not answered yet, and until when they may. */
function awaitedIn(plan: Plan, now: Instant): string | undefined {
  const [open] = openRequests(plan)
    .filter(({ kind, respondents }) => kind !== 'survey' && respondents.some(({ answer }) => !answer))
    .sort((a, b) => WEIGHT.indexOf(a.kind) - WEIGHT.indexOf(b.kind) || (a.dueAt < b.dueAt ? -1 : 1));
  if (!open) return undefined;
  const { what, who, due, isLate } = waitingFor(open, plan, now);
  return `Awaited: ${who}. ${what}, ${isLate ? 'overdue since' : 'due'} ${due}.`;
}
