import { agenda, openRequests } from './agenda.ts';
import type {
  Day,
  Instant,
  ParticipantId,
  Plan,
  PlanId,
  PlanStatus,
  RequestId,
  RequestKind,
  Role,
} from './plan.ts';

/** The plan row: what lists, the sweeper and the API need without folding the events. */
export interface PlanSummary {
  planId: PlanId;
  title: string;
  status: PlanStatus;
  outcome: string | null;
  run: number;
  version: number;
  /** When something next comes due by itself; `null` when nothing will. */
  nextDueAt: Instant | null;
  startDate: Day;
  endDate: Day;
  timeZone: string;
  /** `id@version` */
  pack: string;
  createdAt: Instant;
  updatedAt: Instant;
  participants: { id: ParticipantId; role: Role; name: string; email: string }[];
  /** Whom a survey still waits for is nobody's to know: `waitingFor` is empty then. */
  openRequests: { id: RequestId; kind: RequestKind; dueAt: Instant; waitingFor: ParticipantId[] }[];
}

export function summarise(plan: Plan): PlanSummary {
  return {
    planId: plan.id,
    title: plan.draft.title,
    status: plan.status,
    outcome: plan.outcome,
    run: plan.run,
    version: plan.version,
    nextDueAt: agenda(plan)[0]?.at ?? null,
    startDate: plan.draft.startDate,
    endDate: plan.draft.endDate,
    timeZone: plan.timeZone,
    pack: `${plan.pack.id}@${plan.pack.version}`,
    createdAt: plan.createdAt,
    updatedAt: plan.updatedAt,
    participants: plan.draft.participants.map(({ id, role, name, email }) => ({ id, role, name, email })),
    openRequests: openRequests(plan).map(({ id, kind, dueAt, respondents }) => ({
      id,
      kind,
      dueAt,
      waitingFor:
        kind === 'survey'
          ? []
          : respondents.filter((person) => !person.answer).map((person) => person.participant),
    })),
  };
}
