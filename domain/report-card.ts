import { isCanary } from './canary.ts';
import type { Listing } from './listing.ts';
import { opportunityDays, tolledDays } from './opportunity.ts';
import type { Attributed, Day, Instant, Plan, PlanId, PlanStatus, Request } from './plan.ts';
import { askedManagers, type ManagerCheckIns } from './reports/asked-managers.ts';
import { type Quarter, quarterOf } from './reports/quarter.ts';

/** What an organisation may say about whom a plan is about, by which reports compare. */
export const GROUPINGS = ['agency', 'jobTitle', 'grade', 'serviceType', 'bargainingUnit'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** What reports count of one plan: codes, days and counts. Only of its managers is it said who they are. */
export interface ReportCard {
  planId: PlanId;
  status: PlanStatus;
  /** `id@version`, in which the outcome's code is explained and whose calendar counts the days. */
  pack: string;
  timeZone: string;
  endDate: Day;
  outcome: string | null;
  /** Check-ins that are over: `held` when nobody says that they did not meet and everybody answered, `missed` all others. */
  checkIns: { over: number; held: number; missed: number };
  managers: ManagerCheckIns[];
  /** Whose the missed ones were; `open` until HR has said so: nobody's. */
  missedBy: Record<Attributed | 'open', number>;
  /** Every decision that was asked for: after an extension there is another one. */
  decisions: { dueAt: Instant; madeAt: Instant | null }[];
  /** Calendar days there were to improve, and what moved the end. */
  days: number;
  extensions: number;
  daysCredited: number;
  daysTolled: number;
  groups: Partial<Record<Grouping, string>>;
}

/** `undefined` of a plan that was never launched, and of a canary: there is nothing to count. */
export function reportCard(plan: Plan): ReportCard | undefined {
  if (plan.versions.length === 0 || isCanary(plan)) return undefined;
  const { draft } = plan;
  const checkIns = requestsOf(plan, 'check_in').filter(
    ({ status }) => status === 'answered' || status === 'missed',
  );
  const missed = checkIns.filter((request) => !isHeld(request));
  const by = (whose: Attributed | undefined): number =>
    missed.filter(({ id }) => plan.attributions[id]?.to === whose).length;
  return {
    planId: plan.id,
    status: plan.status,
    pack: `${plan.pack.id}@${plan.pack.version}`,
    timeZone: plan.timeZone,
    endDate: draft.endDate,
    outcome: plan.outcome,
    checkIns: { over: checkIns.length, held: checkIns.length - missed.length, missed: missed.length },
    managers: askedManagers(checkIns, plan),
    missedBy: {
      manager: by('manager'),
      employee: by('employee'),
      excused: by('excused'),
      open: by(undefined),
    },
    decisions: decisionsOf(plan),
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

/** A question that was taken back before anybody decided, as by an extension or a withdrawal, is no late decision. */
const decisionsOf = (plan: Plan): ReportCard['decisions'] =>
  requestsOf(plan, 'decision').flatMap(({ id, status, dueAt }) => {
    const made = plan.decisions.find(({ requestId }) => requestId === id);
    return made || status !== 'superseded' ? [{ dueAt, madeAt: made?.at ?? null }] : [];
  });
