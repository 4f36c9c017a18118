import { waitsForHr } from '../../domain/agenda.ts';
import { managersAt } from '../../domain/managed.ts';
import type { RulePack } from '../../domain/pack.ts';
import type { Change, Instant, Plan } from '../../domain/plan.ts';
import { type FactKind, sees } from '../../views/visibility.ts';
import { type PlanDetails, planDetails } from './plan-details.ts';

/**
 * One plan as far as its supervisor or reviewer may know it: parts that are not theirs to see are not there, nor is what
 * changes with them.
 */
export type PlanForManager = Partial<
  Omit<PlanDetails, 'participants' | 'pauses' | 'versions' | 'version' | 'updatedAt'>
> & {
  participants: Omit<PlanDetails['participants'][number], 'email'>[];
  pauses?: Omit<PlanDetails['pauses'][number], 'reason'>[];
  versions?: Omit<PlanDetails['versions'][number], 'reason' | 'takenOver'>[];
};

/** @param email whose they read it as */
export function planForManager(plan: Plan, pack: RulePack, email: string, now: Instant): PlanForManager {
  const mine = managersAt(plan, email, now);
  const may = (fact: FactKind): boolean => mine.some((reader) => sees({ plan, reader }, fact));
  const all = planDetails(plan, pack);
  const { planId, title, status, startDate, endDate, timeZone, createdAt } = all;
  const { tolledDays, opportunityDays } = all;
  return {
    ...{ planId, title, status, startDate, endDate, timeZone, pack: all.pack, createdAt },
    outcome: may('decision') ? all.outcome : null,
    participants: may('people')
      ? all.participants.filter(isNamed).map(({ email: _, ...person }) => person)
      : [],
    openRequests: all.openRequests
      .filter((request) => !waitsForHr(request))
      .map(({ waitingFor, ...request }) => ({ ...request, waitingFor: may('silence') ? waitingFor : [] })),
    ...(may('changes') && { versions: all.versions.map(asTold) }),
    ...(may('pause') && { pauses: all.pauses.map(({ reason: _, ...pause }) => pause) }),
    ...{ tolledDays, opportunityDays },
    ...(may('missed_by') && { attributions: all.attributions, credits: all.credits }),
    ...(may('readings') && { readings: all.readings }),
    ...(may('support_delivered') && { support: all.support }),
    // While a survey runs, how many have answered would tell when somebody did.
    ...(may('survey_results') && { surveys: all.surveys.filter(({ status }) => status !== 'open') }),
    ...(may('proposal') && { proposal: withoutWhoConfirms(all.proposal) }),
    ...(may('aftermath') && { monitoring: all.monitoring, relapse: all.relapse }),
  };
}

/** Whoever is only surveyed is named to nobody. */
const isNamed = ({ role }: PlanDetails['participants'][number]): boolean => role !== 'stakeholder';

/** Without what HR wrote about why. */
const asTold = ({ reason: _, takenOver: __, changes, ...version }: PlanDetails['versions'][number]) => ({
  ...version,
  changes: changes.filter(isTold),
});

/**
 * A change of people holds addresses, and names of people who are only surveyed; what was asked before the plan was
 * written is HR's.
 */
const isTold = ({ field }: Change): boolean => !/^\/(participants|triage)(\/|$)/.test(field);

const withoutWhoConfirms = (proposal: PlanDetails['proposal']): PlanDetails['proposal'] =>
  proposal && { ...proposal, awaiting: [] };
