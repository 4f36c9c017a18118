import type { ParticipantId, Plan, PlanDraft, Request, Revision, Role } from '../../plan.ts';
import { respondentsOf } from '../../respondents.ts';
import type { Rules } from '../../rules.ts';

type Dropped = NonNullable<Revision['dropped']>;

/**
 * Who stays in the plan, but not in the part they were asked an open question for: what waits for HR is not for
 * somebody of HR who supervises from now on (L4), nor a confirmation for whoever will propose (D10).
 */
export function droppedFrom(plan: Plan, open: Request[], draft: PlanDraft, { pack }: Rules): Dropped {
  const next = { ...plan, draft };
  return open.flatMap((request) => {
    const [before, after] = [plan, next].map((version) =>
      respondentsOf(request, version, pack).map(({ participant }) => participant),
    );
    return unanswered(request)
      .filter((id) => roleOf(id, draft) !== undefined && !after?.includes(id))
      .filter(
        (id) =>
          hasOtherRole(id, plan.draft, draft) ||
          (request.kind !== 'approval' && !isChased(id, request) && before?.includes(id)),
      )
      .map((participant) => ({ requestId: request.id, participant }));
  });
}

const unanswered = ({ respondents, uninvited }: Request): ParticipantId[] => [
  ...respondents.filter(({ answer }) => !answer).map(({ participant }) => participant),
  ...uninvited,
];

const roleOf = (id: ParticipantId, { participants }: PlanDraft): Role | undefined =>
  participants.find((person) => person.id === id)?.role;

/** Whether an escalation went to them as well. */
const isChased = (id: ParticipantId, { escalatedTo }: Request): boolean => escalatedTo.includes(id);

/** Whoever an escalation or a proposal brought in stays for as long as they hold the part it went to. */
const hasOtherRole = (id: ParticipantId, before: PlanDraft, after: PlanDraft): boolean =>
  roleOf(id, before) !== roleOf(id, after);
