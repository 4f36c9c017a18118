import type { PlanEvent } from '../events.ts';
import type { ParticipantId, Plan } from '../plan.ts';

type EventOf<T extends PlanEvent['type']> = Extract<PlanEvent, { type: T }>;

/** A plan before anything but its text is known. */
export function drafted(event: EventOf<'PlanDrafted'>): Plan {
  return {
    id: event.planId,
    version: 0,
    status: 'draft',
    run: 0,
    undriven: null,
    pack: event.pack,
    timeZone: event.timeZone,
    draft: event.draft,
    createdAt: event.at,
    updatedAt: event.at,
    startsAt: null,
    startedAt: null,
    endsAt: null,
    versions: [],
    former: [],
    consulted: false,
    pauses: [],
    pauseReviewAt: null,
    capacity: null,
    scheduled: [],
    requests: {},
    attributions: {},
    readings: [],
    trainings: [],
    recognitions: [],
    responses: [],
    proposal: null,
    decisions: [],
    undelivered: [],
    renewals: [],
    readdressed: [],
    misdirected: [],
    suspended: [],
    delayed: [],
    outcome: null,
    closedAt: null,
    monitoring: null,
    relapse: null,
    legalHold: null,
  };
}

/** The plan with another text; notes may name people who are not in it any more. */
export function redrafted(plan: Plan, { draft, pack, timeZone }: EventOf<'PlanRedrafted'>): Plan {
  const stays = new Set(draft.participants.map(({ id }) => id));
  const left = plan.draft.participants.filter(({ id }) => !stays.has(id));
  const former = [...plan.former.filter(({ id }) => !stays.has(id)), ...left];
  return { ...plan, draft, pack, timeZone, former };
}

/** The plan with its moments, and its text as version 1. */
export function launched(plan: Plan, event: EventOf<'PlanLaunched'>): Plan {
  const { startDate, endDate } = plan.draft;
  return {
    ...plan,
    status: 'acknowledging',
    run: event.run,
    startsAt: event.startsAt,
    endsAt: event.endsAt,
    scheduled: event.schedule,
    versions: [
      { number: 1, seq: event.seq, at: event.at, because: 'launched', startDate, endDate, changes: [] },
    ],
  };
}

/** The newest version says who supervises from it on, and who had issued the plan until then. */
export function takenOver(
  plan: Plan,
  { to, handover }: EventOf<'ManagerChanged'>,
  issuer: ParticipantId,
): Plan {
  const added = { by: to, from: issuer, ...(handover !== undefined ? { handover } : {}) };
  const versions = plan.versions.map((version, at) =>
    at === plan.versions.length - 1 ? { ...version, takenOver: added } : version,
  );
  return { ...plan, versions };
}
