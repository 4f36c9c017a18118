import type { Listing } from './listing.ts';
import { opportunityDays, tolledDays } from './opportunity.ts';
import type { Attributed, Day, Instant, Plan, PlanId, PlanStatus, Request } from './plan.ts';
import { type Quarter, quarterOf } from './reports/quarter.ts';

/** What an organisation may say about whom a plan is about, by which reports compare. */
export const GROUPINGS = ['agency', 'jobTitle', 'grade', 'serviceType', 'bargainingUnit'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** What reports count of one plan: codes, days and counts. Only of its manager is it said who it is. */
export interface ReportCard {
  planId: PlanId;
  status: PlanStatus;
  /** `id@version`, in which the outcome's code is explained. */
  pack: string;
  endDate: Day;
  outcome: string | null;
  manager: { name: string; email: string };
  /** Check-ins that are over: `onTime` by the manager's own answer, `held` when nobody says that they did not meet. */
  checkIns: { over: number; held: number; onTime: number; missed: number };
  /** Whose the missed ones were; `open` until HR has said so. */
  missedBy: Record<Attributed | 'open', number>;
  decision: { dueAt: Instant; madeAt: Instant | null } | null;
  /** Calendar days there were to improve, and what moved the end. */
  days: number;
  extensions: number;
  daysCredited: number;
  daysTolled: number;
  groups: Partial<Record<Grouping, string>>;
}

/** `undefined` of a plan that was never launched: there is nothing to count. */
export function reportCard(plan: Plan): ReportCard | undefined {
  if (plan.versions.length === 0) return undefined;
  const { draft } = plan;
  const manager = draft.participants.find(({ id }) => id === draft.issuer.participant);
  const checkIns = requestsOf(plan, 'check_in').filter(
    ({ status }) => status === 'answered' || status === 'missed',
  );
  const missed = checkIns.filter(({ status }) => status === 'missed');
  const by = (whose: Attributed | undefined): number =>
    missed.filter(({ id }) => plan.attributions[id]?.to === whose).length;
  return {
    planId: plan.id,
    status: plan.status,
    pack: `${plan.pack.id}@${plan.pack.version}`,
    endDate: draft.endDate,
    outcome: plan.outcome,
    manager: { name: manager?.name ?? '', email: manager?.email.toLowerCase() ?? '' },
    checkIns: {
      over: checkIns.length,
      held: checkIns.filter(isHeld).length,
      onTime: checkIns.filter((request) => isOnTime(request, draft.subject.participant)).length,
      missed: missed.length,
    },
    missedBy: {
      manager: by('manager'),
      employee: by('employee'),
      excused: by('excused'),
      open: by(undefined),
    },
    decision: decisionOf(plan),
    days: opportunityDays(plan),
    extensions: plan.versions.filter(({ because }) => because === 'extended').length,
    daysCredited: Object.values(plan.attributions).reduce((days, { creditDays }) => days + creditDays, 0),
    daysTolled: tolledDays(plan),
    groups: Object.fromEntries(
      GROUPINGS.flatMap((grouping) => {
        const value = draft.subject[grouping]?.trim();
        return value ? [[grouping, value]] : [];
      }),
    ),
  };
}

/** The list of a quarter's plans, by the plan's last day. */
export const reportList = (quarter: Quarter): string => `REPORT#${quarter}`;

/** Where reports find the plan. */
export function reportListing(plan: Plan): Listing | undefined {
  const report = reportCard(plan);
  return (
    report && {
      facet: 'report',
      list: reportList(quarterOf(report.endDate)),
      at: `${report.endDate}#${plan.id}`,
      card: {},
      report,
    }
  );
}

const requestsOf = (plan: Plan, kind: Request['kind']): Request[] =>
  Object.values(plan.requests).filter((request) => request.kind === kind);

const isHeld = ({ status, respondents }: Request): boolean =>
  status === 'answered' &&
  respondents.every(({ answer }) => answer?.kind !== 'check_in' || answer.meeting === 'held');

/** Whether everybody but the person the plan is about had answered when it was due. */
const isOnTime = ({ respondents, dueAt }: Request, subject: string): boolean =>
  respondents
    .filter(({ participant, required }) => required && participant !== subject)
    .every(({ answeredAt }) => answeredAt !== undefined && answeredAt <= dueAt);

/** The newest question for a decision: an extension asks for another one later. */
function decisionOf(plan: Plan): ReportCard['decision'] {
  const asked = requestsOf(plan, 'decision').at(-1);
  if (!asked || asked.status === 'superseded') return null;
  const made = plan.decisions.findLast(({ requestId }) => requestId === asked.id);
  return { dueAt: asked.dueAt, madeAt: made?.at ?? null };
}
