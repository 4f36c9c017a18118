import type { Attributed, Day, ItemId, RequestId, Support } from '../plan.ts';

type Nothing = Record<never, never>;
/** A changed plan: the number of the version that holds from now on, and its last day. */
interface Revised {
  version: number;
  endDate: Day;
}

/** What each type of published event says beside the plan's id. */
export interface Details {
  PlanApproved: Nothing;
  PlanLaunched: { run: number; startDate: Day; endDate: Day };
  AcknowledgementMissed: { requestId: RequestId };
  CheckInCompleted: { requestId: RequestId; date?: Day };
  CheckInMissed: { requestId: RequestId; date?: Day };
  CheckInAttributed: { requestId: RequestId; to: Attributed };
  CreditGranted: Revised;
  PlanAmended: Revised;
  ManagerChanged: Revised;
  CapacityReduced: Revised;
  PlanExtended: Revised;
  PlanPaused: { from: Day; until?: Day };
  PlanResumed: { on: Day; tolledDays: number; endDate: Day };
  TrainingPromised: { promises: { item: ItemId; promise: number; due: Day }[] };
  SupportUndelivered: { requestId: RequestId; item: ItemId; kind: Support['kind'] };
  DecisionOverdue: { requestId: RequestId; step: number };
  DecisionRecorded: { requestId: RequestId; outcome: string; early: 'yes' | 'no' };
  PlanClosed: { outcome: string };
  MonitoringStarted: { until: Day };
  RelapseRecorded: { item: ItemId; date: Day };
  MonitoringEnded: { clean: 'yes' | 'no' };
  PlanWithdrawn: Nothing;
}

export type DetailType = keyof Details;

/** A value of a detail. */
export type DetailValue = string | number | readonly Readonly<Record<string, string | number>>[];

/** The version of each detail's shape: one more whenever a field changes its meaning or goes. */
export const DETAIL_VERSIONS: Readonly<Record<DetailType, number>> = {
  PlanApproved: 1,
  PlanLaunched: 1,
  AcknowledgementMissed: 1,
  CheckInCompleted: 1,
  CheckInMissed: 1,
  CheckInAttributed: 1,
  CreditGranted: 1,
  PlanAmended: 1,
  ManagerChanged: 1,
  CapacityReduced: 1,
  PlanExtended: 1,
  PlanPaused: 1,
  PlanResumed: 1,
  TrainingPromised: 1,
  SupportUndelivered: 1,
  DecisionOverdue: 1,
  DecisionRecorded: 1,
  PlanClosed: 1,
  MonitoringStarted: 1,
  RelapseRecorded: 1,
  MonitoringEnded: 1,
  PlanWithdrawn: 1,
};
