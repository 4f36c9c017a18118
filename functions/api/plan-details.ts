import { opportunityDays, tolledDays } from '../../domain/opportunity.ts';
import type { RulePack } from '../../domain/pack.ts';
import type {
  Attributed,
  Day,
  Instant,
  ItemId,
  Measure,
  ParticipantId,
  Pause,
  Plan,
  RequestId,
  Support,
  Version,
} from '../../domain/plan.ts';
import { type LatestReading, latestReadings } from '../../domain/readings.ts';
import { type PlanSummary, summarise } from '../../domain/summarise.ts';
import { attendedOn, undeliveredSupport } from '../../domain/support.ts';
import { type SurveyResults, surveyResults } from '../../domain/survey.ts';

/** One plan in full: its summary, and what has happened to it in numbers and lists. */
export interface PlanDetails extends PlanSummary {
  versions: Omit<Version, 'seq'>[];
  pauses: Pause[];
  /** Days the clock stood still, and the days to improve without them. */
  tolledDays: number;
  opportunityDays: number;
  attributions: { requestId: RequestId; to: Attributed }[];
  /** Days given back for check-ins the manager missed. */
  credits: { requestId: RequestId; days: number }[];
  /** The latest of each day and source; the record keeps those before it. */
  readings: { item: ItemId; measure: Measure; readings: Omit<LatestReading, 'item'>[] }[];
  /** `attendedOn`: the day a training system or HR put on record for a promised training. */
  support: (Support & { item: ItemId; delivered: Delivered; attendedOn: Day | null })[];
  /** Only in sum, and only of groups that are large enough. */
  surveys: ({ requestId: RequestId; date?: Day; status: string } & SurveyResults)[];
  /** A decision that waits for a second person. */
  proposal: {
    requestId: RequestId;
    by: ParticipantId;
    outcome: string;
    at: Instant;
    awaiting: RequestId[];
  } | null;
  monitoring: Plan['monitoring'];
  relapse: Plan['relapse'];
  legalHold: Plan['legalHold'];
}

/** In the words of the person it was promised to; `unconfirmed` when they were asked and did not say, `null` before. */
type Delivered = 'yes' | 'partly' | 'no' | 'unconfirmed' | null;

export function planDetails(plan: Plan, pack: RulePack): PlanDetails {
  const attributed = Object.entries(plan.attributions);
  return {
    ...summarise(plan),
    versions: plan.versions.map(({ seq: _, ...version }) => version),
    pauses: plan.pauses,
    tolledDays: tolledDays(plan),
    opportunityDays: opportunityDays(plan),
    attributions: attributed.map(([requestId, { to }]) => ({ requestId, to })),
    credits: attributed.flatMap(([requestId, { creditDays }]) =>
      creditDays > 0 ? [{ requestId, days: creditDays }] : [],
    ),
    readings: plan.draft.items.map(({ id, measure }) => ({
      item: id,
      measure,
      readings: latestReadings(plan, id).map(({ item: _, ...reading }) => reading),
    })),
    support: supportLedger(plan),
    surveys: surveys(plan, pack.survey.minimumGroup.is),
    proposal: plan.proposal && {
      requestId: plan.proposal.requestId,
      by: plan.proposal.by,
      outcome: plan.proposal.answer.outcome,
      at: plan.proposal.at,
      awaiting: plan.proposal.awaiting,
    },
    monitoring: plan.monitoring,
    relapse: plan.relapse,
    legalHold: plan.legalHold,
  };
}

function supportLedger(plan: Plan): PlanDetails['support'] {
  const undone = undeliveredSupport(plan);
  // While it can still be answered, nothing is said of it but what is known to be missing.
  const askedOn = requestsOf(plan, 'support').flatMap(({ date, status }) =>
    status === 'open' ? [] : [date],
  );
  return plan.draft.items.flatMap(({ id, support }) =>
    support.map((promise) => {
      const open = undone.find(
        ({ item, what, due }) => item.id === id && what === promise.what && due === promise.due,
      );
      const attended = attendedOn(plan, id, promise) ?? null;
      const delivered = open?.said ?? (attended || askedOn.includes(promise.due) ? 'yes' : null);
      return { item: id, ...promise, delivered, attendedOn: attended };
    }),
  );
}

const surveys = (plan: Plan, minimumGroup: number): PlanDetails['surveys'] =>
  requestsOf(plan, 'survey').map((request) => ({
    requestId: request.id,
    ...(request.date && { date: request.date }),
    status: request.status,
    ...surveyResults(request, minimumGroup),
  }));

const requestsOf = (plan: Plan, kind: 'support' | 'survey') =>
  Object.values(plan.requests).filter((request) => request.kind === kind);
