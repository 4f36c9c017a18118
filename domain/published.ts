import type { PlanEvent } from './events.ts';
import type { Day, Plan, RequestId, Revision } from './plan.ts';
import type { Details, DetailType } from './published/details.ts';

export * from './published/details.ts';

/** One thing other systems of the organisation are told: ids, days, codes and counts, never anybody's words. */
export type Published = {
  [T in DetailType]: { detailType: T; detail: Details[T] & { planId: string } };
}[DetailType];

/** What one event tells other systems; `plan` is the plan after it. Only what somebody can use is told. */
export function published(event: PlanEvent, plan: Plan): Published[] {
  const tell = <T extends DetailType>(detailType: T, detail: Details[T]): Published[] => [
    { detailType, detail: { planId: plan.id, ...detail } } as unknown as Published,
  ];
  const { endDate, startDate } = plan.draft;
  switch (event.type) {
    case 'PlanApproved':
      return tell('PlanApproved', {});
    case 'PlanLaunched':
      return [...tell('PlanLaunched', { run: event.run, startDate, endDate }), ...trainings(plan)];
    case 'RequestAnswered':
      return event.complete && event.answer.kind === 'check_in'
        ? tell('CheckInCompleted', { requestId: event.requestId, ...dateOf(plan, event.requestId) })
        : [];
    case 'RequestMissed': {
      const { requestId } = event;
      return plan.requests[requestId]?.kind === 'acknowledgement'
        ? tell('AcknowledgementMissed', { requestId })
        : tell('CheckInMissed', { requestId, ...dateOf(plan, requestId) });
    }
    case 'CheckInAttributed':
      return tell('CheckInAttributed', { requestId: event.requestId, to: event.to });
    case 'Escalated':
      return plan.requests[event.requestId]?.kind === 'decision'
        ? tell('DecisionOverdue', { requestId: event.requestId, step: event.step })
        : [];
    case 'PlanAmended':
    case 'ManagerChanged':
    case 'CapacityReduced':
    case 'CreditGranted':
      return [
        ...tell(event.type, { version: event.revision.number, endDate }),
        ...trainingsMoved(event.revision, plan),
      ];
    case 'PlanExtended':
      return [
        ...tell('PlanExtended', { version: event.revision.number, endDate: event.endDate }),
        ...trainingsMoved(event.revision, plan),
      ];
    case 'PlanPaused': {
      const { from, until } = event.pause;
      return tell('PlanPaused', { from, ...(until && { until }) });
    }
    case 'PlanResumed':
      return [
        ...tell('PlanResumed', { on: event.on, tolledDays: event.tolledDays, endDate }),
        ...trainingsMoved(event.revision, plan),
      ];
    case 'SupportUndelivered': {
      const { requestId, item, what } = event;
      const promises = plan.draft.items.find(({ id }) => id === item)?.support ?? [];
      const kind = promises.find((promise) => promise.what === what)?.kind ?? 'other';
      return tell('SupportUndelivered', { requestId, item, kind });
    }
    case 'DecisionRecorded': {
      const { outcome, early } = event.decision;
      return tell('DecisionRecorded', {
        requestId: event.requestId,
        outcome,
        early: early ? 'yes' : 'no',
      });
    }
    case 'PlanClosed':
      return tell('PlanClosed', { outcome: event.outcome });
    case 'MonitoringStarted':
      return tell('MonitoringStarted', { until: event.until });
    case 'RelapseRecorded':
      return tell('RelapseRecorded', { item: event.item, date: event.date });
    case 'MonitoringEnded':
      return tell('MonitoringEnded', { clean: event.clean ? 'yes' : 'no' });
    case 'PlanWithdrawn':
      return tell('PlanWithdrawn', {});
    default:
      return [];
  }
}

const dateOf = (plan: Plan, requestId: RequestId): { date?: Day } => {
  const date = plan.requests[requestId]?.date;
  return date ? { date } : {};
};

/** Every training the plan promises, all in one: a training system books them together. */
function trainings(plan: Plan): Published[] {
  const promises = plan.draft.items.flatMap(({ id, support }) =>
    support.flatMap(({ kind, due }, at) => (kind === 'training' ? [{ item: id, promise: at + 1, due }] : [])),
  );
  return promises.length > 0
    ? [{ detailType: 'TrainingPromised', detail: { planId: plan.id, promises } }]
    : [];
}

/** Told again, whole, when a change touched what help is promised or for when. */
const trainingsMoved = ({ changes }: Revision, plan: Plan): Published[] =>
  changes.some(({ field }) => SUPPORT.test(field)) ? trainings(plan) : [];

/** A promise, or an item that is wholly new or gone; who keeps a promise is not told. */
const SUPPORT = /^\/items(\/[^/]+(\/support(\/\d+(\/(kind|what|due))?)?)?)?$/;
