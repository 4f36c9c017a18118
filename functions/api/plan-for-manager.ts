import { waitsForHr } from '../../domain/agenda.ts';
import type { RulePack } from '../../domain/pack.ts';
import type { Plan } from '../../domain/plan.ts';
import { type FactKind, sees } from '../../views/visibility.ts';
import { type PlanDetails, planDetails } from './plan-details.ts';

/** One plan as far as its supervisor or reviewer may know it: parts that are not theirs to see are not there. */
export type PlanForManager = Partial<Omit<PlanDetails, 'participants' | 'pauses' | 'versions'>> & {
  participants: Omit<PlanDetails['participants'][number], 'email'>[];
  pauses?: Omit<PlanDetails['pauses'][number], 'reason'>[];
  versions?: Omit<PlanDetails['versions'][number], 'reason' | 'takenOver'>[];
};

/** @param email in lower case */
export function planForManager(plan: Plan, pack: RulePack, email: string): PlanForManager {
  const mine = plan.draft.participants.filter(
    (person) =>
      (person.role === 'supervisor' || person.role === 'reviewer') && person.email.toLowerCase() === email,
  );
  const may = (fact: FactKind): boolean => mine.some(({ id }) => sees({ plan, reader: id }, fact));
  const all = planDetails(plan, pack);
  const { planId, title, status, version, startDate, endDate, timeZone, createdAt, updatedAt } = all;
  const { tolledDays, opportunityDays } = all;
  return {
    ...{ planId, title, status, version, startDate, endDate, timeZone, pack: all.pack, createdAt, updatedAt },
    outcome: may('decision') ? all.outcome : null,
    participants: may('people') ? all.participants.map(({ email: _, ...person }) => person) : [],
    openRequests: all.openRequests
      .filter((request) => !waitsForHr(request))
      .map(({ waitingFor, ...request }) => ({ ...request, waitingFor: may('silence') ? waitingFor : [] })),
    ...(may('changes') && { versions: all.versions.map(asTold) }),
    ...(may('pause') && { pauses: all.pauses.map(({ reason: _, ...pause }) => pause) }),
    ...{ tolledDays, opportunityDays },
    ...(may('missed_by') && { attributions: all.attributions, credits: all.credits }),
    ...(may('readings') && { readings: all.readings }),
    ...(may('support_delivered') && { support: all.support }),
    ...(may('survey_results') && { surveys: all.surveys }),
    ...(may('proposal') && { proposal: withoutWhoConfirms(all.proposal) }),
    ...(may('aftermath') && { monitoring: all.monitoring, relapse: all.relapse }),
  };
}

/** Where mail goes is for nobody but HR, and so is what HR wrote about why. */
const asTold = ({ reason: _, takenOver: __, changes, ...version }: PlanDetails['versions'][number]) => ({
  ...version,
  changes: changes.filter(({ field }) => !field.endsWith('/email')),
});

const withoutWhoConfirms = (proposal: PlanDetails['proposal']): PlanDetails['proposal'] =>
  proposal && { ...proposal, awaiting: [] };
