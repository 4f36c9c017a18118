import { WEIGHT } from '../../../domain/next.ts';
import type { Instant, PlanStatus, Role } from '../../../domain/plan.ts';
import type { PlanSummary } from '../../../domain/summarise.ts';
import { soonMoment } from './times.ts';

/** What of a plan a title may use: nothing that is about a person. */
export type Pulse = Pick<PlanSummary, 'status' | 'startDate' | 'timeZone' | 'nextDueAt'> & {
  openRequests: readonly (Omit<PlanSummary['openRequests'][number], 'waitingFor'> & {
    waitingFor: readonly Role[];
  })[];
};

type OpenRequest = Pulse['openRequests'][number];

/**
 * What a running execution waits for, in the words of the plan: `Supervisor's week-3 check-in, due Fri, Jan 22, 5:00 PM
 * EST`. Roles only, never names.
 *
 * @param state the workflow state it is in, when that is known
 */
export function waitTitle(pulse: Pulse, state: string | undefined, now: Instant): string {
  const open = [...pulse.openRequests].sort((a, b) => WEIGHT.indexOf(a.kind) - WEIGHT.indexOf(b.kind))[0];
  if (!open || state?.startsWith('Wait')) return capital(clockWait(pulse, state));
  const others = pulse.openRequests.length - 1;
  const due = soonMoment(open.dueAt, pulse.timeZone);
  const when = open.dueAt < now ? `overdue since ${due}` : `due ${due}`;
  const more = others > 0 ? ` (and ${others} more ${others === 1 ? 'question' : 'questions'})` : '';
  return capital(`${whatIsAsked(open, pulse.startDate)}, ${when}${more}`);
}

/** Whether a run waits for people of whom nothing is asked any more: what should have woken it may be lost. */
export const isAnswered = (
  { openRequests }: Pick<Pulse, 'openRequests'>,
  state: string | undefined,
): boolean => openRequests.length === 0 && state?.startsWith('Await') === true;

/** One open question in words, by whom it waits for: `employee's and supervisor's week-3 check-in`. */
export function whatIsAsked(request: OpenRequest, startDate: string): string {
  const whose =
    request.waitingFor.length > 0 ? `${request.waitingFor.map((role) => WHOSE[role]).join(' and ')} ` : '';
  return whose + thing(request, startDate);
}

function thing({ id, kind }: OpenRequest, startDate: string): string {
  const version = /^acknowledgement-(\d+)$/.exec(id)?.[1];
  switch (kind) {
    case 'acknowledgement':
      return version ? `acknowledgement of version ${version} of the plan` : 'acknowledgement of the plan';
    case 'check_in':
      return `${weekOf(id, startDate)}${TYPES.find(([prefix]) => id.startsWith(prefix))?.[1] ?? 'check-in'}`;
    case 'survey':
      return 'survey answers';
    case 'support':
      return 'word on promised support';
    case 'response':
      return id === 'response-draft' ? 'response to the draft' : 'response to the decision';
    case 'attribution':
      return 'word on who missed a check-in';
    case 'approval':
      return 'confirmation of the proposed decision';
    case 'accommodation':
      return 'answer to a request for an adjustment';
    case 'decision':
      return 'decision';
  }
}

/** What ids of follow-ups begin with, by what is said of them. */
const TYPES = [
  ['check-in', 'check-in'],
  ['coaching', 'coaching session'],
  ['review', 'review'],
  ['training', 'training'],
  ['metrics', 'report of numbers'],
  ['site-visit', 'site visit'],
  ['assessment', 'assessment'],
  ['monitoring', 'check-in after success'],
] as const;

const DAY_MS = 86_400_000;

/** `week-3 `, counted from the plan's first day; nothing before it, and of ids without a day. */
function weekOf(id: string, startDate: string): string {
  const day = /\d{4}-\d\d-\d\d$/.exec(id)?.[0];
  const days = day ? Math.floor((Date.parse(day) - Date.parse(startDate)) / DAY_MS) : -1;
  return days >= 0 ? `week-${Math.floor(days / 7) + 1} ` : '';
}

const WHOSE: Record<Role, string> = {
  employee: "employee's",
  lead: "lead's",
  supervisor: "supervisor's",
  reviewer: "reviewer's",
  hr: "HR's",
  agency_head: "agency head's",
  mentor: "mentor's",
  assessor: "assessor's",
  stakeholder: "stakeholder's",
  representative: "representative's",
};

const CLOCK: Record<string, string> = {
  'Wait for the start date': 'the start date',
  'Wait for the next check-in': 'the next check-in to open',
  'Wait for the next question': 'the next question to open',
  'Wait for a planned absence': 'a planned absence to begin',
  'Wait while the plan is paused': 'the pause to end or be looked at',
  'Wait for the end date': 'the end of the plan',
  'Wait for the decision to open': 'the decision to open',
  'Watch after success': 'the end of the watched time',
  'Wait for another execution': 'its successor: an execution lives a year at most',
};

/** What comes by the clock, where a run still stands at a question that was answered already. */
const COMES_NEXT: Partial<Record<PlanStatus, string>> = {
  acknowledging: 'the start date',
  monitoring: 'the end of the watched time',
};

function clockWait({ nextDueAt, timeZone, status }: Pulse, state: string | undefined): string {
  const what = (state && CLOCK[state]) ?? COMES_NEXT[status] ?? 'what comes due next';
  return nextDueAt ? `${what}, ${soonMoment(nextDueAt, timeZone)}` : what;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
