import type { PlanEvent } from '../events.ts';
import { calledOffFor } from '../meetings.ts';
import type { Instant, ParticipantId, Plan, Proposal, Request, Revision } from '../plan.ts';
import { mailKey } from '../reached.ts';
import { closesLater, readdressedIn, relinked } from './addresses.ts';
import { trainingsIn } from './trainings.ts';

/** The plan as a revision makes it read; whoever left is remembered by name. */
export function revised(plan: Plan, revision: Revision, event: PlanEvent): Plan {
  const { draft, startsAt, endsAt, schedule } = revision;
  const stays = new Set(draft.participants.map(({ id }) => id));
  const left = plan.draft.participants.filter(({ id }) => !stays.has(id));
  const reopens = plan.status === 'deciding' && endsAt > event.at;
  return {
    ...plan,
    status: reopens ? 'active' : plan.status,
    draft,
    startsAt,
    endsAt,
    scheduled: schedule,
    trainings: trainingsIn(draft, plan),
    ...readdressedIn(draft, event, plan),
    requests: Object.fromEntries(
      Object.entries(plan.requests).map(([id, request]) => [
        id,
        request.status === 'open' ? stillAsked(request, revision, event, stays) : request,
      ]),
    ),
    proposal: plan.proposal && isLapsed(plan.proposal, revision) ? null : plan.proposal,
    former: [...plan.former.filter(({ id }) => !stays.has(id)), ...left],
    versions: [
      ...plan.versions,
      {
        number: revision.number,
        seq: event.seq,
        at: event.at,
        because: revision.because,
        ...(revision.reason !== undefined ? { reason: revision.reason } : {}),
        startDate: draft.startDate,
        endDate: draft.endDate,
        changes: revision.changes,
      },
    ],
  };
}

/** A proposal waits no more once its question is not asked any more, or nobody is asked to confirm it. */
const isLapsed = ({ requestId, awaiting }: Proposal, { superseded }: Revision): boolean =>
  [requestId, ...awaiting].some((id) => superseded.includes(id));

function stillAsked(request: Request, revision: Revision, event: PlanEvent, stays: Set<string>): Request {
  if (revision.superseded.includes(request.id)) {
    const callOffs = calledOffFor(request, event.seq);
    return { ...request, status: 'superseded', closedAt: event.at, callOffs };
  }
  const moved = revision.moved.find(({ requestId }) => requestId === request.id);
  const handed = revision.handed.filter(({ requestId }) => requestId === request.id);
  const invited = revision.uninvited?.find(({ requestId }) => requestId === request.id)?.participants ?? [];
  const dropped = (revision.dropped ?? []).filter(({ requestId }) => requestId === request.id);
  const isNew = ({ participant }: { participant: ParticipantId }): boolean =>
    !request.respondents.some((person) => person.participant === participant && !person.answer);
  const isAsked = (id: ParticipantId): boolean =>
    stays.has(id) && !dropped.some(({ participant }) => participant === id);
  return {
    ...request,
    ...(moved ? movedTo(request, moved) : {}),
    ...closesLater(request, revision),
    ...(moved?.date && moved.date !== request.date ? { moves: [...request.moves, event.seq] } : {}),
    callOffs: calledOffFor(request, event.seq, ({ participant, answer }) => !answer && !isAsked(participant)),
    ...(request.respondents.every(({ answer }) => answer)
      ? { remindersSent: remindersPast(request, event.at) }
      : {}),
    uninvited: [...request.uninvited.filter(isAsked), ...invited],
    respondents: [
      // What somebody answered before they left stays; nobody else waits for them.
      ...request.respondents
        .filter(
          (person) => person.answer || (isAsked(person.participant) && !invited.includes(person.participant)),
        )
        .map((person) => relinked(person, request.id, handed, event)),
      ...handed.filter(isNew).map(({ participant, link, required = true }) => ({
        participant,
        link,
        required,
        mailed: [{ key: mailKey(event.seq, participant, request.id), at: event.at }],
      })),
    ],
  };
}

/** Reminders that fell due while nobody was left to remind are not made up for: being asked is one. */
const remindersPast = ({ remindersSent, reminders }: Request, now: Instant): number =>
  Math.max(remindersSent, reminders.filter((at) => at <= now).length);

/** The moments of the ladder that are ahead move; what was sent stays sent. */
function movedTo(request: Request, moved: Revision['moved'][number]): Partial<Request> {
  const { requestId: _, ...ladder } = moved;
  return {
    ...ladder,
    nextEscalationAt:
      request.nextEscalationAt &&
      (ladder.escalations[request.escalationsSent]?.at ?? request.nextEscalationAt),
  };
}
