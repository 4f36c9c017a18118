import type { RulePack } from './pack.ts';
import { peopleFor } from './people.ts';
import type { ApprovalReason, ParticipantId, Plan, PlanDraft, ScheduledRequest } from './plan.ts';
import { kindOf } from './schedule.ts';

export interface Asked {
  participant: ParticipantId;
  required: boolean;
}

const required = (people: ParticipantId[]): Asked[] =>
  people.map((participant) => ({ participant, required: true }));

/** Whom a question is put to, by the plan as it stands when it is asked. Nobody is asked twice. */
export function respondentsOf(request: ScheduledRequest, plan: Plan, pack: RulePack): Asked[] {
  const { draft } = plan;
  const subject = draft.subject.participant;
  switch (request.kind) {
    case 'acknowledgement':
      return required(peopleFor(pack.acknowledgement.respondents.is, draft));
    case 'check_in':
    case 'survey':
      return required(peopleFor(kindOf(request.followUp?.type ?? 'progress', pack).respondents, draft));
    case 'support': {
      const promised = draft.items.flatMap((item) => item.support).filter(({ due }) => due === request.date);
      return required([...new Set([subject, ...promised.map(({ owner }) => owner)])]);
    }
    case 'response':
      return [
        ...required([subject]),
        ...peopleFor(['representative'], draft).map((participant) => ({ participant, required: false })),
      ];
    case 'attribution':
    case 'accommodation':
      // Whoever of HR answers, answers for HR.
      return peopleFor(['hr'], draft).map((participant) => ({ participant, required: true }));
    case 'approval':
      return required(approvers(request.approval, proposerOf(request, plan), draft, pack));
    case 'decision':
      return required(peopleFor(pack.decision.respondents.is, draft));
  }
}

const proposerOf = ({ regarding }: ScheduledRequest, { proposal }: Plan): ParticipantId | undefined =>
  proposal?.requestId === regarding ? proposal?.by : undefined;

/** Who confirms a proposed decision: never whoever proposed it (D10). The first role that has somebody is asked. */
export function approvers(
  reason: ApprovalReason | undefined,
  proposer: ParticipantId | undefined,
  draft: PlanDraft,
  pack: RulePack,
): ParticipantId[] {
  const roles = reason === 'separate_decider' ? pack.decision.separateDecider.is.roles : (['hr'] as const);
  for (const role of roles) {
    const people = peopleFor([role], draft).filter((id) => id !== proposer);
    if (people.length > 0) return people;
  }
  return [];
}

/** Questions that one answer settles, whoever of those asked gives it. */
export const oneAnswerSettles = ({ kind }: ScheduledRequest): boolean =>
  kind === 'decision' || kind === 'attribution' || kind === 'accommodation' || kind === 'approval';
