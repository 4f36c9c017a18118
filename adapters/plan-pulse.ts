import type { Day, Instant, PlanId, PlanStatus, RequestId, RequestKind, Role } from '../domain/plan.ts';
import type { PlanSummary } from '../domain/summarise.ts';
import { planKey } from './keys.ts';
import type { Row, Rows } from './rows.ts';

/** What whoever looks after executions may know of a plan: no title, nobody's name or address. */
export interface PlanPulse {
  planId: PlanId;
  status: PlanStatus;
  run: number;
  startDate: Day;
  timeZone: string;
  nextDueAt: Instant | null;
  openRequests: { id: RequestId; kind: RequestKind; dueAt: Instant; waitingFor: Role[] }[];
}

export interface PlanPulses {
  /** Of those plans that are there; at most 100 are asked for at once. */
  pulses(planIds: readonly PlanId[]): Promise<ReadonlyMap<PlanId, PlanPulse>>;
}

/** Reads plan rows, and keeps to itself whatever in them is about people. */
export const createPlanPulses = (rows: Pick<Rows, 'getAll'>): PlanPulses => ({
  async pulses(planIds) {
    const found = planIds.length > 0 ? await rows.getAll([...new Set(planIds)].map(planKey)) : [];
    return new Map(found.map(pulseOf).map((pulse) => [pulse.planId, pulse]));
  },
});

function pulseOf(row: Row): PlanPulse {
  const { planId, status, run, startDate, timeZone, nextDueAt, openRequests, participants } =
    row as unknown as PlanSummary;
  const roles = new Map(participants.map(({ id, role }) => [id, role]));
  return {
    planId,
    status,
    run,
    startDate,
    timeZone,
    nextDueAt,
    openRequests: openRequests.map(({ id, kind, dueAt, waitingFor }) => ({
      id,
      kind,
      dueAt,
      waitingFor: [...new Set(waitingFor.flatMap((person) => roles.get(person) ?? []))],
    })),
  };
}
