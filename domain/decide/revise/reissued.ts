import { openRequests } from '../../agenda.ts';
import type { ParticipantId, Plan, PlanDraft, Request, RequestId } from '../../plan.ts';
import { sameAddress } from '../../wrong-person.ts';

/** Who is written to at another address from now on. */
export const readdressed = (before: PlanDraft, after: PlanDraft): ParticipantId[] =>
  after.participants
    .filter(({ id, email }) => {
      const known = before.participants.find((person) => person.id === id);
      return known !== undefined && !sameAddress(known.email, email);
    })
    .map(({ id }) => id);

/** The open questions these people have not answered: each needs a link that only their new address has seen. */
export const stillAskedOf = (
  people: readonly ParticipantId[],
  plan: Plan,
  open: Request[] = openRequests(plan),
): { requestId: RequestId; participant: ParticipantId; required: boolean }[] =>
  open.flatMap(({ id: requestId, respondents }) =>
    respondents
      .filter(({ participant, answer }) => !answer && people.includes(participant))
      .map(({ participant, required }) => ({ requestId, participant, required })),
  );
