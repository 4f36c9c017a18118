import type { Context } from '../../commands.ts';
import type { Plan, Request, RequestId, ScheduledRequest } from '../../plan.ts';
import type { Rules } from '../../rules.ts';
import { acknowledgement, decision, endOf, questionsOf } from '../../schedule.ts';
import type { Revising } from '../revise.ts';
import { onlyReadOtherwise } from './read-otherwise.ts';

/** A change with what the other parts of the revision already know. */
interface Known extends Revising {
  number: number;
  /** Open questions that stay open. */
  open: Request[];
}

/** Everything a new version has not asked yet, with ids no question of the plan ever had. */
export function stillToAsk(plan: Plan, change: Known, rules: Rules, context: Context): ScheduledRequest[] {
  const planned = [
    ...signatures(plan, change, rules, context),
    ...questionsAhead(plan, change, rules, context),
    ...decisionAhead(plan, change, rules, context),
  ];
  const taken = new Set<RequestId>(Object.keys(plan.requests));
  return planned.map((request) => {
    const id = freeId(request.id, taken);
    taken.add(id);
    return { ...request, id };
  });
}

/** `id`, or `id-2`, `id-3`, … when it is taken. */
function freeId(id: RequestId, taken: Set<RequestId>): RequestId {
  for (let copy = 1; ; copy += 1) {
    const free = copy === 1 ? id : `${id}-${copy}`;
    if (!taken.has(free)) return free;
  }
}

/** Days that moved because of an absence are told, not signed for, nor is what somebody reads it in; what was to be signed before still is. */
function signatures(
  plan: Plan,
  { because, number, draft }: Known,
  rules: Rules,
  { now }: Context,
): ScheduledRequest[] {
  if (because !== 'resumed' && !onlyReadOtherwise(plan.draft, draft))
    return [acknowledgement(now, number, rules)];
  return plan.scheduled
    .filter(({ kind }) => kind === 'acknowledgement')
    .map(({ version }) => acknowledgement(now, version ?? 1, rules));
}

const sameDay = (a: ScheduledRequest, b: Pick<ScheduledRequest, 'kind' | 'followUp' | 'date'>): boolean =>
  a.kind === b.kind && a.date === b.date && a.followUp?.type === b.followUp?.type;

function questionsAhead(plan: Plan, change: Known, rules: Rules, { now }: Context): ScheduledRequest[] {
  const { calendar } = rules;
  const { draft, open, shift } = change;
  const today = calendar.dayOf(now);
  const isOpen = new Set(open.map(({ id }) => id));
  const asked = Object.values(plan.requests)
    .filter(({ status }) => status !== 'superseded')
    .filter(({ id, status }) => status !== 'open' || isOpen.has(id))
    .map((request) => {
      const topic = request.kind === 'support' ? 'support' : request.followUp?.type;
      const moves = shift && topic && request.date && request.status === 'open';
      return moves ? { ...request, date: shift.dayOf(topic, request.date as string) } : request;
    });
  const notBefore = calendar.onOrAfter(draft.startDate > today ? draft.startDate : today);
  return questionsOf(draft, notBefore, rules).filter(
    (question) =>
      !asked.some((one) => sameDay(question, one)) &&
      (question.dueAt > now || plan.scheduled.some((one) => sameDay(question, one))),
  );
}

/** The decision is asked for once the period is over: again, when it was asked before and the plan goes on. */
function decisionAhead(
  plan: Plan,
  { draft, open }: Known,
  rules: Rules,
  { now }: Context,
): ScheduledRequest[] {
  const planned = plan.scheduled.find(({ kind }) => kind === 'decision');
  const isAhead = planned !== undefined || endOf(draft.endDate, rules.calendar) > now;
  if (!isAhead || open.some(({ kind }) => kind === 'decision')) return [];
  return [decision(planned?.id ?? 'decision', draft, rules)];
}
